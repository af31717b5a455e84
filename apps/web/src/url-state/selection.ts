import { keyOfRef, parseObjectKey, type ObjectRef } from '@fairlead/kube-objects';

/**
 * What is selected: an object, perhaps a row in it, or a node of the picture that is no object.
 * In an address: `Ingress/shop/shop~shop.example.com~/api`.
 */
export interface Selection {
  /** An object's key, or the id of another graph node such as `clients`. */
  readonly id: string;
  /** `undefined` when `id` names no object of a watched kind. */
  readonly ref: ObjectRef | undefined;
  /** What names the row: host and path of an Ingress, the port id of a Service; empty for the whole object. */
  readonly row: readonly string[];
}

/** Hosts and port ids hold no `~`; a path may, so everything after the second `~` is the path. */
export function parseSelection(text: string): Selection | undefined {
  const [id = '', first, ...rest] = text.split('~');
  if (id === '') return undefined;
  const row = first === undefined ? [] : rest.length === 0 ? [first] : [first, rest.join('~')];
  return { id, ref: parseObjectKey(id), row };
}

export const printSelection = ({ id, row }: Pick<Selection, 'id' | 'row'>): string => [id, ...row].join('~');

export const selectionOf = (ref: ObjectRef, row: readonly string[] = []): Selection => ({
  id: keyOfRef(ref),
  ref,
  row,
});
