import { specMatcher } from '../controllers/list-rules.ts';
import { matchesWildcardHost } from '../ingress/ingress-host.ts';
import type { NormalizedRequest } from '../request.ts';
import type { RejectedIngress } from './admit-ingress.ts';
import { matchesPath } from './path-matcher.ts';

const claimsHost = (rule: string, host: string): boolean =>
  rule === '' || rule.toLowerCase() === host || matchesWildcardHost(rule, host);

/** [TRC-10] Which rules speak of a request's host: those for any host only where no rule that is served names it. */
export type HostScope = 'by-name' | 'any';

const isInScope = (host: string, scope: HostScope): boolean => host !== '' || scope === 'any';

/** Whether an Ingress would match the request by the letter of the API. */
export function wouldTake(
  { ingress }: RejectedIngress,
  { host, path }: NormalizedRequest,
  scope: HostScope,
): boolean {
  const { rules = [], defaultBackend } = ingress.spec;
  if (rules.length === 0) return defaultBackend !== undefined && scope === 'any';
  return rules.some(
    (rule) =>
      isInScope(rule.host ?? '', scope) &&
      claimsHost(rule.host ?? '', host) &&
      (rule.http?.paths ?? []).some((each) => matchesPath(specMatcher(each), path)),
  );
}

/** A text in which each asterisk stands for anything. */
function matchesAsterisks(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of rest) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

/** A host as its writer may have thought of it: with a port, a final dot, or an asterisk in any place. */
function meansHost(rule: string, host: string): boolean {
  const bare = rule.toLowerCase().replace(/^https?:\/\//, '');
  const isAddress = /^[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:]*$/.test(bare);
  const plain = isAddress ? `[${bare}]` : bare.replace(/:\d+$/, '').replace(/\.$/, '');
  return plain === '' || matchesAsterisks(plain, host);
}

/** [TRC-10] Whether an Ingress that cannot be taken as it is written was meant for the request. */
export function isMeantFor(
  { ingress, reason }: RejectedIngress,
  request: NormalizedRequest,
  scope: HostScope,
): boolean {
  if (reason !== 'INVALID_INGRESS') return false;
  const { rules = [] } = ingress.spec;
  return (
    (rules.length === 0 && scope === 'any') ||
    rules.some(({ host = '', http }) => {
      const paths = http?.paths ?? [];
      const isForPath = ({ path = '', pathType }: (typeof paths)[number]): boolean =>
        path === '' ||
        matchesPath(
          specMatcher({ path: path.startsWith('/') ? path : `/${path}`, pathType, backend: {} }),
          request.path,
        );
      const isForHost = isInScope(host, scope) && meansHost(host, request.host);
      return isForHost && (paths.length === 0 || paths.some(isForPath));
    })
  );
}

/** [TRC-10] Whether an Ingress that cannot be taken as it is written is about the request's host, whatever its paths are. */
export const isAboutHost = (
  { ingress: { spec }, reason }: RejectedIngress,
  { host }: NormalizedRequest,
): boolean =>
  reason === 'INVALID_INGRESS' && (spec.rules ?? []).some((rule) => meansHost(rule.host ?? '', host));
