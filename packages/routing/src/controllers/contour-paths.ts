import type { HttpIngressPath } from '@fairlead/kube-objects';
import { patternMatcher, type PathMatcher } from '../engine/path-matcher.ts';

/** A path as Contour tells Envoy: `segment` matches whole elements, `string` the beginning of a text. */
export interface ContourPath {
  readonly kind: 'exact' | 'regex' | 'segment' | 'string';
  readonly text: string;
}

/** [CTR-5] [CTR-6] */
export function readContourPath({ path, pathType }: Pick<HttpIngressPath, 'path' | 'pathType'>): ContourPath {
  const text = path || '/';
  if (pathType === 'Exact') return { kind: 'exact', text };
  if (pathType === 'Prefix' && text !== '/') return { kind: 'segment', text: text.replace(/\/+$/, '') };
  const isPattern = pathType !== 'Prefix' && /[\^+*[\]%]/.test(text);
  return { kind: isPattern ? 'regex' : 'string', text };
}

/** `undefined`: not a regular expression. */
export function contourMatcher({ kind, text }: ContourPath): PathMatcher | undefined {
  switch (kind) {
    case 'exact':
      return { kind: 'exact', path: text };
    case 'regex':
      return patternMatcher(`^(?:${text})$`);
    case 'segment':
      return { kind: 'elements', path: text };
    case 'string':
      return text === '/' ? { kind: 'everything' } : { kind: 'text', path: text };
  }
}

const ranks: Readonly<Record<ContourPath['kind'], number>> = { exact: 0, regex: 1, segment: 2, string: 2 };

/** [CTR-8] Exact, then patterns, then prefixes; the longer first, of equally long ones the later in the alphabet. */
export function compareContourPaths(a: ContourPath, b: ContourPath): number {
  const byText = a.text === b.text ? 0 : a.text < b.text ? 1 : -1;
  const byKind = a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1;
  return ranks[a.kind] - ranks[b.kind] || b.text.length - a.text.length || byText || byKind;
}
