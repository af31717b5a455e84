import type { UpdateFrame } from '@fairlead/api-contract';
import { parseTrimmedObject, type ObjectChange } from '@fairlead/kube-objects';

const frameTypes: readonly string[] = ['changes', 'access', 'progress', 'upstream', 'heartbeat', 'resync'];

/** Reads a frame; `undefined` for a type this page does not know, which a newer server may send. */
export function parseUpdateFrame(text: string): UpdateFrame | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  return typeof value.type === 'string' && frameTypes.includes(value.type)
    ? (value as UpdateFrame)
    : undefined;
}

/** The changes of a frame in the order in which they are to be applied. Unreadable objects are left out. */
export function parseFrameChanges(
  frame: Extract<UpdateFrame, { readonly type: 'changes' }>,
): readonly ObjectChange[] {
  const removes = frame.removes.map((key): ObjectChange => ({ op: 'remove', key }));
  const puts = frame.puts.flatMap((raw): readonly ObjectChange[] => {
    const object = parseTrimmedObject(raw);
    return object.kind === 'Unreadable' ? [] : [{ op: 'put', object }];
  });
  return [...removes, ...puts];
}
