import { isDeepEqual } from './deep-equal.ts';
import { ownField, type FieldPath, type JsonObject } from './json-value.ts';
import type { Rewriter, Slot } from './rewriter.ts';
import type { MapEntry, MapNode } from './text-node.ts';

/** One map of the text and what it is to say. */
export interface MapRewrite {
  readonly node: MapNode;
  readonly next: JsonObject;
  readonly path: FieldPath;
  readonly slot: Slot;
}

/** Which entries stay, perhaps with another value, and which keys come. */
export interface MapPlan {
  readonly kept: ReadonlySet<MapEntry>;
  readonly added: readonly string[];
}

/** True where no small edit is right: an entry that a merge overrides, or a merged key that has to go. */
export const hasAwkwardMerge = (rewriter: Rewriter, { node, next }: MapRewrite): boolean => {
  const merges = node.entries.filter(({ isMerge }) => isMerge);
  if (merges.length === 0) return false;
  const isTorn = merges.some(({ node: source }) => {
    const sources = source.kind === 'list' ? source.items.map((item) => item.node) : [source];
    return sources.some((part) => part.kind === 'alias' && rewriter.isChanging(part.target));
  });
  const isOverridden = node.entries.some(
    ({ isMerge, key, node: own }) => !isMerge && !isDeepEqual(own.value, ownField(node.value, key)),
  );
  return (
    isTorn ||
    isOverridden ||
    Object.keys(node.value).some((key) => isMergedOnly(node, key) && !Object.hasOwn(next, key))
  );
};

const isMergedOnly = (node: MapNode, key: string): boolean =>
  Object.hasOwn(node.value, key) && !node.entries.some((entry) => !entry.isMerge && entry.key === key);

/** `undefined` where entries cannot be taken one by one, or none of them stays. */
export const planMap = (rewriter: Rewriter, rewrite: MapRewrite): MapPlan | undefined => {
  const { node, next } = rewrite;
  const { text } = rewriter.layout;
  const isExplicit = node.entries.some(({ start, keyStart }) => text[start] === '?' && keyStart !== start);
  if (isExplicit || hasAwkwardMerge(rewriter, rewrite)) return undefined;
  const kept = new Set(node.entries.filter(({ isMerge, key }) => isMerge || Object.hasOwn(next, key)));
  const written = new Set(node.entries.filter(({ isMerge }) => !isMerge).map(({ key }) => key));
  const hasMerge = written.size < node.entries.length;
  const added = Object.keys(next).filter((key) => {
    if (written.has(key)) return false;
    return !(hasMerge && isDeepEqual(ownField(node.value, key), ownField(next, key)));
  });
  return kept.size > 0 ? { kept, added } : undefined;
};
