import { compareFindings, type Finding, type FindingChanges } from '@fairlead/diagnostics';
import { keyOfRef, OverlaidReader, type ObjectKey } from '@fairlead/kube-objects';
import { DraftGraph, type GraphDifference, type GraphModel } from '@fairlead/resource-graph';
import type { ClusterModel, PictureModel } from './cluster-model.ts';
import type { DraftConflict } from './draft-answers.ts';
import { buildDraftMarks, type DraftMarks } from './draft-marks.ts';
import { listObjectChanges } from './drafted-objects.ts';
import { noView } from './live-model.ts';
import { buildMarkIndex, type MarkIndex } from './mark-index.ts';
import type { ProposedChange } from './proposed-change.ts';
import { DraftedTables, type ControllerTables } from './routing-tables.ts';
import { settleOnLive } from './settle-on-live.ts';

/** The live findings with what a draft does to them. */
function overlayFindings(
  live: readonly Finding[],
  { added, removed, changed = [] }: FindingChanges,
): readonly Finding[] {
  const replaced = new Set([...removed, ...changed].map(({ id }) => id));
  if (replaced.size + added.length === 0) return live;
  return [...live.filter(({ id }) => !replaced.has(id)), ...added, ...changed].toSorted(compareFindings);
}

/** What was made of a draft at one moment of the cluster. */
interface Laid {
  readonly text: string;
  /** The same object while the draft is the same. */
  readonly draft: object;
  readonly revision: number;
  readonly liveFindings: readonly Finding[];
  readonly reader: OverlaidReader;
  readonly tables: ControllerTables;
  readonly findings: readonly Finding[];
  readonly findingChanges: FindingChanges;
  readonly differences: readonly GraphDifference[];
  readonly draftMarks: DraftMarks;
  readonly conflicts: readonly DraftConflict[];
}

/**
 * The cluster with a draft laid over it, made by the code of the live view and without touching it. It is kept while
 * draft and cluster are the same; when one of them changes, only what the draft touches is made anew.
 */
export class DraftedModel implements PictureModel {
  readonly #live: ClusterModel;
  readonly #graph: DraftGraph;
  #laid: Laid;
  #marks: MarkIndex | undefined;

  constructor(live: ClusterModel) {
    this.#live = live;
    this.#graph = new DraftGraph(live.graph, live.store, noView);
    this.#laid = this.#lay([], '', {});
  }

  get store(): OverlaidReader {
    return this.#laid.reader;
  }

  get tables(): ControllerTables {
    return this.#laid.tables;
  }

  get messages(): PictureModel['messages'] {
    return this.#live.messages;
  }

  get graph(): GraphModel {
    return this.#graph.model;
  }

  get diagnosis(): PictureModel['diagnosis'] {
    const { findings } = this.#laid;
    return {
      list: () => findings,
      listFor: (key: ObjectKey) => findings.filter(({ place }) => keyOfRef(place.ref) === key),
    };
  }

  /** Rows of the draft count as marked: they are never hidden behind "more". */
  get marks(): MarkIndex {
    if (this.#marks === undefined) {
      const { byTarget, targets } = buildMarkIndex(this.#laid.findings, this.store, this.graph);
      this.#marks = { byTarget, targets: new Set([...targets, ...this.#laid.draftMarks.rowTargets]) };
    }
    return this.#marks;
  }

  get draftMarks(): DraftMarks {
    return this.#laid.draftMarks;
  }

  get differences(): readonly GraphDifference[] {
    return this.#laid.differences;
  }

  get conflicts(): readonly DraftConflict[] {
    return this.#laid.conflicts;
  }

  get findingChanges(): FindingChanges {
    return this.#laid.findingChanges;
  }

  show(changes: readonly ProposedChange[]): void {
    const text = textOf(changes);
    const { revision } = this.#live.store;
    const isSame = text === this.#laid.text;
    if (isSame && revision === this.#laid.revision && this.#live.diagnosis.list() === this.#laid.liveFindings)
      return;
    this.#laid = this.#lay(changes, text, isSame ? this.#laid.draft : {});
    this.#marks = undefined;
  }

  #lay(proposed: readonly ProposedChange[], text: string, draft: object): Laid {
    const { store, diagnosis } = this.#live;
    const { changes, conflicts } = settleOnLive(store, proposed);
    const reader = new OverlaidReader(store, listObjectChanges(store, changes));
    const { applied } = reader;
    this.#graph.show(draft, { live: store, reader, applied });
    const differences = this.#graph.differences(reader);
    const findingChanges = diagnosis.preview(reader, applied);
    return {
      text,
      draft,
      revision: store.revision,
      liveFindings: diagnosis.list(),
      reader,
      tables: new DraftedTables(this.#live.tables, reader, applied),
      findings: overlayFindings(diagnosis.list(), findingChanges),
      findingChanges,
      differences,
      draftMarks: buildDraftMarks({
        changes,
        differences,
        findingChanges,
        applied,
        graph: this.#graph.model,
      }),
      conflicts,
    };
  }
}

const texts = new WeakMap<readonly ProposedChange[], string>();

/** A question stands with the same changes for long: they are put into text once. */
function textOf(changes: readonly ProposedChange[]): string {
  let text = texts.get(changes);
  if (text === undefined) texts.set(changes, (text = JSON.stringify(changes)));
  return text;
}

const drafted = new WeakMap<ClusterModel, DraftedModel>();

/** The cluster with these changes laid over it. The same object for the same cluster: it shows what was asked for last. */
export function draftedModelOf(live: ClusterModel, changes: readonly ProposedChange[]): DraftedModel {
  let model = drafted.get(live);
  if (model === undefined) drafted.set(live, (model = new DraftedModel(live)));
  model.show(changes);
  return model;
}
