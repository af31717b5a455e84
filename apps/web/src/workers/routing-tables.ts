import {
  refOf,
  type AppliedChange,
  type ObjectKey,
  type ObjectReader,
  type ObjectRef,
} from '@fairlead/kube-objects';
import {
  buildRoutingIndex,
  findProfile,
  listTracedControllers,
  updateRoutingIndex,
  type RoutingIndex,
  type TracedController,
} from '@fairlead/routing';

/** What decides about a controller's table, beside the cluster. */
export type TableOwner = Pick<TracedController, 'profile' | 'options'>;

/** The controllers of a cluster and the rules they make of it at this moment. */
export interface ControllerTables {
  listControllers(): readonly TracedController[];
  tableOf(owner: TableOwner): RoutingIndex;
}

const textOf = ({ profile, options }: TableOwner): string => JSON.stringify([profile, options]);

const refOfChange = ({ before, after }: AppliedChange): ObjectRef | undefined => {
  const object = after ?? before;
  return object === undefined ? undefined : refOf(object);
};

interface Kept {
  readonly index: RoutingIndex;
  /** What has changed since. */
  readonly changed: Map<ObjectKey, ObjectRef>;
}

/** More tables than one person compares at a time. */
const mostTables = 12;
/** With more changes than this a table is as well made anew. */
const mostChanges = 2_000;

/** Tables of the live cluster. They are made when asked for, and follow its changes when they are asked for again. */
export class RoutingTables implements ControllerTables {
  readonly #reader: ObjectReader;
  readonly #tables = new Map<string, Kept>();
  #controllers: { readonly revision: number; readonly list: readonly TracedController[] } | undefined;

  constructor(reader: ObjectReader) {
    this.#reader = reader;
  }

  /** To be told of every change of the reader. */
  note(applied: readonly AppliedChange[]): void {
    for (const [text, { changed }] of this.#tables) {
      for (const change of applied) {
        const ref = refOfChange(change);
        if (ref !== undefined) changed.set(change.key, ref);
      }
      if (changed.size > mostChanges) this.#tables.delete(text);
    }
  }

  /** What may be read has changed: nothing that was made can be kept. */
  forget(): void {
    this.#tables.clear();
  }

  listControllers(): readonly TracedController[] {
    const { revision } = this.#reader;
    if (this.#controllers?.revision !== revision)
      this.#controllers = { revision, list: listTracedControllers(this.#reader) };
    return this.#controllers.list;
  }

  tableOf(owner: TableOwner): RoutingIndex {
    const text = textOf(owner);
    const index = this.#follow(owner, this.#tables.get(text));
    // Deleted first, so that the first in the map is the one that was not asked for the longest.
    this.#tables.delete(text);
    this.#tables.set(text, { index, changed: new Map() });
    const [oldest] = this.#tables.keys();
    if (this.#tables.size > mostTables && oldest !== undefined) this.#tables.delete(oldest);
    return index;
  }

  #follow({ profile, options }: TableOwner, kept: Kept | undefined): RoutingIndex {
    const world = { reader: this.#reader };
    if (kept === undefined) return buildRoutingIndex(world, findProfile(profile), options);
    return kept.changed.size === 0
      ? kept.index
      : updateRoutingIndex(kept.index, world, [...kept.changed.values()]);
  }
}

/** Tables of the cluster with a draft laid over it, made from those of the live one. They stand for one moment. */
export class DraftedTables implements ControllerTables {
  readonly #live: ControllerTables;
  readonly #reader: ObjectReader;
  readonly #changed: readonly ObjectRef[];
  readonly #tables = new Map<string, RoutingIndex>();
  #controllers: readonly TracedController[] | undefined;

  constructor(live: ControllerTables, reader: ObjectReader, applied: readonly AppliedChange[]) {
    this.#live = live;
    this.#reader = reader;
    this.#changed = applied.flatMap((change) => refOfChange(change) ?? []);
  }

  listControllers(): readonly TracedController[] {
    this.#controllers ??= listTracedControllers(this.#reader);
    return this.#controllers;
  }

  tableOf(owner: TableOwner): RoutingIndex {
    const text = textOf(owner);
    const known = this.#tables.get(text);
    if (known !== undefined) return known;
    const index = updateRoutingIndex(this.#live.tableOf(owner), { reader: this.#reader }, this.#changed);
    this.#tables.set(text, index);
    return index;
  }
}
