import type { Ingress } from '@fairlead/kube-objects';
import { isCanary, isNginxFlagSet } from '../controllers/ingress-nginx-annotations.ts';
import { isOfPatterns, type Location, type NginxServer } from '../controllers/ingress-nginx-locations.ts';
import { buildNginxServers } from '../controllers/ingress-nginx-servers.ts';
import type { RulePath } from '../controllers/list-rules.ts';
import type { ConfigurationBreaker, RuleAt } from './configuration-breaker.ts';
import { findPatternFault } from './find-pattern-fault.ts';

const toPlace = ({ ingress, ruleIndex, pathIndex }: RulePath): RuleAt => ({ ingress, ruleIndex, pathIndex });

/** The locations that nginx reads for one of ours: a Prefix is written with a final slash and, unless it is taken, without. */
function namesOf({ path, type }: Location, exactPaths: ReadonlySet<string>): readonly string[] {
  if (type === 'Exact') return [`= ${path}`];
  if (path === '/') return ['/'];
  const below = path.endsWith('/') ? path : `${path}/`;
  return exactPaths.has(path) ? [below] : [below, `= ${path}`];
}

/** [BRK-1] Two locations of one name, which nginx refuses. */
function listTwice({ host, locations }: NginxServer): readonly ConfigurationBreaker[] {
  const exactPaths = new Set(locations.flatMap(({ path, type }) => (type === 'Exact' ? [path] : [])));
  const known = new Map<string, Location>();
  return locations.flatMap((location): readonly ConfigurationBreaker[] => {
    const names = namesOf(location, exactPaths);
    const taken = names.find((name) => known.has(name));
    for (const name of names) if (!known.has(name)) known.set(name, location);
    if (taken === undefined || location.rule === undefined) return [];
    const other = known.get(taken)?.rule;
    return [
      {
        code: 'LOCATION_TWICE',
        at: toPlace(location.rule),
        host,
        text: taken.replace(/^= /, ''),
        ...(other === undefined ? {} : { other: toPlace(other) }),
      },
    ];
  });
}

/** [BRK-2] A path that is written as it is and ends too early. */
function listUnwritable({ host, locations }: NginxServer): readonly ConfigurationBreaker[] {
  return locations.flatMap(({ rule, path }): readonly ConfigurationBreaker[] => {
    const [sign] = /[\s;{]/.exec(path) ?? [];
    return rule === undefined || sign === undefined
      ? []
      : [{ code: 'PATH_NOT_WRITABLE', at: toPlace(rule), host, text: sign }];
  });
}

/** [BRK-4] A path that is read as a pattern, between quotes. */
function listFaulty({ host, locations }: NginxServer): readonly ConfigurationBreaker[] {
  return locations.flatMap(({ rule, path }): readonly ConfigurationBreaker[] => {
    if (rule === undefined) return [];
    if (path.includes('"')) return [{ code: 'PATH_NOT_WRITABLE', at: toPlace(rule), host, text: '"' }];
    const fault = findPatternFault(path);
    return fault === undefined ? [] : [{ code: 'PATTERN_FAULTY', at: toPlace(rule), host, text: fault }];
  });
}

/** [BRK-3] A redirect between a host and the same with `www.` in front, of a wildcard. */
const listWww = (ingress: Ingress): readonly ConfigurationBreaker[] =>
  isNginxFlagSet(ingress, 'from-to-www-redirect') !== true
    ? []
    : (ingress.spec.rules ?? []).flatMap(({ host = '', http }, ruleIndex) =>
        host.startsWith('*.') && http !== undefined
          ? [{ code: 'WWW_OF_WILDCARD', at: { ingress, ruleIndex }, host, text: `www.${host}` } as const]
          : [],
      );

/** [BRK-5] */
const listBareCanaries = (ingress: Ingress): readonly ConfigurationBreaker[] =>
  !isCanary(ingress)
    ? []
    : (ingress.spec.rules ?? []).flatMap(({ host = '', http }, ruleIndex) =>
        http === undefined
          ? [{ code: 'CANARY_WITHOUT_PATHS', at: { ingress, ruleIndex }, host, text: host } as const]
          : [],
      );

/** [BRK-1] to [BRK-5] `taken`: the Ingresses that ingress-nginx takes, all of a host together. */
export function listNginxBreakers(taken: readonly Ingress[], host?: string): readonly ConfigurationBreaker[] {
  const { ingresses, servers } = buildNginxServers(taken, host);
  const all = [
    ...[...servers.values()].flatMap((server) =>
      isOfPatterns(server) ? listFaulty(server) : [...listTwice(server), ...listUnwritable(server)],
    ),
    ...ingresses.flatMap(listWww),
    ...taken.flatMap(listBareCanaries),
  ];
  return host === undefined ? all : all.filter((each) => each.host.toLowerCase() === host);
}
