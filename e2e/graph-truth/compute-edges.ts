import type {
  ListedBackend,
  ListedEndpoint,
  ListedIngress,
  ListedObject,
  ListedPod,
  ListedPort,
  ListedService,
  ListedSlice,
} from './listed-objects.ts';

/** An edge in words, and whether nothing that takes requests is at its end. */
export interface TrueEdge {
  /** `rule shop/shop shop.example.com Prefix /api -> port http of Service shop/api` */
  readonly words: string;
  readonly isBroken: boolean;
}

export const edgeWords = (from: string, to: string): string => `${from} -> ${to}`;
export const ruleWords = (ingress: string, host: string, pathType: string, path: string): string =>
  `rule ${ingress} ${host} ${pathType} ${path}`;
export const defaultBackendWords = (ingress: string): string => `default backend of ${ingress}`;
export const serviceWords = (service: string): string => `Service ${service}`;
export const portWords = (service: string, port: string): string => `port ${port} of Service ${service}`;
export const missingServiceWords = (service: string): string => `missing Service ${service}`;
export const addressesWords = (service: string): string => `addresses of ${service}`;
export const outsideNameWords = (service: string): string => `name outside of ${service}`;
export const workloadWords = (kind: string, place: string): string => `${kind} ${place}`;

const placeOf = ({ metadata }: ListedObject): string => `${metadata.namespace}/${metadata.name}`;
const portId = ({ name, port, protocol = 'TCP' }: ListedPort): string => name || `${port}/${protocol}`;

/** The cluster, looked things up in. */
class Listed {
  readonly ingresses: readonly ListedIngress[];
  readonly services: readonly ListedService[];
  readonly pods: readonly ListedPod[];
  readonly #byPlace: ReadonlyMap<string, ListedObject>;
  readonly #slices: readonly ListedSlice[];

  constructor(objects: readonly ListedObject[]) {
    this.ingresses = objects.filter((object) => object.kind === 'Ingress');
    this.services = objects.filter((object) => object.kind === 'Service');
    this.pods = objects.filter((object) => object.kind === 'Pod');
    this.#slices = objects.filter((object) => object.kind === 'EndpointSlice');
    this.#byPlace = new Map(objects.map((object) => [`${object.kind} ${placeOf(object)}`, object]));
  }

  find(kind: string, place: string): ListedObject | undefined {
    return this.#byPlace.get(`${kind} ${place}`);
  }

  slicesOf({ metadata }: ListedService): readonly ListedSlice[] {
    return this.#slices.filter(
      (slice) =>
        slice.metadata.namespace === metadata.namespace &&
        slice.metadata.labels?.['kubernetes.io/service-name'] === metadata.name,
    );
  }

  podsOf({ metadata, spec }: ListedService): readonly ListedPod[] {
    const wanted = Object.entries(spec.selector ?? {});
    return wanted.length === 0
      ? []
      : this.pods.filter(
          (pod) =>
            pod.metadata.namespace === metadata.namespace &&
            !['Succeeded', 'Failed'].includes(pod.status?.phase ?? '') &&
            wanted.every(([key, value]) => pod.metadata.labels?.[key] === value),
        );
  }

  /** Whom a Pod belongs to: its controller, or the controller of that. Static Pods belong to themselves. */
  workloadOf(pod: ListedPod): string {
    let [kind, place] = ['Pod', placeOf(pod)];
    for (
      let current: ListedObject | undefined = pod;
      current !== undefined;
      current = this.find(kind, place)
    ) {
      const owner = (current.metadata.ownerReferences ?? []).find(
        (reference) => reference.controller === true && reference.kind !== 'Node',
      );
      if (owner === undefined) break;
      [kind, place] = [owner.kind, `${pod.metadata.namespace}/${owner.name}`];
    }
    return workloadWords(kind, place);
  }
}

function endOfBackend(listed: Listed, namespace: string, { service }: ListedBackend) {
  if (service === undefined) return undefined;
  const place = `${namespace}/${service.name}`;
  const found = listed.find('Service', place);
  if (found?.kind !== 'Service') return { to: missingServiceWords(place), isBroken: true };
  const { name, number } = service.port ?? {};
  const port = (found.spec.ports ?? []).find((each) => (name ? each.name === name : each.port === number));
  return port === undefined
    ? { to: serviceWords(place), isBroken: true }
    : { to: portWords(place, portId(port)), isBroken: false };
}

