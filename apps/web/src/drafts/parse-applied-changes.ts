import type { AppliedChange } from './applied-change.ts';
import { isEditedRef, isRecord, parseJson, parseStoredObject } from './parse-stored.ts';

const operations: readonly unknown[] = ['create', 'update', 'delete'];

function parseChange(raw: unknown): AppliedChange | undefined {
  if (!isRecord(raw) || !isEditedRef(raw['ref']) || !operations.includes(raw['operation'])) return undefined;
  const texts = [raw['id'], raw['clusterId'], raw['appliedAt']];
  const before = parseStoredObject(raw['before']);
  const after = parseStoredObject(raw['after']);
  if (texts.some((text) => typeof text !== 'string') || before === false || after === false) return undefined;
  const undoneBy = typeof raw['undoneBy'] === 'string' ? raw['undoneBy'] : undefined;
  return { ...(raw as unknown as AppliedChange), before, after, undoneBy };
}

/** Reads the stored history; entries that cannot be read are left out. Never throws. */
export function parseAppliedChanges(text: string): readonly AppliedChange[] {
  const stored = parseJson(text);
  if (!isRecord(stored) || stored['version'] !== 1 || !Array.isArray(stored['changes'])) return [];
  return stored['changes'].map(parseChange).filter((change) => change !== undefined);
}
