import type { ObjectRef } from '@fairlead/kube-objects';

/** `Deployment frontend`: how a sentence names an object. */
export const nameOf = ({ kind, name }: Pick<ObjectRef, 'kind' | 'name'>): string => `${kind} ${name}`;
