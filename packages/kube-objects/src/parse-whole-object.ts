import type { WholeObject } from './objects/cluster-object.ts';
import { isRecord } from './parse-shape.ts';
import { parseTrimmedObject, type UnreadableObject } from './parse-trimmed-object.ts';

/** The path of a value that is in `given` but not the same in `kept`; a null is no value. */
function findLostPath(given: unknown, kept: unknown, path: string): string | undefined {
  if (given === kept || given === null || given === undefined) return undefined;
  if (Array.isArray(given) && Array.isArray(kept)) return findLostItem(given, kept, path);
  if (!isRecord(given) || !isRecord(kept)) return path;
  for (const [name, value] of Object.entries(given)) {
    const remains = Object.hasOwn(kept, name) ? kept[name] : undefined;
    const lost = findLostPath(value, remains, path === '' ? name : `${path}.${name}`);
    if (lost !== undefined) return lost;
  }
  return undefined;
}

function findLostItem(given: readonly unknown[], kept: readonly unknown[], path: string): string | undefined {
  if (given.length !== kept.length) return path;
  for (const [index, item] of given.entries()) {
    const lost = findLostPath(item, kept[index], `${path}[${index}]`);
    if (lost !== undefined) return lost;
  }
  return undefined;
}

/**
 * Reads an object fetched on demand, of which nothing may get lost because it will be shown and edited. Nulls, which the
 * API reads as absent, are left out of typed fields; any other field of a wrong type makes the object unreadable, with
 * the field in the reason.
 */
export function parseWholeObject(raw: unknown): WholeObject | UnreadableObject {
  const parsed = parseTrimmedObject(raw);
  if (parsed.kind === 'Unreadable') return parsed;
  const lost = findLostPath(raw, parsed, '');
  if (lost === undefined) return parsed as WholeObject;
  const { kind, metadata } = parsed;
  return {
    kind: 'Unreadable',
    reason: `its field ${lost} is not of the type that the API gives it`,
    given: { kind, namespace: metadata.namespace, name: metadata.name },
  };
}
