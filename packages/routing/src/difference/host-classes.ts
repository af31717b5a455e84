import { listConditionHosts } from './condition-variants.ts';
import type { RoutingIndex } from '../engine/routing-index.ts';
import { samplePattern } from './sample-pattern.ts';

/** A host that stands for all hosts that two routing tables cannot tell from it. */
export interface HostClass {
  readonly host: string;
  /**
   * `exact`: nothing but this host. `wildcard`: one label under a wildcard; `deep`: two. `odd`: one that no DNS name has,
   * or another class with a final dot, where that dot is not stripped.
   * `unknown`: no rule names it.
   */
  readonly kind: 'exact' | 'wildcard' | 'deep' | 'odd' | 'unknown';
}

/** The hosts and, with their asterisks, wildcards that an index can tell from others. */
function listNamedHosts(index: RoutingIndex): readonly string[] {
  const { exactHosts, wildcardHosts, anyHost, defaultByHost, built, profile, taken } = index;
  const certified =
    profile.needsCertificate === true
      ? taken.flatMap(({ spec }) => (spec.tls ?? []).flatMap(({ hosts = [] }) => hosts))
      : [];
  return [
    ...exactHosts.keys(),
    ...[...wildcardHosts.keys()].map((suffix) => `*${suffix}`),
    ...defaultByHost.keys(),
    ...built.tlsHosts,
    ...[built.listeners, built.tlsClaims, built.owners].flatMap((known) => [...(known?.keys() ?? [])]),
    ...certified.map((host) => host.toLowerCase()),
    ...[...wildcardHosts.values(), anyHost].flatMap((table) => listConditionHosts(table?.routes ?? [])),
  ].filter((host) => host !== '');
}

/** Hosts that patterns take, by example. */
const listSampledHosts = ({ patternHosts }: RoutingIndex): readonly string[] =>
  patternHosts.flatMap(({ regex }) => samplePattern(regex.source).filter((text) => regex.test(text)));

/** `text` itself, else with the first number that makes it a host which is not taken. */
function freshHost(text: string, suffix: string, isTaken: (host: string) => boolean): string {
  let host = `${text}${suffix}`;
  for (let number = 1; isTaken(host); number += 1) host = `${text}-${number}${suffix}`;
  return host;
}

/**
 * Hosts of which every request's host is like one, as far as the given routing tables can see: each named one, one label
 * and two labels under each wildcard, examples of patterns, and one that no rule names; each with a final dot, too, where
 * that counts.
 */
export function listHostClasses(indexes: readonly RoutingIndex[]): readonly HostClass[] {
  const named = new Set(indexes.flatMap((index) => [...listNamedHosts(index), ...listSampledHosts(index)]));
  const exact = [...named].filter((host) => !host.startsWith('*.'));
  const suffixes = [...named].filter((host) => host.startsWith('*.')).map((host) => host.slice(1));
  const isParentTaken = (host: string): boolean =>
    [host, `*.${host}`, `deep.${host}`].some((each) => named.has(each));
  const isUnknownTaken = (host: string): boolean =>
    named.has(host) || named.has(`*.${host.slice(host.indexOf('.') + 1)}`);
  const classes = [
    ...exact.map((host): HostClass => ({ host, kind: 'exact' })),
    ...suffixes.flatMap((suffix): readonly HostClass[] => {
      const parent = freshHost('any', suffix, isParentTaken);
      return [
        { host: parent, kind: 'wildcard' },
        { host: `deep.${parent}`, kind: 'deep' },
        { host: freshHost('_any', suffix, isParentTaken), kind: 'odd' },
      ];
    }),
    { host: freshHost('unknown.example', '', isUnknownTaken), kind: 'unknown' } as const,
  ];
  const keepsFinalDot = indexes.some(({ profile }) => profile.keepsFinalDot);
  const dotted = classes.map(({ host }): HostClass => ({ host: `${host}.`, kind: 'odd' }));
  return keepsFinalDot ? [...classes, ...dotted] : classes;
}
