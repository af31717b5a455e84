import { isKind, kindInfo, type Kind } from './kind.ts';

/** Names one object. `namespace` is `undefined` for cluster-scoped kinds. */
export interface ObjectRef<K extends Kind = Kind> {
  readonly kind: K;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** `Kind/namespace/name`, with `-` as the namespace of a cluster-scoped kind. The same text names it in addresses. */
export type ObjectKey = string;

export const objectKey = (kind: Kind, namespace: string | undefined, name: string): ObjectKey =>
  `${kind}/${namespace ?? '-'}/${name}`;

export const keyOfRef = ({ kind, namespace, name }: ObjectRef): ObjectKey => objectKey(kind, namespace, name);

export const refOf = <K extends Kind>(object: {
  readonly kind: K;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}): ObjectRef<K> => ({ kind: object.kind, namespace: object.metadata.namespace, name: object.metadata.name });

export const keyOf = (object: {
  readonly kind: Kind;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}): ObjectKey => objectKey(object.kind, object.metadata.namespace, object.metadata.name);

/** Reads a key back; `undefined` when the text is no key of a watched kind or its scope does not fit the kind. */
export function parseObjectKey(text: string): ObjectRef | undefined {
  const [kind, namespace, name, more] = text.split('/');
  if (kind === undefined || !isKind(kind) || !namespace || !name || more !== undefined) return undefined;
  if (kindInfo(kind).isNamespaced === (namespace === '-')) return undefined;
  return { kind, namespace: namespace === '-' ? undefined : namespace, name };
}
