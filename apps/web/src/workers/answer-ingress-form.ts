import {
  refOf,
  type Ingress,
  type IngressBackend,
  type ObjectReader,
  type Service,
} from '@fairlead/kube-objects';
import {
  controllerFamilyOf,
  findServiceEndpoints,
  hasEnded,
  ingressClassNameOf,
  isDefaultIngressClass,
  isPodReady,
  isPortName,
  listIngressPaths,
  protocolOf,
  samePathRuleOf,
  type ServiceEndpoints,
  type ServicePortEndpoints,
} from '@fairlead/routing';
import type { ClusterModel } from './cluster-model.ts';
import type {
  ClassChoice,
  HostClaim,
  IngressFormFacts,
  IngressFormQuestion,
  ServiceChoice,
} from './ingress-form-facts.ts';

const mostServices = 300;
const mostRivals = 200;

interface PodCounts {
  readonly readyPods: number;
  readonly allPods: number;
}

/** Pods as the Service's own form counts them; without a selector what is behind the published addresses. */
function countPods({ service, selectedPods, ...counts }: ServiceEndpoints): PodCounts {
  if (Object.keys(service.spec.selector ?? {}).length === 0)
    return {
      readyPods: counts.readyCount,
      allPods: counts.readyCount + counts.servingTerminatingCount + counts.notReadyCount,
    };
  const alive = selectedPods.filter((pod) => !hasEnded(pod));
  return { readyPods: alive.filter(isPodReady).length, allPods: alive.length };
}

/** The name that `targetPort` gives and that no Pod knows. */
function missingTargetOf({ port: { targetPort }, targetNumbers, podsWithoutTarget }: ServicePortEndpoints) {
  const isMissing = targetNumbers.length === 0 && podsWithoutTarget.length > 0;
  return typeof targetPort === 'string' && isMissing ? targetPort : undefined;
}

function toServiceChoice(reader: ObjectReader, service: Service): ServiceChoice {
  const endpoints = findServiceEndpoints(reader, service);
  return {
    name: service.metadata.name,
    type: service.spec.type ?? 'ClusterIP',
    ports: endpoints.ports.map((each) => ({
      name: each.port.name === '' ? undefined : each.port.name,
      number: each.port.port,
      protocol: protocolOf(each.port),
      readyPods: each.readyCount,
      canBeNamed: each.port.name !== undefined && isPortName(each.port.name),
      missingTarget: missingTargetOf(each),
    })),
    ...countPods(endpoints),
    isAnswering: endpoints.readyCount > 0,
    isCounted: endpoints.isKnown,
  };
}

const readyFirst = (a: ServiceChoice, b: ServiceChoice): number =>
  Number(b.isAnswering) - Number(a.isAnswering) || (a.name < b.name ? -1 : 1);

const listClasses = (reader: ObjectReader): readonly ClassChoice[] =>
  reader.list('IngressClass').map((ingressClass) => {
    const { controller = '' } = ingressClass.spec;
    return {
      name: ingressClass.metadata.name,
      controller,
      family: controllerFamilyOf(controller),
      isDefault: isDefaultIngressClass(ingressClass),
    };
  });

function describeBackend({ service, resource }: IngressBackend): string {
  if (service !== undefined) return `${service.name}:${service.port?.name ?? service.port?.number ?? ''}`;
  return resource === undefined ? '' : `${resource.kind}/${resource.name}`;
}

interface ClaimOfHost {
  readonly host: string;
  readonly claim: HostClaim;
}

const claimsOf = (ingress: Ingress, hosts: ReadonlySet<string>): readonly ClaimOfHost[] =>
  listIngressPaths(ingress)
    .filter(({ host }) => hosts.has(host.toLowerCase()))
    .map(({ host, path }) => ({
      host: host.toLowerCase(),
      claim: {
        ingress: refOf(ingress),
        createdAt: ingress.metadata.creationTimestamp,
        path: path.path ?? '',
        pathType: path.pathType,
        className: ingressClassNameOf(ingress)?.name ?? '',
        backend: describeBackend(path.backend),
      },
    }));

function listClaims(
  reader: ObjectReader,
  question: IngressFormQuestion,
  classes: readonly ClassChoice[],
): IngressFormFacts['claims'] {
  const hosts = new Set(question.hosts);
  const controllerOf = (className: string): string =>
    classes.find(({ name }) => name === className)?.controller ?? `class ${className}`;
  const own = controllerOf(question.className);
  const isOther = ({ metadata }: Ingress): boolean =>
    metadata.namespace !== question.namespace || metadata.name !== question.name;
  const all = reader
    .list('Ingress')
    .filter(isOther)
    .flatMap((ingress) => claimsOf(ingress, hosts));
  return question.hosts.flatMap((host) => {
    const claims = all.filter((each) => each.host === host).map(({ claim }) => claim);
    if (claims.length === 0) return [];
    const rivals = claims.filter(({ className }) => controllerOf(className) === own);
    const others = new Map(
      claims
        .filter((claim) => !rivals.includes(claim))
        .map(({ ingress: { namespace = '', name }, className }) => [
          `${namespace}/${name}`,
          { namespace, name, className },
        ]),
    );
    return [{ host, rivals: rivals.slice(0, mostRivals), others: [...others.values()] }];
  });
}

/** What the form of an Ingress must know of the cluster while it is filled in. */
export function answerIngressForm(
  { store }: Pick<ClusterModel, 'store'>,
  question: IngressFormQuestion,
): IngressFormFacts {
  const { namespace, name, className } = question;
  const services = store.list('Service', namespace);
  const classes = listClasses(store);
  const family = classes.find((each) => each.name === className)?.family;
  const stored = store.find('Ingress', namespace, name);
  return {
    areServicesKnown: store.isKnown('Service', namespace),
    services: services
      .slice(0, mostServices)
      .map((service) => toServiceChoice(store, service))
      .toSorted(readyFirst),
    moreServices: Math.max(0, services.length - mostServices),
    areClassesKnown: store.isKnown('IngressClass'),
    classes,
    family,
    samePathRule: samePathRuleOf(family),
    createdAt: stored?.metadata.creationTimestamp,
    areIngressesKnown: store.isKnown('Ingress'),
    namespaces: store.listNamespaces(),
    isNameTaken: stored !== undefined,
    claims: listClaims(store, question, classes),
  };
}