function edgesOfIngress(listed: Listed, ingress: ListedIngress): readonly TrueEdge[] {
  const { metadata, spec } = ingress;
  const place = placeOf(ingress);
  const backends = [
    ...(spec.rules ?? []).flatMap(({ host = '', http }) =>
      (http?.paths ?? []).map(({ path = '', pathType, backend }) => ({
        from: ruleWords(place, host, pathType, path),
        backend,
      })),
    ),
    ...(spec.defaultBackend === undefined
      ? []
      : [{ from: defaultBackendWords(place), backend: spec.defaultBackend }]),
  ];
  return backends.flatMap(({ from, backend }) => {
    const end = endOfBackend(listed, metadata.namespace, backend);
    return end === undefined ? [] : [{ words: edgeWords(from, end.to), isBroken: end.isBroken }];
  });
}

/** Ready, or ending and still serving: kube-proxy falls back to the latter. Absent conditions are favourable. */
const takesRequests = ({ conditions }: ListedEndpoint): boolean =>
  conditions?.ready !== false || (conditions.terminating === true && conditions.serving !== false);

const isReadBy = ({ spec }: ListedService, { addressType }: ListedSlice): boolean =>
  spec.clusterIP === 'None'
    ? addressType !== 'FQDN'
    : (spec.ipFamilies ?? ['IPv4', 'IPv6']).includes(addressType);

const publishes = ({ ports }: ListedSlice, wanted: ListedPort): boolean =>
  (ports ?? []).some(
    ({ name = '', port, protocol = 'TCP' }) =>
      name === (wanted.name ?? '') && protocol === (wanted.protocol ?? 'TCP') && Boolean(port),
  );

function whatAnswers(
  listed: Listed,
  service: ListedService,
  { metadata }: ListedSlice,
  endpoint: ListedEndpoint,
) {
  const { kind, name, namespace = metadata.namespace } = endpoint.targetRef ?? {};
  if (kind !== 'Pod' || namespace !== metadata.namespace) return addressesWords(placeOf(service));
  const pod = listed.find('Pod', `${namespace}/${name}`);
  return pod?.kind === 'Pod' ? listed.workloadOf(pod) : undefined;
}

/** What a port leads to, and whether anything there takes requests. */
function endsOfPort(
  listed: Listed,
  service: ListedService,
  port: ListedPort | undefined,
): ReadonlyMap<string, boolean> {
  const slices = listed.slicesOf(service);
  const ends = new Map(listed.podsOf(service).map((pod) => [listed.workloadOf(pod), false]));
  const hasSelector = Object.keys(service.spec.selector ?? {}).length > 0;
  if (!hasSelector && slices.length > 0) ends.set(addressesWords(placeOf(service)), false);
  for (const slice of slices) {
    if (port !== undefined && !(isReadBy(service, slice) && publishes(slice, port))) continue;
    for (const endpoint of slice.endpoints ?? []) {
      const end = whatAnswers(listed, service, slice, endpoint);
      if (end !== undefined) ends.set(end, takesRequests(endpoint) || ends.get(end) === true);
    }
  }
  return ends;
}

function edgesOfService(listed: Listed, service: ListedService): readonly TrueEdge[] {
  const place = placeOf(service);
  const { ports = [], type } = service.spec;
  const starts = ports.length === 0 ? [undefined] : ports;
  return starts.flatMap((port) => {
    const from = port === undefined ? serviceWords(place) : portWords(place, portId(port));
    if (type === 'ExternalName')
      return [{ words: edgeWords(from, outsideNameWords(place)), isBroken: false }];
    return [...endsOfPort(listed, service, port)].map(([to, isUsable]) => ({
      words: edgeWords(from, to),
      isBroken: !isUsable,
    }));
  });
}

/** The edges from Ingress rules to Service ports and from those to what answers, by namespace. */
export function computeEdges(objects: readonly ListedObject[]): ReadonlyMap<string, readonly TrueEdge[]> {
  const listed = new Listed(objects);
  const byNamespace = new Map<string, TrueEdge[]>();
  const add = (namespace: string, edges: readonly TrueEdge[]): void => {
    byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), ...edges]);
  };
  for (const ingress of listed.ingresses) add(ingress.metadata.namespace, edgesOfIngress(listed, ingress));
  for (const service of listed.services) add(service.metadata.namespace, edgesOfService(listed, service));
  return byNamespace;
}
