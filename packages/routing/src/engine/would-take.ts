import { specMatcher } from '../controllers/list-rules.ts';
import { matchesWildcardHost } from '../ingress/ingress-host.ts';
import type { NormalizedRequest } from '../request.ts';
import type { RejectedIngress } from './admit-ingress.ts';
import { matchesPath } from './path-matcher.ts';

const claimsHost = (rule: string, host: string): boolean =>
  rule === '' || rule.toLowerCase() === host || matchesWildcardHost(rule, host);

/** Whether an Ingress would match the request by the letter of the API. */
export function wouldTake({ ingress }: RejectedIngress, { host, path }: NormalizedRequest): boolean {
  const { rules = [], defaultBackend } = ingress.spec;
  if (rules.length === 0) return defaultBackend !== undefined;
  return rules.some(
    (rule) =>
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
  const plain = rule
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '');
  return plain === '' || matchesAsterisks(plain, host);
}

/** [TRC-10] Whether an Ingress that cannot be taken as it is written was meant for the request. */
export function isMeantFor({ ingress, reason }: RejectedIngress, request: NormalizedRequest): boolean {
  if (reason !== 'INVALID_INGRESS') return false;
  const { rules = [] } = ingress.spec;
  return (
    rules.length === 0 ||
    rules.some(({ host = '', http }) => {
      const paths = http?.paths ?? [];
      const isForPath = ({ path = '', pathType }: (typeof paths)[number]): boolean =>
        path === '' ||
        matchesPath(
          specMatcher({ path: path.startsWith('/') ? path : `/${path}`, pathType, backend: {} }),
          request.path,
        );
      return meansHost(host, request.host) && (paths.length === 0 || paths.some(isForPath));
    })
  );
}
