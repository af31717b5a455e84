import type { StoredChange } from '../storage/storage.ts';

/** Makes part of the cluster what it should be. It is told keys only and reads the rest when its turn comes. */
export interface Controller {
  /** Keys (`namespace/name` or a bare name) of what a change concerns. */
  readonly keysFor: (change: StoredChange) => readonly string[];
  readonly reconcile: (key: string) => void;
}

/** Namespace and name of a key; the namespace is empty in a bare name. */
export function splitKey(key: string): { readonly namespace: string; readonly name: string } {
  const at = key.indexOf('/');
  return at < 0 ? { namespace: '', name: key } : { namespace: key.slice(0, at), name: key.slice(at + 1) };
}
