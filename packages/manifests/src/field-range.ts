import type { FieldPath } from './json-value.ts';
import type { Manifest } from './manifest.ts';
import { TextLines } from './text-lines.ts';
import type { ListItem, MapEntry, MapNode, TextNode } from './text-node.ts';
import type { TextRange } from './text-problem.ts';

/** Which part of a field: its name, what it says, or both. */
export type FieldPart = 'key' | 'value' | 'entry';

interface Place {
  readonly start: number;
  readonly end: number;
}

type Step = { readonly node: TextNode; readonly places: Readonly<Record<FieldPart, Place>> };

const endOfEntry = ({ keyEnd, colonEnd = 0, node }: MapEntry): number => Math.max(keyEnd, colonEnd, node.end);

const stepIntoEntry = (entry: MapEntry): Step => {
  const key = { start: entry.keyStart, end: entry.keyEnd };
  const isEmpty = entry.node.start === entry.node.end;
  return {
    node: entry.node,
    places: {
      key,
      value: isEmpty ? key : { start: entry.node.start, end: entry.node.end },
      entry: { start: entry.start, end: endOfEntry(entry) },
    },
  };
};

const stepIntoItem = (item: ListItem): Step => {
  const whole = { start: item.start, end: Math.max(item.start + 1, item.node.end) };
  const isEmpty = item.node.start === item.node.end;
  const value = isEmpty ? whole : { start: item.node.start, end: item.node.end };
  return { node: item.node, places: { key: value, value, entry: whole } };
};

/** Of equal keys the last counts; where a key comes by a merge, the merge stands for it. */
const findEntry = (map: MapNode, key: string): MapEntry | undefined =>
  map.entries.findLast((entry) => !entry.isMerge && entry.key === key) ??
  (Object.hasOwn(map.value, key) ? map.entries.findLast(({ isMerge }) => isMerge) : undefined);

const stepInto = (node: TextNode, part: string | number): Step | undefined => {
  if (node.kind === 'map') {
    const entry = findEntry(node, String(part));
    return entry === undefined ? undefined : stepIntoEntry(entry);
  }
  const item = node.kind === 'list' && typeof part === 'number' ? node.items[part] : undefined;
  return item === undefined ? undefined : stepIntoItem(item);
};

/**
 * Where a field stands in the text; for a field that is not there, the nearest one above it that is (its key, where a
 * part of it is absent: that is what can be marked in one line). `undefined` where the text could not be read.
 */
export const rangeOfField = (
  manifest: Manifest,
  path: FieldPath,
  part: FieldPart = 'value',
): TextRange | undefined => {
  const { root, text } = manifest;
  if (root === undefined) return undefined;
  const lines = new TextLines(text);
  let place: Place = { start: root.start, end: root.end };
  let node = root;
  for (const [index, pathPart] of path.entries()) {
    const step = stepInto(node, pathPart);
    if (step === undefined) break;
    node = step.node;
    // An alias has no parts in its own place: what is below is marked where the alias stands.
    const isWhole = index === path.length - 1;
    const isLastThere = !isWhole && stepInto(node, path[index + 1] ?? '') === undefined;
    place = step.places[isWhole ? part : isLastThere ? 'key' : 'value'];
  }
  return lines.range(place.start, place.end);
};

const holds = ({ start, end }: Place, offset: number): boolean => start <= offset && offset <= end;

/** The last part that begins at or before the offset, so that the space behind a value still belongs to it. */
const findAt = <T extends { readonly start: number }>(parts: readonly T[], offset: number): T | undefined => {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1];
};

interface Found {
  readonly part: string | number;
  readonly start: number;
  readonly end: number;
  /** `undefined` where the offset is in the key. */
  readonly node: TextNode | undefined;
}

const findPart = (node: TextNode, offset: number): Found | undefined => {
  if (node.kind === 'map') {
    const entry = findAt(node.entries, offset);
    if (entry === undefined) return undefined;
    const inner = offset <= entry.keyEnd ? undefined : entry.node;
    return { part: entry.key, start: entry.start, end: endOfEntry(entry), node: inner };
  }
  const item = node.kind === 'list' ? findAt(node.items, offset) : undefined;
  if (node.kind !== 'list' || item === undefined) return undefined;
  const end = Math.max(item.start + 1, item.node.end);
  return { part: node.items.indexOf(item), start: item.start, end, node: item.node };
};

/** The innermost field at an offset of the text, by key or value; empty for the object itself. */
export const fieldAt = (manifest: Manifest, offset: number): FieldPath => {
  const path: (string | number)[] = [];
  const lines = new TextLines(manifest.text);
  let node = manifest.root;
  while (node?.kind === 'map' || node?.kind === 'list') {
    const found = findPart(node, offset);
    if (found === undefined) break;
    const end = node.isFlow ? found.end : lines.endOfLine(found.end);
    if (!holds({ start: found.start, end }, offset)) break;
    path.push(found.part);
    node = found.node;
  }
  return path;
};
