import {
  isKind,
  labelValue,
  refOf,
  serviceNameLabel,
  type ClusterObject,
  type EndpointSlice,
  type IngressClass,
  type Node,
  type ObjectReader,
  type ObjectRef,
  type Pod,
  type Service,
  type Workload,
} from '@fairlead/kube-objects';
import { findIngressClass, isDefaultIngressClass, isPodReady } from '@fairlead/routing';
import type { AnswerMessages } from '../messages/en-answers.ts';
import { mono, monoIfAny, word, type DetailsParts, type Fact } from './details-parts.ts';
import { hopsFromService, insideHop } from './route-hops.ts';
import type { WordedReader } from './worded-reader.ts';

const serviceName = ({ metadata }: Service): string => metadata.name;
const usedByOf = (services: readonly Service[]): NonNullable<DetailsParts['usedBy']> =>
  services.map((service) => ({ ref: refOf(service), label: service.metadata.name }));

function ownerFacts({ facts }: AnswerMessages, object: Pod | Workload): readonly Fact[] {
  const { namespace } = object.metadata;
  return (object.metadata.ownerReferences ?? []).map(({ kind, name }) => {
    const ref: ObjectRef | undefined = isKind(kind) ? { kind, namespace, name } : undefined;
    return word(facts.owner(), `${kind} ${name}`, ref);
  });
}

export function describePod(worded: WordedReader, pod: Pod): DetailsParts {
  const { reader, answers } = worded;
  const { facts } = answers;
  const { namespace = '', labels } = pod.metadata;
  const services = reader.listServicesSelecting(namespace, labels);
  const containers = pod.spec.containers ?? [];
  const { nodeName } = pod.spec;
  const restarts = (pod.status?.containerStatuses ?? []).reduce(
    (sum, { restartCount = 0 }) => sum + restartCount,
    0,
  );
  const waiting = (pod.status?.containerStatuses ?? []).flatMap(({ state }) => state?.waiting?.reason ?? []);
  return {
    summary: answers.summaryOfPod({ isReady: isPodReady(pod), services: services.map(serviceName) }),
    facts: [
      word(facts.phase(), [pod.status?.phase ?? '', ...waiting].filter((text) => text !== '').join(', ')),
      ...monoIfAny(facts.podIp(), pod.status?.podIP),
      ...(nodeName === undefined
        ? []
        : [word(facts.node(), nodeName, { kind: 'Node', namespace: undefined, name: nodeName })]),
      ...ownerFacts(answers, pod),
      ...monoIfAny(facts.images(), containers.flatMap(({ image }) => image ?? []).join(', ')),
      ...monoIfAny(
        facts.ports(),
        containers
          .flatMap(({ ports = [] }) =>
            ports.map(({ name, containerPort }) => `${name ?? ''} ${containerPort}`.trim()),
          )
          .join(', '),
      ),
      word(facts.restarts(), String(restarts)),
    ],
    routes: services.map((service) => [insideHop(worded), ...hopsFromService(worded, service)]),
    usedBy: usedByOf(services),
  };
}

function listPodsOf(reader: ObjectReader, workload: Workload): readonly Pod[] {
  const { namespace, name } = workload.metadata;
  const owners = new Set([`${workload.kind}/${name}`]);
  for (const set of reader.list('ReplicaSet', namespace))
    if (set.metadata.ownerReferences?.some((owner) => owners.has(`${owner.kind}/${owner.name}`)) === true)
      owners.add(`ReplicaSet/${set.metadata.name}`);
  return reader
    .list('Pod', namespace)
    .filter(
      ({ metadata }) =>
        metadata.ownerReferences?.some((owner) => owners.has(`${owner.kind}/${owner.name}`)) === true,
    );
}

