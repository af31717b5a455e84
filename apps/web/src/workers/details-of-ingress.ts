import { refOf, type Ingress } from '@fairlead/kube-objects';
import {
  findIngressReferences,
  listRuleUrls,
  type ClassResolution,
  type IngressReferences,
} from '@fairlead/routing';
import type { AnswerMessages } from '../messages/en-answers.ts';
import { monoIfAny, word, type DetailsParts, type Fact } from './details-parts.ts';
import type { CopyableAddress } from './copyable-address.ts';
import type { RouteHop } from './questions.ts';
import { hopsOfRule } from './route-hops.ts';
import { addressesOf } from './answer-rows.ts';
import type { RuleToService } from './rules-by-service.ts';
import type { WordedReader } from './worded-reader.ts';

const mostRoutes = 12;

function listRules({ ingress, paths }: IngressReferences): readonly RuleToService[] {
  const ref = refOf(ingress);
  const { defaultBackend } = ingress.spec;
  const rules = paths.map(({ host, path }) => ({
    ingress: ref,
    host,
    path: path.path ?? '',
    pathType: path.pathType,
    isDefaultBackend: false,
    backend: path.backend,
  }));
  return defaultBackend === undefined
    ? rules
    : [
        ...rules,
        { ingress: ref, host: '', path: '', pathType: '', isDefaultBackend: true, backend: defaultBackend },
      ];
}

function classFact({ facts }: AnswerMessages, resolution: ClassResolution): Fact {
  switch (resolution.kind) {
    case 'resolved':
      return word(facts.className(), resolution.name, refOf(resolution.ingressClass));
    case 'missing':
      return word(
        facts.className(),
        resolution.source === 'field'
          ? facts.classMissing(resolution.name)
          : facts.classAnnotated(resolution.name),
      );
    case 'none':
      return word(facts.className(), facts.classNone());
    case 'unknown':
      return word(facts.className(), resolution.name ?? facts.classNone());
  }
}

function listTls({ facts }: AnswerMessages, { spec }: Ingress): readonly Fact[] {
  return (spec.tls ?? []).map(({ hosts = [], secretName = '' }) =>
    word(facts.tls(), secretName === '' ? facts.tlsNoSecret() : facts.tlsSecret(secretName, hosts)),
  );
}

/** URL, curl line and hosts line of each rule's best address; equal lines once. */
function listAddresses(
  { reader, answers }: WordedReader,
  { ingress, paths }: IngressReferences,
): readonly CopyableAddress[] {
  const found = paths.flatMap(({ host, path }): readonly CopyableAddress[] => {
    const [best] = listRuleUrls(reader, ingress, { host, path: path.path ?? '/' });
    if (best === undefined) return [];
    return [
      { label: answers.url(), text: best.url },
      { label: answers.curl(), text: best.curl },
      ...(best.hostsLine === undefined ? [] : [{ label: answers.hostsLine(), text: best.hostsLine }]),
    ];
  });
  return [...new Map(found.map((address) => [address.text, address])).values()].slice(0, 60);
}

function listServices({ paths, defaultBackend }: IngressReferences): readonly string[] {
  const backends = [
    ...paths.map(({ path }) => path.backend),
    ...(defaultBackend ? [defaultBackend.source] : []),
  ];
  return [...new Set(backends.flatMap(({ service }) => service?.name ?? []))];
}

export function describeIngress(worded: WordedReader, ingress: Ingress): DetailsParts {
  const { reader, answers } = worded;
  const { facts } = answers;
  const references = findIngressReferences(reader, ingress);
  const rules = listRules(references);
  const hosts = references.hosts.filter((host) => host !== '');
  const routes: readonly (readonly RouteHop[])[] = rules
    .slice(0, mostRoutes)
    .map((rule) => hopsOfRule(worded, ingress, rule));
  return {
    summary: answers.summaryOfIngress({ rules: rules.length, hosts, services: listServices(references) }),
    facts: [
      classFact(answers, references.class),
      ...monoIfAny(facts.hosts(), hosts.join(', ')),
      ...listTls(answers, ingress),
      ...monoIfAny(facts.address(), addressesOf(ingress.status?.loadBalancer?.ingress).join(', ')),
      ...monoIfAny(facts.defaultBackend(), ingress.spec.defaultBackend?.service?.name),
    ],
    routes,
    addresses: listAddresses(worded, references),
  };
}
