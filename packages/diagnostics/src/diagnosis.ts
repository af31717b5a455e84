import {
  keyOf,
  keyOfRef,
  parseObjectKey,
  type AppliedChange,
  type KindAccess,
  type ObjectKey,
  type ObjectReader,
} from '@fairlead/kube-objects';
import { catalogue as wholeCatalogue, listChecks, unitKinds, type Catalogue } from './catalogue.ts';
import { compareFindings } from './compare-findings.ts';
import { LookupIndex, OverlaidIndex } from './engine/cluster-lookups.ts';
import { compareRuns } from './engine/compare-runs.ts';
import { ControllerIndex } from './engine/controller-index.ts';
import { ReadIndex } from './engine/read-index.ts';
import { controllersReadKey } from './engine/read-log.ts';
import {
  buildKnownKinds,
  buildUnitSource,
  isUnitKind,
  runUnit,
  type UnitResult,
  type UnitSource,
} from './engine/run-unit.ts';
import type { Finding, FindingChanges, Severity } from './finding.ts';
import { listSkippedChecks, type SkippedCheck } from './skipped-checks.ts';
import type { CheckWords } from './words/check-words.ts';

const noFindings: readonly Finding[] = [];

export interface DiagnosisOptions {
  /** The language findings are worded in. */
  readonly words: CheckWords;
  /** All checks, unless said otherwise. */
  readonly catalogue?: Catalogue;
}

/**
 * The findings about a cluster, kept up to date while it changes. `update` runs the checks of only those objects whose
 * answer may have changed; the result is always what `diagnose` would find from scratch at that moment, whatever the
 * order in which the objects arrived. Time is expected not to run backwards.
 */
export class Diagnosis {
  readonly #reader: ObjectReader;
  readonly #catalogue: Catalogue;
  readonly #words: CheckWords;
  readonly #index: LookupIndex;
  readonly #controllers: ControllerIndex;
  readonly #reads = new ReadIndex();
  readonly #findings = new Map<ObjectKey, readonly Finding[]>();
  readonly #lookAgainAtMs = new Map<ObjectKey, number>();
  #access: readonly KindAccess[];
  #nowMs: number;
  #sorted: readonly Finding[] | undefined;
  #byObject: ReadonlyMap<ObjectKey, readonly Finding[]> | undefined;

  /** Looks at everything the reader knows. */
  constructor(reader: ObjectReader, nowMs: number, { words, catalogue = wholeCatalogue }: DiagnosisOptions) {
    this.#reader = reader;
    this.#catalogue = catalogue;
    this.#words = words;
    this.#index = new LookupIndex(reader);
    this.#controllers = new ControllerIndex(reader);
    this.#access = reader.listAccess();
    this.#nowMs = nowMs;
    this.#run(this.#listUnits(), nowMs);
  }

