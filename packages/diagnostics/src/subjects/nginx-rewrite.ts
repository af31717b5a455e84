import type { ObjectEdit } from '@fairlead/edits';
import type { Ingress } from '@fairlead/kube-objects';
import { listIngressPaths, nginxAnnotation, type IngressPathPlace } from '@fairlead/routing';
import { pathNameOf } from './edit-backend.ts';

/** The target of ingress-nginx's `rewrite-target`, and the highest group that it names; 0: none. */
export interface RewriteTarget {
  readonly text: string;
  readonly group: number;
}

export function findRewriteTarget(ingress: Ingress): RewriteTarget | undefined {
  const text = nginxAnnotation(ingress, 'rewrite-target');
  if (text === undefined) return undefined;
  const groups = [...text.matchAll(/\$(\d)/g)].map(([, digit]) => Number(digit));
  return { text, group: Math.max(0, ...groups) };
}

/** How many groups of a pattern have a number. */
export const countGroups = (path: string): number =>
  [...path.replaceAll(/\\.|\[(?:\\.|[^\]])*\]/g, '').matchAll(/\((?!\?)/g)].length;

/** Nothing in it means anything else in a pattern. */
export const isPlainPath = (path: string): boolean => !/[\\^$*+?()[\]{}|]/.test(path);

/** The pattern for a plain path and what is below it, the rest being group `group`, 1 or 2. */
export function withRest(path: string, group: 1 | 2): string {
  const bare = path.replace(/\/+$/, '');
  if (bare === '') return group === 1 ? '/(.*)' : '/()(.*)';
  return group === 1 ? `${bare}(?:/|$)(.*)` : `${bare}(/|$)(.*)`;
}

/**
 * The edits that make a path another one, and ImplementationSpecific, as patterns have to be. `undefined`: the Ingress has
 * such a path already.
 */
export function listPatternEdits(
  ingress: Ingress,
  place: IngressPathPlace,
  pattern: string,
): readonly ObjectEdit[] | undefined {
  const { path } = place;
  const others = listIngressPaths(ingress).filter(({ host }) => host === place.host);
  const isTaken = others.some(
    (other) =>
      other.path !== path && (other.path.path === pattern || (other.path.path ?? '') === (path.path ?? '')),
  );
  if (isTaken) return undefined;
  const target = pathNameOf(place);
  const retyped = { ...target, pathType: 'ImplementationSpecific' };
  return [
    ...(path.pathType === 'ImplementationSpecific'
      ? []
      : [
          {
            kind: 'set-path-field',
            target,
            field: 'pathType',
            from: path.pathType,
            to: 'ImplementationSpecific',
          } as const,
        ]),
    ...(path.path === pattern
      ? []
      : [{ kind: 'set-path-field', target: retyped, field: 'path', from: path.path, to: pattern } as const]),
  ];
}
