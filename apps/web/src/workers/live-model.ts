import { Diagnosis } from '@fairlead/diagnostics';
import { ObjectStore, type KindAccess, type ObjectChange, type TrimmedObject } from '@fairlead/kube-objects';
import { GraphModel, type ViewState } from '@fairlead/resource-graph';
import type { WorkerMessages } from '../messages/en-worker.ts';
import type { ClusterModel } from './cluster-model.ts';
import { buildMarkIndex, type MarkIndex } from './mark-index.ts';
import { RoutingTables } from './routing-tables.ts';
import { listSnapshotDifference } from './snapshot-difference.ts';

/** Replaced by the first question about the picture. */
export const noView: ViewState = {
  level: 'full',
  metrics: { exposure: 164, ingress: 270, service: 196, pods: 166, gutters: [42, 68, 50] },
  namespaces: undefined,
  classNames: undefined,
  foldedNamespaces: [],
  expandedNodes: [],
  onlyProblems: false,
  marked: new Set(),
};

/** The cluster as this tab knows it: objects, findings and picture, kept in step. */
export class LiveModel implements ClusterModel {
  readonly store = new ObjectStore();
  readonly diagnosis: Diagnosis;
  readonly graph: GraphModel;
  readonly tables = new RoutingTables(this.store);
  readonly messages: WorkerMessages;
  clusterId = '';
  #marks: MarkIndex | undefined;

  constructor(messages: WorkerMessages, nowMs: number) {
    this.messages = messages;
    this.diagnosis = new Diagnosis(this.store, nowMs, { words: messages.checks });
    this.graph = new GraphModel(this.store, noView);
  }

  get marks(): MarkIndex {
    this.#marks ??= buildMarkIndex(this.diagnosis.list(), this.store, this.graph);
    return this.#marks;
  }

  apply(changes: readonly ObjectChange[], nowMs: number): void {
    const applied = this.store.apply(changes);
    this.tables.note(applied);
    this.graph.update(applied, this.store);
    const { added, removed, changed = [] } = this.diagnosis.update(applied, nowMs);
    if (added.length + removed.length + changed.length > 0) this.#marks = undefined;
  }

  /** Takes over a whole snapshot. */
  replace(objects: readonly TrimmedObject[], nowMs: number): void {
    this.apply(listSnapshotDifference(this.store, objects), nowMs);
  }

  setAccess(access: readonly KindAccess[], nowMs: number): void {
    this.store.setAccess(access);
    this.tables.forget();
    this.apply([], nowMs);
  }
}
