import type { ClusterFilter } from './questions.ts';

/** Whether something of a namespace is looked at. */
export function buildNamespaceFilter({
  namespaces,
}: ClusterFilter): (namespace: string | undefined) => boolean {
  if (namespaces === undefined) return () => true;
  const wanted = new Set(namespaces);
  return (namespace) => namespace === undefined || wanted.has(namespace);
}

/** Whether one of the texts holds what was typed; every word of it must be found. */
export function buildTextFilter({ text = '' }: ClusterFilter): (texts: readonly string[]) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (texts) => {
    const haystack = texts.join('\n').toLowerCase();
    return words.every((word) => haystack.includes(word));
  };
}
