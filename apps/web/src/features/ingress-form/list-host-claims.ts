import type { Ingress } from '@fairlead/kube-objects';
import { listIngressPaths, orderPathClaims } from '@fairlead/routing';
import type { IngressFormMessages } from '../../messages/en-ingress-form.ts';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import type { HostClaim, IngressFormFacts } from '../../workers/ingress-form-facts.ts';
import { backendText } from './backend-choices.ts';

export interface OrderedClaim extends HostClaim {
  readonly isMine: boolean;
}

/** Everybody's paths of one host, in the order in which they are tried, and who has the host elsewhere. */
export interface HostClaims {
  readonly ordered: readonly OrderedClaim[];
  readonly rivals: readonly string[];
  readonly others: readonly string[];
}

const nameOf = ({ ingress: { namespace = '', name } }: HostClaim): string => `${namespace}/${name}`;

function listOwnClaims(object: Ingress, host: string, facts: IngressFormFacts): readonly OrderedClaim[] {
  const { name, namespace = '' } = object.metadata;
  return listIngressPaths(object)
    .filter((each) => each.host.toLowerCase() === host)
    .map(({ path }) => ({
      ingress: { kind: 'Ingress', namespace, name },
      createdAt: facts.createdAt,
      path: path.path ?? '',
      pathType: path.pathType,
      className: '',
      backend: backendText(path.backend),
      isMine: true,
    }));
}

/** `undefined`: nobody else has the host. */
export function listHostClaims(
  object: Ingress,
  hostAsTyped: string,
  facts: IngressFormFacts | undefined,
): HostClaims | undefined {
  const host = hostAsTyped.toLowerCase();
  const found = facts?.claims.find((claim) => claim.host === host);
  if (facts === undefined || found === undefined) return undefined;
  const theirs = found.rivals.map((claim) => ({ ...claim, isMine: false }));
  return {
    ordered: theirs.length === 0 ? [] : orderPathClaims([...listOwnClaims(object, host, facts), ...theirs]),
    rivals: [...new Set(found.rivals.map(nameOf))],
    others: found.others.map(({ namespace, name }) => `${namespace}/${name}`),
  };
}

const isOlder = (claim: HostClaim, facts: IngressFormFacts): boolean =>
  facts.createdAt === undefined || (claim.createdAt ?? '') < facts.createdAt;

/** What becomes of a path that another Ingress has as well. */
export function claimNotes(
  { path, pathType }: { readonly path: string; readonly pathType: string },
  claims: HostClaims | undefined,
  {
    facts,
    words,
  }: { readonly facts: IngressFormFacts | undefined; readonly words: IngressFormMessages['claims'] },
): readonly FieldNote[] {
  const rival = claims?.ordered.find(
    (claim) => !claim.isMine && claim.path === path && claim.pathType === pathType,
  );
  if (rival === undefined || facts === undefined) return [];
  const name = nameOf(rival);
  if (facts.samePathRule === 'unspecified') return [{ severity: 'warning', message: words.open(name) }];
  return isOlder(rival, facts)
    ? [{ severity: 'warning', message: words.loses(name) }]
    : [{ severity: 'warning', message: words.wins(name) }];
}

/** The oldest Ingress of a host, where the controller gives it the whole host; empty text: this one. */
export function ownerOfHost(claims: HostClaims, facts: IngressFormFacts): string | undefined {
  if (facts.samePathRule !== 'oldest-has-host' || claims.rivals.length === 0) return undefined;
  const older = claims.ordered
    .filter((claim) => !claim.isMine && isOlder(claim, facts))
    .toSorted((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? -1 : 1));
  const [oldest] = older;
  return oldest === undefined ? '' : nameOf(oldest);
}
