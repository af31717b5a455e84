import type { Ingress } from '@fairlead/kube-objects';
import type { Route } from '../engine/route.ts';
import { classAnnotation } from '../ingress/resolve-ingress-class.ts';
import { hasCertificatesElsewhere, listSecretEntries, toUrlMap, type UrlMap } from './gce-url-map.ts';
import {
  annotationOf,
  type BuildContext,
  type BuiltRoutes,
  type ClassAnswer,
  type RoutingProfile,
  type TlsClaim,
  type TlsQuestion,
} from './routing-profile.ts';

/** Texts of the annotation that mean one of Google's load balancers. */
export const gceClassNames: readonly string[] = ['gce', 'gce-internal', 'gce-regional-external'];

/** [GCE-1] to [GCE-3] The annotation alone; without it those that name no class in any way. */
function findClass(ingress: Ingress, { reader, options }: BuildContext): ClassAnswer {
  const annotation = annotationOf(ingress, classAnnotation) ?? '';
  const field = ingress.spec.ingressClassName;
  if (gceClassNames.includes(annotation)) return { isTaken: true };
  if (annotation !== '')
    return annotation === options.ingressClass
      ? { isTaken: true }
      : { isTaken: false, reason: 'CLASS_OTHER_CONTROLLER' };
  if (field === undefined) return { isTaken: true };
  const isMissing = reader.find('IngressClass', undefined, field) === undefined;
  return { isTaken: false, reason: isMissing ? 'CLASS_NOT_FOUND' : 'CLASS_OTHER_CONTROLLER' };
}

const listHosts = ({ hosts, ingress }: UrlMap): readonly string[] => [
  ...new Set([...hosts.keys(), ...(ingress.spec.defaultBackend === undefined ? [] : [''])]),
];

/** [GCE-5] What a request of a table's host can come to: paths of that host alone, then the default backend. */
function listTableRoutes({ hosts, fallback }: UrlMap, host: string): readonly Route[] {
  const last =
    fallback === undefined
      ? []
      : [{ ...fallback, host, id: host === '' ? fallback.id : `${fallback.id}for ${host}` }];
  return [...(hosts.get(host) ?? []), ...last];
}

/** [GCE-14] The entry that lists the host, else the first: the names in an entry play no part. */
function tlsClaimOf(ingress: Ingress, host: string): TlsClaim | undefined {
  const entries = listSecretEntries(ingress);
  const own = entries.find(({ hosts = [] }) => hosts.includes(host)) ?? entries[0];
  return own === undefined || hasCertificatesElsewhere(ingress)
    ? undefined
    : { namespace: ingress.metadata.namespace ?? '', secretName: own.secretName ?? '' };
}

function buildRoutes(ingresses: readonly Ingress[], context: BuildContext): BuiltRoutes {
  const claims = new Map<string, UrlMap[]>();
  const maps = ingresses.map((ingress) => toUrlMap(ingress, context));
  for (const map of maps)
    for (const host of listHosts(map)) {
      const claimants = claims.get(host);
      if (claimants === undefined) claims.set(host, [map]);
      else claimants.push(map);
    }
  const tables = [...claims].flatMap(([host, [owner, ...others]]) =>
    owner === undefined ? [] : [{ host, owner, others }],
  );
  return {
    routes: tables.flatMap(({ host, owner, others }) =>
      listTableRoutes(owner, host).map((route) =>
        others.length === 0 ? route : { ...route, isAssumed: true },
      ),
    ),
    defaults: [],
    dropped: [
      ...tables.flatMap(({ host, others }) =>
        others.flatMap((other) =>
          listTableRoutes(other, host).map((route) => ({ route, reason: 'SHADOWED' as const })),
        ),
      ),
      ...maps.flatMap(({ dropped }) => dropped),
    ],
    hosts: [...claims.keys()],
    tlsHosts: new Set(),
    tlsClaims: new Map(
      tables.flatMap(({ host, owner }) => {
        const claim = tlsClaimOf(owner.ingress, host);
        return claim === undefined ? [] : [[host, claim] as const];
      }),
    ),
    listeners: new Map(tables.map(({ host, owner }) => [host, owner.schemes])),
  };
}

const findTlsClaim = ({ tableHost, built }: TlsQuestion): TlsClaim | 'elsewhere' | undefined =>
  tableHost === undefined ? undefined : (built.tlsClaims?.get(tableHost) ?? 'elsewhere');

/** GKE's own controller with Google's load balancers (SPEC, GCE rules). */
export const gceProfile: RoutingProfile = {
  name: 'gce',
  hostOrder: () => 'best-host',
  hasDeepWildcards: true,
  keepsFinalDot: false,
  findTlsClaim,
  normalizePath: (path) => path,
  findClass,
  buildRoutes,
  backendRules: {},
  statusOf: () => 502,
};