  /** The earliest moment at which a finding may change without any object changing; `undefined`: none will. */
  get lookAgainAtMs(): number | undefined {
    let earliest: number | undefined;
    for (const timeMs of this.#lookAgainAtMs.values())
      if (earliest === undefined || timeMs < earliest) earliest = timeMs;
    return earliest;
  }

  /**
   * To be called when the store has applied changes, with all of them; and with none when the time to look again has
   * come or when what may be read has changed.
   */
  update(applied: readonly AppliedChange[], nowMs: number): FindingChanges {
    for (const change of applied) this.#index.apply(change);
    const areOthers = this.#controllers.apply(applied);
    this.#nowMs = nowMs;
    const units = this.#noteAccess() ? this.#listUnits() : this.#listTouched(applied, nowMs);
    if (areOthers) this.#addReadersOfControllers(units);
    const changes = this.#run(units, nowMs);
    const { lookAgainAtMs } = this;
    return lookAgainAtMs === undefined ? changes : { ...changes, lookAgainAtMs };
  }

  /**
   * What `update` would answer if these changes had been made, at the moment of the last look; nothing is kept of it.
   * `reader` reads the cluster with the changes in it.
   */
  preview(reader: ObjectReader, applied: readonly AppliedChange[]): FindingChanges {
    const units = this.#listTouched(applied, this.#nowMs);
    const controllers = this.#controllers.listAfter(reader, applied);
    if (controllers !== this.#controllers.list()) this.#addReadersOfControllers(units);
    const source = buildUnitSource({
      reader,
      index: new OverlaidIndex(this.#index, applied),
      controllers,
      catalogue: this.#catalogue,
      words: this.#words,
      nowMs: this.#nowMs,
      isKnown: buildKnownKinds(reader),
    });
    const before = [...units].flatMap((unit) => this.#findings.get(unit) ?? noFindings);
    return compareRuns(
      before,
      [...units].flatMap((unit) => runUnitNamed(source, unit)?.findings ?? noFindings),
    );
  }

  /** All findings, in order of harm. */
  list(): readonly Finding[] {
    this.#sorted ??= [...this.#findings.values()].flat().sort(compareFindings);
    return this.#sorted;
  }

  /** The findings that sit in this object, in order of harm. */
  listFor(key: ObjectKey): readonly Finding[] {
    this.#byObject ??= groupByObject(this.list());
    return this.#byObject.get(key) ?? noFindings;
  }

  /** How many findings there are; those that follow from another one do not count. */
  countBySeverity(): Readonly<Record<Severity, number>> {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity, causedBy } of this.list()) if (causedBy === undefined) counts[severity] += 1;
    return counts;
  }

  /** The checks that could not run, and why. */
  skipped(): readonly SkippedCheck[] {
    return listSkippedChecks(listChecks(this.#catalogue), this.#access);
  }

  /** Every object that has checks, and those that are gone but have left something here. */
  #listUnits(): Set<ObjectKey> {
    const units = new Set([...this.#findings.keys(), ...this.#lookAgainAtMs.keys()]);
    for (const kind of unitKinds) for (const object of this.#reader.list(kind)) units.add(keyOf(object));
    return units;
  }

  #listTouched(applied: readonly AppliedChange[], nowMs: number): Set<ObjectKey> {
    const units = new Set<ObjectKey>();
    for (const change of applied) {
      if (isUnitKind(change.kind)) units.add(change.key);
      for (const unit of this.#reads.listTouchedBy(change)) units.add(unit);
    }
    for (const [unit, timeMs] of this.#lookAgainAtMs) if (timeMs <= nowMs) units.add(unit);
    return units;
  }

  #addReadersOfControllers(units: Set<ObjectKey>): void {
    for (const unit of this.#reads.listReadersOf(controllersReadKey)) units.add(unit);
  }

  /** Whether what may be read is another since the last time. */
  #noteAccess(): boolean {
    const access = this.#reader.listAccess();
    const isSame = access === this.#access || JSON.stringify(access) === JSON.stringify(this.#access);
    this.#access = access;
    return !isSame;
  }

  #run(units: ReadonlySet<ObjectKey>, nowMs: number): FindingChanges {
    const source = buildUnitSource({
      reader: this.#reader,
      index: this.#index,
      controllers: this.#controllers.list(),
      catalogue: this.#catalogue,
      words: this.#words,
      nowMs,
      isKnown: buildKnownKinds(this.#reader),
    });
    const before = [...units].flatMap((unit) => this.#findings.get(unit) ?? noFindings);
    for (const unit of units) this.#runUnit(unit, source);
    const after = [...units].flatMap((unit) => this.#findings.get(unit) ?? noFindings);
    if (before.length + after.length > 0) this.#sorted = this.#byObject = undefined;
    return compareRuns(before, after);
  }

  #runUnit(unit: ObjectKey, source: UnitSource): void {
    this.#findings.delete(unit);
    this.#lookAgainAtMs.delete(unit);
    this.#reads.delete(unit);
    const result = runUnitNamed(source, unit);
    if (result === undefined) return;
    const { findings, lookAgainAtMs, log } = result;
    if (findings.length > 0) this.#findings.set(unit, findings);
    if (lookAgainAtMs !== undefined) this.#lookAgainAtMs.set(unit, lookAgainAtMs);
    this.#reads.set(unit, log);
  }
}

/** `undefined`: there is no such object, or it is none that has checks. */
function runUnitNamed(source: UnitSource, unit: ObjectKey): UnitResult | undefined {
  const ref = parseObjectKey(unit);
  if (ref === undefined || !isUnitKind(ref.kind)) return undefined;
  const object = source.reader.find(ref.kind, ref.namespace, ref.name);
  return object === undefined ? undefined : runUnit(source, object);
}

function groupByObject(findings: readonly Finding[]): ReadonlyMap<ObjectKey, readonly Finding[]> {
  const groups = new Map<ObjectKey, Finding[]>();
  for (const finding of findings) {
    const key = keyOfRef(finding.place.ref);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return groups;
}
