import type { EditedObject } from '@fairlead/edits';
import { parseWholeObject } from '@fairlead/kube-objects';
import type { Buildable } from '@fairlead/kube-objects/testing';
import type { ProposedChange } from '../proposed-change.ts';

/** The object as a draft has it: whole, and without what only the API server writes. */
export function asDrafted(builder: Extract<Buildable, { build(): unknown }>): EditedObject {
  const { status: _status, ...object } = { status: undefined, ...builder.build() };
  const whole = parseWholeObject(object);
  if (whole.kind !== 'Service' && whole.kind !== 'Ingress') throw new Error(`no draft of a ${whole.kind}`);
  return whole;
}

export const updated = (builder: Extract<Buildable, { build(): unknown }>): ProposedChange => ({
  operation: 'update',
  object: asDrafted(builder),
});
