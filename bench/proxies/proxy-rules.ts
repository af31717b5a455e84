import type { Ingress } from '@fairlead/kube-objects';

/** The rules of a host in the form in which every proxy can have them: whole paths first, then the longest beginning. */
export interface ProxyHost {
  /** Lower case; with an asterisk for one label; empty for any. */
  readonly host: string;
  readonly whole: ReadonlyMap<string, string>;
  readonly beginnings: ReadonlyMap<string, string>;
}

interface Claim {
  readonly host: string;
  readonly path: string;
  readonly isExact: boolean;
  readonly createdAt: string;
  readonly ingress: string;
  /** What answers a request, as a word. */
  readonly answer: string;
}

/** The name that a rule's answer has: place of the rule and the path in its Ingress. */
export const answerOf = (routeId: string | null): string => routeId?.replaceAll(' ', '_') ?? 'none';

const listClaims = (ingresses: readonly Ingress[]): readonly Claim[] =>
  ingresses.flatMap(({ metadata, spec }) =>
    (spec.rules ?? []).flatMap(({ host = '', http }, rule) =>
      (http?.paths ?? []).map(({ path = '/', pathType }, place) => ({
        host,
        path,
        isExact: pathType === 'Exact',
        createdAt: metadata.creationTimestamp ?? '',
        ingress: `${metadata.namespace ?? ''}/${metadata.name}`,
        answer: answerOf(`${metadata.namespace ?? ''}/${metadata.name} ${rule} ${place}`),
      })),
    ),
  );

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The longest path first, of equally long ones Exact, then the oldest Ingress, then by name. */
const compareClaims = (a: Claim, b: Claim): number =>
  b.path.length - a.path.length ||
  Number(b.isExact) - Number(a.isExact) ||
  compareText(a.createdAt, b.createdAt) ||
  compareText(a.ingress, b.ingress);

/** What the specification makes of Exact and Prefix rules, written down without the product's engine. */
export function listProxyHosts(ingresses: readonly Ingress[]): readonly ProxyHost[] {
  const hosts = new Map<string, { whole: Map<string, string>; beginnings: Map<string, string> }>();
  for (const { host, path, isExact, answer } of listClaims(ingresses).toSorted(compareClaims)) {
    const known = hosts.get(host) ?? {
      whole: new Map<string, string>(),
      beginnings: new Map<string, string>(),
    };
    hosts.set(host, known);
    const bare = path.replace(/\/$/, '');
    const wholePaths = isExact ? [path] : bare === '' ? [] : [bare];
    for (const each of wholePaths) if (!known.whole.has(each)) known.whole.set(each, answer);
    if (!isExact && !known.beginnings.has(`${bare}/`)) known.beginnings.set(`${bare}/`, answer);
  }
  return [...hosts].map(([host, rules]) => ({ host, ...rules }));
}
