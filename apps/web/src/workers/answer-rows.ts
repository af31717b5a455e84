import {
  keyOf,
  type Ingress,
  type IngressBackend,
  type LoadBalancerIngress,
  type Service,
} from '@fairlead/kube-objects';
import {
  findIngressClass,
  findServiceEndpoints,
  listIngressHosts,
  listIngressPaths,
} from '@fairlead/routing';
import type { ClusterModel } from './cluster-model.ts';
import { cutRows, sortBy, type SortKeys } from './cut-rows.ts';
import { buildIngressTroubles, type IngressTroubles } from './ingress-trouble.ts';
import { worstOf } from './mark-index.ts';
import { buildNamespaceFilter, buildTextFilter } from './match-filter.ts';
import type { IngressRow, Question, RowsAnswer, ServiceRow } from './questions.ts';
import { countRulesTo } from './rules-by-service.ts';
import { exposedAtOf, portText, selectorPairs } from './service-texts.ts';

type RowsQuestion = Extract<Question, { readonly kind: 'rows' }>;

const severityRank = { error: 0, warning: 1, info: 2 } as const;

export const addressesOf = (entries: readonly LoadBalancerIngress[] | undefined): readonly string[] =>
  (entries ?? []).flatMap(({ hostname, ip }) => (hostname || ip ? [hostname || ip || ''] : []));

const backendName = ({ service, resource }: IngressBackend): string => service?.name ?? resource?.name ?? '';

function listBackendNames(ingress: Ingress): readonly string[] {
  const { defaultBackend } = ingress.spec;
  const named = listIngressPaths(ingress).map(({ path }) => backendName(path.backend));
  return [...new Set([...named, ...(defaultBackend === undefined ? [] : [backendName(defaultBackend)])])];
}

function classOf(model: ClusterModel, ingress: Ingress): Pick<IngressRow, 'className' | 'classState'> {
  const resolution = findIngressClass(model.store, ingress);
  const isFollowedWithoutObject = resolution.kind === 'missing' && resolution.source === 'annotation';
  return {
    className: resolution.kind === 'none' ? '' : (resolution.name ?? ''),
    classState: isFollowedWithoutObject ? 'unknown' : resolution.kind,
  };
}

function toIngressRow(model: ClusterModel, ingress: Ingress, troubles: IngressTroubles): IngressRow {
  const { name, namespace = '', creationTimestamp } = ingress.metadata;
  return {
    key: keyOf(ingress),
    name,
    namespace,
    ...classOf(model, ingress),
    hosts: listIngressHosts(ingress),
    pathCount: listIngressPaths(ingress).length,
    hasTls: (ingress.spec.tls ?? []).length > 0,
    backends: listBackendNames(ingress),
    address: addressesOf(ingress.status?.loadBalancer?.ingress).join(', '),
    ...troubles.troubleOf(ingress),
    ...(creationTimestamp === undefined ? {} : { createdAt: creationTimestamp }),
  };
}

const rankOf = (model: ClusterModel, key: string): number => {
  const worst = worstOf(model.diagnosis.listFor(key));
  return worst === undefined ? 3 : severityRank[worst];
};

/** Times sort by age: the youngest object has the lowest age, hence the highest time. */
const ageKey = ({ metadata }: Ingress | Service): number =>
  -(Date.parse(metadata.creationTimestamp ?? '') || 0);

const ingressSortKeys = (model: ClusterModel, troubles: IngressTroubles): SortKeys<Ingress> => ({
  name: ({ metadata }) => metadata.name,
  namespace: ({ metadata }) => metadata.namespace ?? '',
  class: (ingress) => classOf(model, ingress).className,
  hosts: (ingress) => listIngressHosts(ingress)[0] ?? '',
  paths: (ingress) => listIngressPaths(ingress).length,
  address: (ingress) => addressesOf(ingress.status?.loadBalancer?.ingress).join(', '),
  state: (ingress) => troubles.rankOf(ingress),
  age: ageKey,
});

