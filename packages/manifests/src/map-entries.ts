import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';
import type { MapEntry, TextNode } from './text-node.ts';
import type { TreeReport } from './tree-report.ts';

const reportDuplicate = (first: MapEntry, again: MapEntry, report: TreeReport): void => {
  const details = {
    key: again.key,
    firstOffset: first.keyStart,
    firstEndOffset: first.keyEnd,
    firstLine: report.lineOf(first.keyStart),
  };
  report.add({ code: 'duplicate-key', severity: 'error', details }, again.keyStart, again.keyEnd);
};

/** The maps that a merge brings in, in the order in which they are laid over each other: earlier ones in a list win. */
const listMerged = (node: TextNode): readonly JsonObject[] | undefined => {
  const target = node.kind === 'alias' ? node.target : node;
  if (target.kind === 'list') {
    const values: readonly JsonValue[] = target.value;
    return values.every(isJsonObject) ? values.toReversed() : undefined;
  }
  return isJsonObject(target.value) ? [target.value] : undefined;
};

/**
 * A map's entries as Kubernetes reads them, the later of two equal keys winning. Go's reader lays a `<<` over what
 * stands before it, where YAML's own rule lets every key that is written out win. Each key is looked up once, so a map
 * of 20 000 keys costs what it is long.
 */
export const listMapEntries = (
  entries: readonly MapEntry[],
  report: TreeReport,
): readonly (readonly [string, JsonValue])[] => {
  const seen = new Map<string, MapEntry>();
  const listed: (readonly [string, JsonValue])[] = [];
  for (const entry of entries) {
    if (entry.isMerge) {
      const merged = listMerged(entry.node);
      if (merged === undefined) {
        const details = { message: 'A merge (<<) takes a map or a list of maps', parserCode: 'BAD_MERGE' };
        report.add({ code: 'syntax', severity: 'error', details }, entry.node.start, entry.node.end);
      }
      for (const object of merged ?? []) listed.push(...Object.entries(object));
      continue;
    }
    const first = seen.get(entry.key);
    if (first === undefined) seen.set(entry.key, entry);
    else reportDuplicate(first, entry, report);
    listed.push([entry.key, entry.node.value]);
  }
  return listed;
};
