import type { DryRunRequest, storedObjectSchema } from '@fairlead/api-contract';
import type { z } from 'zod';
import type { WriteTarget } from '../../cluster/object-writes.ts';

/** An object as the API server has it, its head checked. */
export type StoredObject = z.infer<typeof storedObjectSchema>;

/** Each kind of edit, whether it is tried or applied. */
export type EditOf<O extends DryRunRequest['operation']> = Extract<DryRunRequest, { operation: O }>;

/** The object an edit is about: the one it began from, whatever the draft makes of its name. */
export function targetOf(edit: DryRunRequest): WriteTarget {
  const { kind, metadata } = edit.operation === 'create' ? edit.mine : edit.base;
  return { kind, namespace: metadata.namespace, name: metadata.name };
}
