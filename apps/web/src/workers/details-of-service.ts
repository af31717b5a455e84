import type { ObjectReader, Service } from '@fairlead/kube-objects';
import { findServiceEndpoints, listServiceAddresses, type ServiceEndpoints } from '@fairlead/routing';
import { english } from '../messages/en.ts';
import { mono, monoIfAny, word, type DetailsParts, type Fact } from './details-parts.ts';
import type { CopyableAddress, RouteHop } from './questions.ts';
import { hopsFromService, hopsOfRule, insideHop } from './route-hops.ts';
import { listRulesTo, type RuleToService } from './rules-by-service.ts';
import { portText, selectorPairs } from './service-texts.ts';

const { answers } = english;
const mostRoutes = 12;

function summarise(service: Service, endpoints: ServiceEndpoints, rules: number): string {
  if (endpoints.form === 'external-name')
    return answers.summaryOfExternalName(service.spec.externalName ?? '');
  if (!endpoints.isKnown) return answers.summaryOfUnknownService();
  if (endpoints.form === 'no-selector') return answers.summaryOfManualService(endpoints.readyCount);
  return answers.summaryOfService({
    ready: endpoints.readyCount,
    all: endpoints.readyCount + endpoints.notReadyCount + endpoints.servingTerminatingCount,
    rules,
    port: endpoints.ports.map(({ port }) => String(port.port)).join(', '),
  });
}

function listPolicies({ spec }: Service): readonly Fact[] {
  const { facts } = answers;
  return [
    ...(spec.sessionAffinity === undefined ? [] : [word(facts.affinity(), spec.sessionAffinity)]),
    ...(spec.externalTrafficPolicy === undefined
      ? []
      : [word(facts.externalTraffic(), spec.externalTrafficPolicy)]),
    ...(spec.internalTrafficPolicy === undefined || spec.internalTrafficPolicy === 'Cluster'
      ? []
      : [word(facts.internalTraffic(), spec.internalTrafficPolicy)]),
    ...(spec.publishNotReadyAddresses === true
      ? [word(facts.publishNotReady(), facts.publishNotReadyYes())]
      : []),
  ];
}

function listFacts(service: Service, endpoints: ServiceEndpoints): readonly Fact[] {
  const { facts } = answers;
  const { spec } = service;
  const selector = selectorPairs(service);
  const clusterIps = spec.clusterIPs ?? (spec.clusterIP === undefined ? [] : [spec.clusterIP]);
  return [
    word(facts.type(), spec.type ?? 'ClusterIP'),
    ...monoIfAny(facts.clusterIp(), clusterIps.join(', ')),
    ...monoIfAny(facts.externalName(), spec.externalName),
    ...monoIfAny(facts.ports(), endpoints.ports.map(portText).join(', ')),
    ...(endpoints.form === 'external-name'
      ? []
      : [
          selector.length === 0
            ? word(facts.selector(), facts.noSelector())
            : mono(facts.selector(), selector.join(',')),
          word(
            facts.endpoints(),
            facts.endpointCounts({
              ready: endpoints.readyCount,
              notReady: endpoints.notReadyCount,
              terminating: endpoints.servingTerminatingCount,
            }),
          ),
        ]),
    ...listPolicies(service),
  ];
}

function listAddresses(reader: ObjectReader, service: Service): readonly CopyableAddress[] {
  const hasSeveralPorts = (service.spec.ports ?? []).length > 1;
  return listServiceAddresses(reader, service).map(({ kind, text, nodeName, portId }) => {
    const name = answers.addressKind(kind);
    const placed = nodeName === undefined ? name : answers.onNode(name, nodeName);
    return {
      label: hasSeveralPorts && portId !== undefined ? answers.withPort(placed, portId) : placed,
      text,
    };
  });
}

function listRoutes(
  reader: ObjectReader,
  service: Service,
  rules: readonly RuleToService[],
): readonly (readonly RouteHop[])[] {
  if (rules.length === 0) return [[insideHop(), ...hopsFromService(reader, service)]];
  return rules.slice(0, mostRoutes).flatMap((rule) => {
    const ingress = reader.find('Ingress', rule.ingress.namespace, rule.ingress.name);
    return ingress === undefined ? [] : [hopsOfRule(reader, ingress, rule)];
  });
}

export function describeService(reader: ObjectReader, service: Service): DetailsParts {
  const { name, namespace = '' } = service.metadata;
  const endpoints = findServiceEndpoints(reader, service);
  const rules = listRulesTo(reader, namespace, name);
  return {
    summary: summarise(service, endpoints, rules.length),
    facts: listFacts(service, endpoints),
    routes: listRoutes(reader, service, rules),
    addresses: listAddresses(reader, service),
    usedBy: rules.map((rule) => ({
      ref: rule.ingress,
      label: rule.isDefaultBackend
        ? `${rule.ingress.name}: ${answers.defaultBackend()}`
        : answers.ruleOf(rule.ingress.name, rule.host === '' ? answers.anyHost() : rule.host, rule.path),
    })),
  };
}
