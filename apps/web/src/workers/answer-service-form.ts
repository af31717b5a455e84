import { refOf, type IngressClass, type ObjectReader, type Pod, type Service } from '@fairlead/kube-objects';
import { findTopOwner } from '@fairlead/resource-graph';
import {
  controllerFamilyOf,
  hasEnded,
  ingressClassNameOf,
  isPodReady,
  listServingPorts,
  protocolOf,
  servicePortId,
  type ControllerFamily,
} from '@fairlead/routing';
import type { ClusterModel } from './cluster-model.ts';
import { listRulesTo } from './rules-by-service.ts';
import type {
  DeclaredPort,
  ServiceFormFacts,
  ServiceFormQuestion,
  TakenNodePort,
} from './service-form-facts.ts';

const mostKeys = 100;
const mostValues = 50;
const mostFreePorts = 3;
/** Kubernetes gives out node ports above these 86 first, so that chosen ones seldom collide (KEP-3668). */
const staticBand = { first: 30_000, last: 30_085 } as const;

const countBy = <T>(items: readonly T[], keyOfItem: (item: T) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOfItem(item), (counts.get(keyOfItem(item)) ?? 0) + 1);
  return counts;
};

function listOwners(reader: ObjectReader, pods: readonly Pod[]): ServiceFormFacts['owners'] {
  const owners = pods.map((pod) => findTopOwner(reader, pod));
  const counts = countBy(owners, ({ id }) => id);
  const distinct = new Map(owners.map((owner) => [owner.id, owner]));
  return [...distinct.values()].map(({ id, kind, name }) => ({ kind, name, pods: counts.get(id) ?? 0 }));
}

function listDeclaredPorts(pods: readonly Pod[]): readonly DeclaredPort[] {
  const declared = pods.flatMap((pod) =>
    listServingPorts(pod).map((port) => ({
      name: port.name,
      number: port.containerPort,
      protocol: protocolOf(port),
    })),
  );
  const textOf = (port: (typeof declared)[number]): string =>
    `${port.name ?? ''}/${port.number}/${port.protocol}`;
  const counts = countBy(declared, textOf);
  const distinct = new Map(declared.map((port) => [textOf(port), port]));
  return [...distinct]
    .map(([text, port]) => ({ ...port, pods: counts.get(text) ?? 0 }))
    .toSorted((a, b) => b.pods - a.pods || a.number - b.number);
}

function listLabels(pods: readonly Pod[]): ServiceFormFacts['labels'] {
  const values = new Map<string, Map<string, number>>();
  for (const pod of pods)
    for (const [key, value] of Object.entries(pod.metadata.labels ?? {})) {
      const counts = values.get(key) ?? new Map<string, number>();
      values.set(key, counts.set(value, (counts.get(value) ?? 0) + 1));
    }
  return [...values]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, mostKeys)
    .map(([key, counts]) => ({
      key,
      values: [...counts]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, mostValues)
        .map(([value, count]) => ({ value, pods: count })),
    }));
}

function takenOf(service: Service): readonly TakenNodePort[] {
  const taken = (port = 0, protocol: string, portName: string): readonly TakenNodePort[] =>
    port === 0 ? [] : [{ port, protocol, service: refOf(service), portName }];
  const { ports = [], healthCheckNodePort } = service.spec;
  return [
    ...ports.flatMap((port) => taken(port.nodePort, protocolOf(port), servicePortId(port))),
    ...taken(healthCheckNodePort, 'TCP', 'healthz'),
  ];
}

function listFreePorts(taken: readonly TakenNodePort[]): readonly number[] {
  const used = new Set(taken.map(({ port }) => port));
  return Array.from(
    { length: staticBand.last - staticBand.first + 1 },
    (_, index) => staticBand.first + index,
  )
    .filter((port) => !used.has(port))
    .slice(0, mostFreePorts);
}

const familiesOf = (classes: readonly IngressClass[]): readonly ControllerFamily[] => [
  ...new Set(classes.flatMap(({ spec }) => controllerFamilyOf(spec.controller ?? '') ?? [])),
];

function listControllers(reader: ObjectReader, namespace: string, name: string): readonly ControllerFamily[] {
  const classNames = new Set(
    listRulesTo(reader, namespace, name).flatMap(({ ingress }) => {
      const found = reader.find('Ingress', namespace, ingress.name);
      return found === undefined ? [] : (ingressClassNameOf(found)?.name ?? []);
    }),
  );
  const classes = reader.list('IngressClass');
  const own = familiesOf(classes.filter(({ metadata }) => classNames.has(metadata.name)));
  return classNames.size === 0 ? familiesOf(classes) : own;
}

/** What the form of a Service must know of the cluster while it is filled in. */
export function answerServiceForm(
  { store }: Pick<ClusterModel, 'store'>,
  { namespace, name, selector }: ServiceFormQuestion,
): ServiceFormFacts {
  const isAlive = (pod: Pod): boolean => !hasEnded(pod);
  const matching = store.listPodsSelectedBy(namespace, selector).filter(isAlive);
  const services = store.list('Service');
  const others = services.filter(
    ({ metadata }) => metadata.namespace !== namespace || metadata.name !== name,
  );
  const takenNodePorts = others.flatMap(takenOf);
  return {
    isKnown: store.isKnown('Pod', namespace),
    pods: matching.length,
    readyPods: matching.filter(isPodReady).length,
    owners: listOwners(store, matching),
    declaredPorts: listDeclaredPorts(matching),
    labels: listLabels(store.list('Pod', namespace).filter(isAlive)),
    takenNodePorts,
    freeNodePorts: listFreePorts(takenNodePorts),
    families: [...new Set(services.flatMap(({ spec }) => spec.ipFamilies ?? []))].toSorted(),
    loadBalancerClasses: [
      ...new Set(services.flatMap(({ spec }) => spec.loadBalancerClass ?? [])),
    ].toSorted(),
    controllers: listControllers(store, namespace, name),
    namespaces: store.listNamespaces(),
    isNameTaken: store.find('Service', namespace, name) !== undefined,
  };
}
