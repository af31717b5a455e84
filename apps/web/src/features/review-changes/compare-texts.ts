import { identifyPart, treeOf, withoutServerFields, type Draft, type EditedObject } from '@fairlead/edits';
import {
  listNoise,
  printManifest,
  rangeOfField,
  readManifest,
  rewriteManifest,
  TextComparison,
  type DiffLine,
  type JsonObject,
  type Manifest,
} from '@fairlead/manifests';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';

/** What the result is held against. */
export type CompareWith = 'live' | 'base' | 'draft';

export interface TextPair {
  readonly before: string;
  readonly after: string;
  /** `after` as it was read already; left out where it was not. */
  readonly afterManifest?: Manifest;
}

/**
 * The text as it was when the draft took up its base: what it says besides is what the person typed since. The same for
 * all states of a draft on one base, so that it is written anew only when the base is another.
 */
function anchorTextOf({ undoSteps, base, text }: Draft): string {
  const first = undoSteps.findLastIndex((step) => step.base !== base) + 1;
  return undoSteps[first]?.text ?? text;
}

const written = new WeakMap<EditedObject, { readonly like: string; readonly text: string }>();

/** An object in the words and the order of a text. The last writing of each object is kept: large ones take their time. */
function writeLike(like: string, object: EditedObject): string {
  const known = written.get(object);
  if (known?.like === like) return known.text;
  const text = rewriteManifest(like, treeOf(withoutServerFields(object)), identifyPart);
  written.set(object, { like, text });
  return text;
}

/** What would be stored, as text: the draft's own, or combined with what changed on the cluster. */
function resultText({ draft, merge, hasMoved }: OpenDraft): string {
  return merge === undefined || !hasMoved ? draft.text : writeLike(draft.text, merge.object);
}

/** Both texts of a comparison, in the words and the order of the draft. */
export function buildTextPair(open: OpenDraft, compareWith: CompareWith, result?: EditedObject): TextPair {
  const after = result === undefined ? resultText(open) : writeLike(open.draft.text, result);
  if (compareWith === 'draft') return { before: open.draft.text, after };
  const before = compareWith === 'live' ? open.live : open.draft.base;
  return {
    before: before === undefined ? '' : writeLike(anchorTextOf(open.draft), before),
    after,
    ...(after === open.draft.text ? { afterManifest: open.reading.manifest } : {}),
  };
}

const maxKept = 4;

/** The same for the last texts it was asked about: one side of a comparison stays the same while the other is typed. */
function keepLast<T>(build: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const value = kept.get(text) ?? build(text);
    kept.delete(text);
    kept.set(text, value);
    const [oldest] = kept.keys();
    if (kept.size > maxKept && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}

const readOnce = keepLast(readManifest);
const comparisonWith = keepLast((text) => new TextComparison(text));

/** Lines, counted from 1, of what the API server fills in by itself. */
function noiseLines(manifest: Manifest, other: JsonObject | undefined): ReadonlySet<number> {
  const { object } = manifest;
  const lines = new Set<number>();
  if (object === undefined) return lines;
  for (const path of listNoise(object, other)) {
    const range = rangeOfField(manifest, path, 'entry');
    const last = range === undefined ? 0 : range.endColumn === 1 ? range.endLine - 1 : range.endLine;
    for (let line = range?.startLine ?? 1; line <= last; line += 1) lines.add(line);
  }
  return lines;
}

export interface ComparedLines {
  readonly lines: readonly DiffLine[];
  readonly noiseCount: number;
  readonly added: number;
  readonly removed: number;
}

const count = (lines: readonly DiffLine[], kind: DiffLine['kind']): number =>
  lines.filter((line) => line.kind === kind).length;

const isNoise = (line: DiffLine, before: ReadonlySet<number>, after: ReadonlySet<number>): boolean =>
  ('beforeLine' in line && before.has(line.beforeLine)) || ('afterLine' in line && after.has(line.afterLine));

/** The lines of a comparison, without those of the API server's own fields unless they are asked for. */
export function compareTexts(
  { before, after, afterManifest = readOnce(after) }: TextPair,
  isNoiseShown: boolean,
): ComparedLines {
  const all = comparisonWith(before).compare(after);
  const manifests = { before: readOnce(before), after: afterManifest };
  const noise = {
    before: noiseLines(manifests.before, manifests.after.object),
    after: noiseLines(manifests.after, manifests.before.object),
  };
  const hasNoise = noise.before.size + noise.after.size > 0;
  const meant = hasNoise ? all.filter((line) => !isNoise(line, noise.before, noise.after)) : all;
  const lines = isNoiseShown ? all : meant;
  return {
    lines,
    noiseCount: all.length - meant.length,
    added: count(lines, 'added'),
    removed: count(lines, 'removed'),
  };
}

/** An object as the API server would store it, in full. */
export const printStored = (object: EditedObject): string => printManifest(treeOf(object));
