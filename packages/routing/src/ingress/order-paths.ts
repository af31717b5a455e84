import type { ObjectRef } from '@fairlead/kube-objects';

/** A path that an Ingress claims for a host. */
export interface PathClaim {
  readonly ingress: ObjectRef<'Ingress'>;
  /** Absent for an Ingress that is not stored yet: the newest of all. */
  readonly createdAt: string | undefined;
  /** Empty text: every path. */
  readonly path: string;
  readonly pathType: string;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const rankOfType = (pathType: string): number => (pathType === 'Exact' ? 0 : pathType === 'Prefix' ? 1 : 2);

/** Far in the future in the notation of Kubernetes' times: an object without one comes last. */
const notYet = '9999';

function compareClaims(a: PathClaim, b: PathClaim): number {
  return (
    b.path.length - a.path.length ||
    rankOfType(a.pathType) - rankOfType(b.pathType) ||
    compareText(a.path, b.path) ||
    compareText(a.createdAt ?? notYet, b.createdAt ?? notYet) ||
    compareText(a.ingress.namespace ?? '', b.ingress.namespace ?? '') ||
    compareText(a.ingress.name, b.ingress.name)
  );
}

/**
 * [ING-29] [ING-30] All claims of one host in the order in which they are tried: the first that matches a request wins. By
 * the letter of the API; of claims of the same path the older Ingress's first, which not every controller keeps to.
 */
export const orderPathClaims = <C extends PathClaim>(claims: readonly C[]): readonly C[] =>
  claims.toSorted(compareClaims);
