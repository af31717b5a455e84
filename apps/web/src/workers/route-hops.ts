import { refOf, type Ingress, type Service } from '@fairlead/kube-objects';
import {
  findIngressClass,
  findIngressControllers,
  findServiceEndpoints,
  resolveBackend,
  type BackendResolution,
  type ServiceEndpoints,
  type ServicePortEndpoints,
} from '@fairlead/routing';
import type { AnswerMessages } from '../messages/en-answers.ts';
import type { RouteHop } from './questions.ts';
import type { RuleToService } from './rules-by-service.ts';
import { portText } from './service-texts.ts';
import type { WordedReader } from './worded-reader.ts';

/** Where clients come in for an Ingress: the addresses of the controllers of its class, else what its status says. */
export function clientsHop({ reader, answers: { hops } }: WordedReader, ingress: Ingress): RouteHop {
  const resolution = findIngressClass(reader, ingress);
  const controllers =
    resolution.kind === 'resolved'
      ? findIngressControllers(reader).filter(({ classNames }) => classNames.includes(resolution.name))
      : [];
  const hosts = controllers.flatMap(({ addresses }) => addresses.map(({ host }) => host));
  const written = (ingress.status?.loadBalancer?.ingress ?? []).flatMap(
    ({ hostname, ip }) => hostname ?? ip ?? [],
  );
  const addresses = [...new Set(hosts.length > 0 ? hosts : written)];
  const isServed = resolution.kind === 'resolved' || addresses.length > 0;
  const isClassMissing = resolution.kind === 'missing' && resolution.source === 'field';
  return {
    label: hops.clients(),
    detail: hops.clientsDetail(addresses.slice(0, 3)),
    state: isServed ? 'ok' : isClassMissing ? 'error' : 'unknown',
  };
}

export function ingressHop({ answers, precedenceOver }: WordedReader, rule: RuleToService): RouteHop {
  const { hops } = answers;
  const host = rule.host === '' ? answers.anyHost() : rule.host;
  const detail = rule.isDefaultBackend
    ? answers.defaultBackend()
    : hops.ingressDetail(host, rule.path, rule.pathType);
  const state = precedenceOver?.(rule);
  return {
    label: hops.ingress(rule.ingress.name),
    detail: state === undefined ? detail : hops.passedOver(detail),
    state: state ?? 'ok',
    ref: rule.ingress,
  };
}

export const insideHop = ({ answers: { hops } }: WordedReader): RouteHop => ({
  label: hops.clients(),
  detail: hops.insideCluster(),
  state: 'ok',
});

function podsHop(
  { hops }: AnswerMessages,
  endpoints: ServiceEndpoints,
  port: ServicePortEndpoints | undefined,
): RouteHop {
  if (!endpoints.isKnown) return { label: hops.pods(), detail: hops.notKnown(), state: 'unknown' };
  const label = endpoints.form === 'no-selector' ? hops.addresses() : hops.pods();
  const ready = port?.readyCount ?? endpoints.readyCount;
  const all = port?.endpoints.length ?? endpoints.readyCount + endpoints.notReadyCount;
  if (ready === 0 && all === 0) return { label, detail: hops.notReached(), state: 'unknown' };
  return { label, detail: hops.podsDetail(ready, all), state: ready > 0 ? 'ok' : 'error' };
}

/** The hops from a Service on: the Service with one of its ports, then what stands behind it. */
export function hopsFromService(
  { reader, answers }: WordedReader,
  service: Service,
  portId?: string,
): readonly RouteHop[] {
  const { hops } = answers;
  const ref = refOf(service);
  const label = hops.service(service.metadata.name);
  const endpoints = findServiceEndpoints(reader, service);
  if (endpoints.form === 'external-name') {
    const { externalName = '' } = service.spec;
    return [
      { label, detail: 'ExternalName', state: 'ok', ref },
      { label: hops.outside(), detail: `\`${externalName}\``, state: 'unknown' },
    ];
  }
  const port = endpoints.ports.find(({ id }) => id === portId) ?? endpoints.ports[0];
  const mapping = port === undefined ? '' : `\`${portText(port)}\``;
  const hasEndpoint = (port?.readyCount ?? endpoints.readyCount) > 0 || !endpoints.isKnown;
  return [
    {
      label,
      detail: hasEndpoint ? mapping : hops.noEndpoint(mapping),
      state: hasEndpoint ? 'ok' : 'error',
      ref,
    },
    podsHop(answers, endpoints, port),
  ];
}

const brokenHops = ({ hops }: AnswerMessages, label: string, detail: string): readonly RouteHop[] => [
  { label, detail, state: 'error' },
  { label: hops.pods(), detail: hops.notReached(), state: 'unknown' },
];

function hopsFromResolution(worded: WordedReader, backend: BackendResolution): readonly RouteHop[] {
  const { answers } = worded;
  const { hops } = answers;
  switch (backend.kind) {
    case 'port':
      return hopsFromService(worded, backend.service, backend.portId);
    case 'no-port':
      return brokenHops(
        answers,
        hops.service(backend.service.metadata.name),
        hops.noPort(`\`${backend.wanted}\``),
      );
    case 'no-service':
      return brokenHops(answers, hops.service(backend.name), hops.doesNotExist());
    case 'hidden':
      return [{ label: hops.service(backend.name), detail: hops.notKnown(), state: 'unknown' }];
    case 'resource':
      return [
        { label: `${backend.resourceKind} ${backend.name}`, detail: hops.notKnown(), state: 'unknown' },
      ];
    case 'empty':
      return [{ label: hops.service(''), detail: hops.doesNotExist(), state: 'error' }];
  }
}

/** The whole way of a rule: clients, Ingress, Service, Pods. */
export function hopsOfRule(worded: WordedReader, ingress: Ingress, rule: RuleToService): readonly RouteHop[] {
  const backend = resolveBackend(worded.reader, ingress.metadata.namespace ?? '', rule.backend);
  return [clientsHop(worded, ingress), ingressHop(worded, rule), ...hopsFromResolution(worded, backend)];
}
