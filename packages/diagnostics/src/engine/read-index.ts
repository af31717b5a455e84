import {
  isSelectedByPairs,
  type AppliedChange,
  type ObjectKey,
  type StringMap,
} from '@fairlead/kube-objects';
import { readKeysTouchedBy, type LabelQuery, type ReadLog } from './read-log.ts';

/** Units by a text they are interested in. */
class UnitsByText {
  readonly #units = new Map<string, Set<ObjectKey>>();

  add(text: string, unit: ObjectKey): void {
    const units = this.#units.get(text);
    if (units === undefined) this.#units.set(text, new Set([unit]));
    else units.add(unit);
  }

  delete(text: string, unit: ObjectKey): void {
    const units = this.#units.get(text);
    if (units?.delete(unit) === true && units.size === 0) this.#units.delete(text);
  }

  list(text: string): Iterable<ObjectKey> {
    return this.#units.get(text) ?? [];
  }
}

const pairText = (namespace: string, [key, value]: readonly [string, string]): string =>
  `${namespace}\n${key}\n${value}`;

/** One pair is enough to find a selector by: labels that satisfy it carry each of its pairs. */
function selectorText({ namespace, pairs }: LabelQuery): string | undefined {
  const entries = Object.entries(pairs);
  const smallest = entries.reduce<readonly [string, string] | undefined>(
    (least, pair) => (least === undefined || pair[0] < least[0] ? pair : least),
    undefined,
  );
  return smallest && pairText(namespace, smallest);
}

/** Which units have read what, asked the other way round: whom does a change concern? */
export class ReadIndex {
  readonly #logs = new Map<ObjectKey, ReadLog>();
  readonly #byKey = new UnitsByText();
  readonly #bySelectorPair = new UnitsByText();
  readonly #byLabelNamespace = new UnitsByText();

  set(unit: ObjectKey, log: ReadLog): void {
    this.delete(unit);
    this.#logs.set(unit, log);
    for (const key of log.keys) this.#byKey.add(key, unit);
    for (const query of log.podSelectors) {
      const text = selectorText(query);
      if (text !== undefined) this.#bySelectorPair.add(text, unit);
    }
    for (const { namespace } of log.podLabels) this.#byLabelNamespace.add(namespace, unit);
  }

  delete(unit: ObjectKey): void {
    const log = this.#logs.get(unit);
    if (log === undefined) return;
    this.#logs.delete(unit);
    for (const key of log.keys) this.#byKey.delete(key, unit);
    for (const query of log.podSelectors) {
      const text = selectorText(query);
      if (text !== undefined) this.#bySelectorPair.delete(text, unit);
    }
    for (const { namespace } of log.podLabels) this.#byLabelNamespace.delete(namespace, unit);
  }

  /** The units that have read something by that name. */
  listReadersOf(key: string): Iterable<ObjectKey> {
    return this.#byKey.list(key);
  }

  /** The units whose answer may be another after the change. */
  listTouchedBy(change: AppliedChange): ReadonlySet<ObjectKey> {
    const touched = new Set<ObjectKey>();
    for (const key of readKeysTouchedBy(change)) for (const unit of this.#byKey.list(key)) touched.add(unit);
    for (const object of [change.before, change.after]) {
      const namespace = object?.metadata.namespace ?? '';
      if (object?.kind === 'Pod') this.#addSelecting(touched, namespace, object.metadata.labels);
      if (object?.kind === 'Service') this.#addSelected(touched, namespace, object.spec.selector);
    }
    return touched;
  }

  #addSelecting(touched: Set<ObjectKey>, namespace: string, labels: StringMap | undefined): void {
    for (const pair of Object.entries(labels ?? {}))
      for (const unit of this.#bySelectorPair.list(pairText(namespace, pair))) {
        const queries = this.#logs.get(unit)?.podSelectors ?? [];
        if (queries.some((query) => query.namespace === namespace && isSelectedByPairs(labels, query.pairs)))
          touched.add(unit);
      }
  }

  #addSelected(touched: Set<ObjectKey>, namespace: string, selector: StringMap | undefined): void {
    for (const unit of this.#byLabelNamespace.list(namespace)) {
      const queries = this.#logs.get(unit)?.podLabels ?? [];
      if (queries.some((query) => query.namespace === namespace && isSelectedByPairs(query.pairs, selector)))
        touched.add(unit);
    }
  }
}