function answerIngressRows(model: ClusterModel, question: RowsQuestion): RowsAnswer<IngressRow> {
  const { filter, sort } = question;
  const isInNamespace = buildNamespaceFilter(filter);
  const matchesText = buildTextFilter(filter);
  const all = model.store.list('Ingress');
  const troubles = buildIngressTroubles(model);
  const { classNames } = filter;
  const kept = all.filter((ingress) => {
    const { name, namespace = '' } = ingress.metadata;
    if (!isInNamespace(namespace)) return false;
    if (filter.onlyProblems === true && troubles.troubleOf(ingress).worst === undefined) return false;
    if (classNames !== undefined && !classNames.includes(classOf(model, ingress).className)) return false;
    const paths = listIngressPaths(ingress).map(({ path }) => path.path ?? '');
    return matchesText([
      name,
      namespace,
      ...listIngressHosts(ingress),
      ...paths,
      ...listBackendNames(ingress),
    ]);
  });
  const sortKeys = ingressSortKeys(model, troubles);
  const byName = sortBy(kept, 'name', sortKeys);
  return cutRows(sortBy(byName, sort, sortKeys), { ...question, unfiltered: all.length }, (ingress) =>
    toIngressRow(model, ingress, troubles),
  );
}

function toServiceRow(model: ClusterModel, service: Service): ServiceRow {
  const { name, namespace = '', creationTimestamp } = service.metadata;
  const key = keyOf(service);
  const endpoints = findServiceEndpoints(model.store, service);
  const findings = model.diagnosis.listFor(key);
  const worst = worstOf(findings);
  return {
    key,
    name,
    namespace,
    type: service.spec.type ?? 'ClusterIP',
    clusterIP: service.spec.clusterIP ?? '',
    ports: endpoints.ports.map(portText),
    selector: selectorPairs(service),
    readyPods: endpoints.readyCount,
    allPods: endpoints.readyCount + endpoints.notReadyCount + endpoints.servingTerminatingCount,
    usedBy: countRulesTo(model.store, namespace, name),
    exposedAt: exposedAtOf(model.store, service),
    problemCount: findings.length,
    ...(worst === undefined ? {} : { worst }),
    ...(creationTimestamp === undefined ? {} : { createdAt: creationTimestamp }),
  };
}

const serviceSortKeys = (model: ClusterModel): SortKeys<Service> => ({
  name: ({ metadata }) => metadata.name,
  namespace: ({ metadata }) => metadata.namespace ?? '',
  type: ({ spec }) => spec.type ?? 'ClusterIP',
  clusterIp: ({ spec }) => spec.clusterIP ?? '',
  ports: ({ spec }) => spec.ports?.[0]?.port ?? 0,
  pods: (service) => findServiceEndpoints(model.store, service).readyCount,
  usedBy: ({ metadata }) => countRulesTo(model.store, metadata.namespace ?? '', metadata.name),
  state: (service) => rankOf(model, keyOf(service)),
  age: ageKey,
});

function answerServiceRows(model: ClusterModel, question: RowsQuestion): RowsAnswer<ServiceRow> {
  const { filter, sort } = question;
  const isInNamespace = buildNamespaceFilter(filter);
  const matchesText = buildTextFilter(filter);
  const all = model.store.list('Service');
  const kept = all.filter((service) => {
    const { name, namespace = '' } = service.metadata;
    if (!isInNamespace(namespace)) return false;
    if (filter.onlyProblems === true && model.diagnosis.listFor(keyOf(service)).length === 0) return false;
    const ports = (service.spec.ports ?? []).flatMap(({ name: portName = '', port, nodePort = '' }) => [
      portName,
      String(port),
      String(nodePort),
    ]);
    const addresses = [service.spec.clusterIP ?? '', service.spec.externalName ?? ''];
    return matchesText([name, namespace, ...addresses, ...ports, ...selectorPairs(service)]);
  });
  const byName = sortBy(kept, 'name', serviceSortKeys(model));
  return cutRows(
    sortBy(byName, sort, serviceSortKeys(model)),
    { ...question, unfiltered: all.length },
    (service) => toServiceRow(model, service),
  );
}

export const answerRows = (
  model: ClusterModel,
  question: RowsQuestion,
): RowsAnswer<IngressRow> | RowsAnswer<ServiceRow> =>
  question.of === 'Ingress' ? answerIngressRows(model, question) : answerServiceRows(model, question);
