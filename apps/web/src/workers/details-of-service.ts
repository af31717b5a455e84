import type { Service } from '@fairlead/kube-objects';
import { findServiceEndpoints, listServiceAddresses, type ServiceEndpoints } from '@fairlead/routing';
import type { AnswerMessages } from '../messages/en-answers.ts';
import { mono, monoIfAny, word, type DetailsParts, type Fact } from './details-parts.ts';
import type { CopyableAddress } from './copyable-address.ts';
import type { RouteHop } from './questions.ts';
import { hopsFromService, hopsOfRule, insideHop } from './route-hops.ts';
import { listRulesTo, type RuleToService } from './rules-by-service.ts';
import { portText, selectorPairs } from './service-texts.ts';
import type { WordedReader } from './worded-reader.ts';

const mostRoutes = 12;

function summarise(answers: AnswerMessages, endpoints: ServiceEndpoints, rules: number): string {
  const { service } = endpoints;
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

function listPolicies({ facts }: AnswerMessages, { spec }: Service): readonly Fact[] {
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

function listFacts(answers: AnswerMessages, endpoints: ServiceEndpoints): readonly Fact[] {
  const { facts } = answers;
  const { service } = endpoints;
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
    ...listPolicies(answers, service),
  ];
}

function listAddresses({ reader, answers }: WordedReader, service: Service): readonly CopyableAddress[] {
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
  worded: WordedReader,
  service: Service,
  rules: readonly RuleToService[],
): readonly (readonly RouteHop[])[] {
  if (rules.length === 0) return [[insideHop(worded), ...hopsFromService(worded, service)]];
  return rules.slice(0, mostRoutes).flatMap((rule) => {
    const ingress = worded.reader.find('Ingress', rule.ingress.namespace, rule.ingress.name);
    return ingress === undefined ? [] : [hopsOfRule(worded, ingress, rule)];
  });
}

export function describeService(worded: WordedReader, service: Service): DetailsParts {
  const { reader, answers } = worded;
  const { name, namespace = '' } = service.metadata;
  const endpoints = findServiceEndpoints(reader, service);
  const rules = listRulesTo(reader, namespace, name);
  return {
    summary: summarise(answers, endpoints, rules.length),
    facts: listFacts(answers, endpoints),
    routes: listRoutes(worded, service, rules),
    addresses: listAddresses(worded, service),
    usedBy: rules.map((rule) => ({
      ref: rule.ingress,
      label: rule.isDefaultBackend
        ? `${rule.ingress.name}: ${answers.defaultBackend()}`
        : answers.ruleOf(rule.ingress.name, rule.host === '' ? answers.anyHost() : rule.host, rule.path),
    })),
  };
}
