import type { SnapshotHead, SnapshotTail } from '@fairlead/api-contract';
import { parseTrimmedObject, type TrimmedObject } from '@fairlead/kube-objects';

/** One line of a snapshot. `unreadable`: an object that cannot be taken; the others are not affected. */
export type SnapshotLine =
  | { readonly kind: 'head'; readonly head: SnapshotHead }
  | { readonly kind: 'object'; readonly object: TrimmedObject }
  | { readonly kind: 'tail'; readonly tail: SnapshotTail }
  | { readonly kind: 'unreadable' };

export function parseSnapshotLine(line: string): SnapshotLine {
  const value: unknown = JSON.parse(line);
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  if (type === 'snapshot') return { kind: 'head', head: value as SnapshotHead };
  if (type === 'end') return { kind: 'tail', tail: value as SnapshotTail };
  const object = parseTrimmedObject(value);
  return object.kind === 'Unreadable' ? { kind: 'unreadable' } : { kind: 'object', object };
}