export function describeWorkload(worded: WordedReader, workload: Workload): DetailsParts {
  const { reader, answers } = worded;
  const { facts } = answers;
  const { namespace = '' } = workload.metadata;
  const pods = listPodsOf(reader, workload);
  const services = reader.listServicesSelecting(namespace, workload.spec.template?.metadata?.labels);
  const { replicas } = workload.spec;
  const containers = workload.spec.template?.spec?.containers ?? [];
  return {
    summary: answers.summaryOfWorkload({
      kind: workload.kind,
      ready: pods.filter((pod) => isPodReady(pod)).length,
      all: pods.length,
      services: services.map(serviceName),
    }),
    facts: [
      ...(replicas === undefined ? [] : [word(facts.replicas(), String(replicas))]),
      ...ownerFacts(answers, workload),
      ...monoIfAny(facts.images(), containers.flatMap(({ image }) => image ?? []).join(', ')),
      ...monoIfAny(
        facts.labels(),
        Object.entries(workload.spec.template?.metadata?.labels ?? {})
          .slice(0, 20)
          .map(([key, value]) => `${key}=${value}`)
          .join(', '),
      ),
    ],
    routes: services.map((service) => [insideHop(worded), ...hopsFromService(worded, service)]),
    usedBy: usedByOf(services),
  };
}

export function describeClass({ reader, answers }: WordedReader, ingressClass: IngressClass): DetailsParts {
  const { facts } = answers;
  const users = reader.list('Ingress').filter((ingress) => {
    const resolution = findIngressClass(reader, ingress);
    return resolution.kind === 'resolved' && resolution.name === ingressClass.metadata.name;
  });
  const controller = ingressClass.spec.controller ?? '';
  return {
    summary: answers.summaryOfClass(controller, users.length),
    facts: [
      ...monoIfAny(facts.controller(), controller),
      word(facts.isDefault(), isDefaultIngressClass(ingressClass) ? facts.yes() : facts.no()),
    ],
    usedBy: users.map((ingress) => ({
      ref: refOf(ingress),
      label: `${ingress.metadata.namespace ?? ''}/${ingress.metadata.name}`,
    })),
  };
}

export function describeNode({ reader, answers }: WordedReader, node: Node): DetailsParts {
  const { facts } = answers;
  const isReady =
    node.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;
  const pods = reader.list('Pod').filter(({ spec }) => spec.nodeName === node.metadata.name);
  return {
    summary: answers.summaryOfNode(isReady, pods.length),
    facts: [
      ...(node.status?.addresses ?? []).map(({ type, address }) => mono(type, address)),
      ...monoIfAny(facts.zone(), labelValue(node.metadata.labels, 'topology.kubernetes.io/zone')),
    ],
  };
}

export function describeSlice({ reader, answers }: WordedReader, slice: EndpointSlice): DetailsParts {
  const { facts } = answers;
  const name = labelValue(slice.metadata.labels, serviceNameLabel) ?? '';
  const service = name === '' ? undefined : reader.find('Service', slice.metadata.namespace, name);
  const addresses = (slice.endpoints ?? []).flatMap(({ addresses: [first] }) => first ?? []);
  return {
    summary: answers.summaryOfSlice(name, addresses.length),
    facts: [
      ...(name === '' ? [] : [word(facts.service(), name, service && refOf(service))]),
      ...monoIfAny(facts.addressType(), slice.addressType),
      ...monoIfAny(facts.addresses(), addresses.slice(0, 20).join(', ')),
      ...monoIfAny(
        facts.ports(),
        (slice.ports ?? [])
          .map(({ name: portName = '', port = '' }) => `${portName} ${port}`.trim())
          .join(', '),
      ),
    ],
    usedBy: service === undefined ? [] : usedByOf([service]),
  };
}

export const describeNamespace = (
  { reader, answers }: WordedReader,
  { metadata: { name } }: Extract<ClusterObject, { readonly kind: 'Namespace' }>,
): DetailsParts => ({
  summary: answers.summaryOfNamespace({
    ingresses: reader.list('Ingress', name).length,
    services: reader.list('Service', name).length,
    pods: reader.list('Pod', name).length,
  }),
  facts: [],
});
