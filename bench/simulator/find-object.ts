import { apiVersionOf, kindInfo, kinds, type Kind } from '@fairlead/kube-objects';
import type { ObjectJson } from '../fixture/object-json.ts';
import type { SimulatedCluster } from './simulated-cluster.ts';

const address =
  /^\/(?:api|apis\/(?<group>[^/]+))\/[^/]+\/namespaces\/(?<namespace>[^/]+)\/(?<resource>[^/]+)\/(?<name>[^/]+)$/;

const placesByCluster = new WeakMap<SimulatedCluster, Map<Kind, ReadonlyMap<string, number>>>();

/** Where the objects of a kind are in its list, by namespace and name; read once, when first asked for. */
function placesOf(cluster: SimulatedCluster, kind: Kind): ReadonlyMap<string, number> {
  const known = placesByCluster.get(cluster) ?? new Map<Kind, ReadonlyMap<string, number>>();
  placesByCluster.set(cluster, known);
  let places = known.get(kind);
  if (places === undefined) {
    const list = cluster.lists.get(kind)!;
    places = new Map(
      Array.from({ length: list.count }, (_, at) => {
        const { namespace, name } = list.read(at)['metadata'] as Readonly<Record<string, string>>;
        return [`${namespace}/${name}`, at] as const;
      }),
    );
    known.set(kind, places);
  }
  return places;
}

/** The object of a namespace that a path names, as it was listed. */
export function findObject(cluster: SimulatedCluster, path: string): ObjectJson | undefined {
  const { group = '', namespace, resource, name } = address.exec(path)?.groups ?? {};
  const kind = kinds.find((each) => kindInfo(each).resource === resource && kindInfo(each).group === group);
  const at = kind === undefined ? undefined : placesOf(cluster, kind).get(`${namespace}/${name}`);
  if (kind === undefined || at === undefined) return undefined;
  return { apiVersion: apiVersionOf(kindInfo(kind)), kind, ...cluster.lists.get(kind)?.read(at) };
}
