import type { ObjectRef } from '@fairlead/kube-objects';

/** `team-a/web`: where the namespace matters. */
export const fullNameOf = ({ namespace, name }: Pick<ObjectRef, 'namespace' | 'name'>): string =>
  namespace === undefined ? name : `${namespace}/${name}`;
