import { refOf, type Ingress, type ObjectReader, type Service } from '@fairlead/kube-objects';
import { listIngressPaths } from '@fairlead/routing';
import { describeBackend } from './answer-ingress-form.ts';
import type { ClusterModel } from './cluster-model.ts';
import type { ConnectFacts, ConnectFrom, ConnectQuestion, ConnectSource } from './connect-facts.ts';
import { listServiceChoices } from './list-service-choices.ts';
import { listWorkloadChoices } from './list-workload-choices.ts';
import { listRulesTo } from './rules-by-service.ts';

type SourceRef = ConnectSource['ref'];

const sourceOf = (ref: SourceRef, from: ConnectFrom): ConnectSource => {
  const place =
    from.kind === 'path' ? [from.host, from.path, from.pathType] : 'host' in from ? [from.host] : [];
  return { id: [ref.kind, ref.name, from.kind, ...place].join('~'), ref, from };
};

/** Rows that say the same: the first is meant, as edits name it. */
const withoutTwins = (sources: readonly ConnectSource[]): readonly ConnectSource[] =>
  [...new Map(sources.toReversed().map((source) => [source.id, source])).values()].toReversed();

/** A default backend that is not there yet is offered where there is nothing else: beside rules it changes a lot. */
function sourcesOfIngress(ingress: Ingress): readonly ConnectSource[] {
  const ref = { ...refOf(ingress), namespace: ingress.metadata.namespace ?? '' };
  const { rules = [], defaultBackend } = ingress.spec;
  const paths = listIngressPaths(ingress).map(({ host, path }) => ({
    kind: 'path' as const,
    host,
    path: path.path ?? '',
    pathType: path.pathType,
    backend: describeBackend(path.backend),
  }));
  const hosts = [...new Set(rules.map(({ host = '' }) => host))];
  const hasRoot = (host: string): boolean =>
    paths.some((each) => each.host === host && (each.path === '/' || each.path === ''));
  return withoutTwins([
    ...paths.map((from) => sourceOf(ref, from)),
    ...hosts.map((host) => sourceOf(ref, { kind: 'new-path', host, hasRoot: hasRoot(host) })),
    ...(defaultBackend === undefined && rules.length > 0
      ? []
      : [sourceOf(ref, { kind: 'default-backend', backend: describeBackend(defaultBackend ?? {}) })]),
  ]);
}

/** ExternalName has no Pods: what its selector says counts for nothing. */
function sourcesOfService(service: Service): readonly ConnectSource[] {
  if (service.spec.type === 'ExternalName') return [];
  const ref = { ...refOf(service), namespace: service.metadata.namespace ?? '' };
  return [sourceOf(ref, { kind: 'selector', selector: service.spec.selector ?? {} })];
}

/** The rules that name a Service which is not there. */
const sourcesOfMissing = (reader: ObjectReader, namespace: string, name: string): readonly ConnectSource[] =>
  withoutTwins(
    listRulesTo(reader, namespace, name).map(
      ({ ingress, host, path, pathType, isDefaultBackend, ...rule }) => {
        const backend = describeBackend(rule.backend);
        const from: ConnectFrom = isDefaultBackend
          ? { kind: 'default-backend', backend }
          : { kind: 'path', host, path, pathType, backend };
        return sourceOf({ ...ingress, namespace }, from);
      },
    ),
  );

function listSources(reader: ObjectReader, { kind, namespace = '', name }: ConnectQuestion['target']) {
  if (kind === 'Ingress') {
    const ingress = reader.find('Ingress', namespace, name);
    return ingress === undefined ? [] : sourcesOfIngress(ingress);
  }
  const service = reader.find('Service', namespace, name);
  return service === undefined ? sourcesOfMissing(reader, namespace, name) : sourcesOfService(service);
}

/** What of an Ingress or a Service can be led elsewhere, and what there is in its namespace to lead it to. */
export function answerConnect(
  { store }: Pick<ClusterModel, 'store'>,
  { target }: ConnectQuestion,
): ConnectFacts {
  const { namespace = '' } = target;
  return {
    sources: listSources(store, target),
    areServicesKnown: store.isKnown('Service', namespace),
    ...listServiceChoices(store, namespace),
    arePodsKnown: store.isKnown('Pod', namespace),
    workloads: listWorkloadChoices(store, namespace),
  };
}
