import type { ObjectRef } from '@fairlead/kube-objects';

/** `Deployment frontend`: how a sentence names an object. */
export const nameOf = ({ kind, name }: Pick<ObjectRef, 'kind' | 'name'>): string => `${kind} ${name}`;

/** `team-a/web`: where the namespace matters. */
export const fullNameOf = ({ namespace, name }: Pick<ObjectRef, 'namespace' | 'name'>): string =>
  namespace === undefined ? name : `${namespace}/${name}`;
