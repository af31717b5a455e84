import type { Column } from '@fairlead/resource-graph';

/** What a selection names when it names no object: something that stands in the picture all the same. */
export type PictureNode =
  | { readonly kind: 'clients' }
  | { readonly kind: 'controller'; readonly name: string }
  | { readonly kind: 'missing-service'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'missing-class'; readonly name: string }
  /** A class of which there is no object to show. */
  | {
      readonly kind: 'bare-class';
      readonly why: 'unreadClass' | 'annotatedClass';
      readonly name: string;
    }
  | { readonly kind: 'endpoints'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'external'; readonly namespace: string; readonly name: string }
  | { readonly kind: 'hidden'; readonly namespace: string; readonly column: Column }
  | { readonly kind: 'finished'; readonly namespace: string }
  | { readonly kind: 'folded'; readonly namespace: string; readonly column: Column }
  | { readonly kind: 'unknown' };

const columns: readonly Column[] = ['exposure', 'ingress', 'service', 'pods'];

function inColumn(kind: 'hidden' | 'folded', namespace: string, text: string): PictureNode {
  const column = columns.find((candidate) => candidate === text);
  return column === undefined ? { kind: 'unknown' } : { kind, namespace, column };
}

type ReadParts = (namespace: string, name: string) => PictureNode;

const readers: ReadonlyMap<string, ReadParts> = new Map<string, ReadParts>([
  ['controller', (_, name) => ({ kind: 'controller', name })],
  ['class', (_, name) => ({ kind: 'bare-class', why: 'unreadClass', name })],
  ['annotated', (_, name) => ({ kind: 'bare-class', why: 'annotatedClass', name })],
  ['ghost:IngressClass', (_, name) => ({ kind: 'missing-class', name })],
  ['ghost:Service', (namespace, name) => ({ kind: 'missing-service', namespace, name })],
  ['endpoints', (namespace, name) => ({ kind: 'endpoints', namespace, name })],
  ['external', (namespace, name) => ({ kind: 'external', namespace, name })],
  ['hidden', (namespace, column) => inColumn('hidden', namespace, column)],
  ['folded', (namespace, column) => inColumn('folded', namespace, column)],
  ['finished', (namespace) => ({ kind: 'finished', namespace })],
]);

/** Reads the id of a node of the picture. A controller's name may hold slashes. */
export function parsePictureNode(id: string): PictureNode {
  if (id === 'clients') return { kind: 'clients' };
  const [first = '', namespace = '', ...rest] = id.split('/');
  const name = rest.join('/');
  if (namespace === '' || name === '') return { kind: 'unknown' };
  return readers.get(first)?.(namespace, name) ?? { kind: 'unknown' };
}
