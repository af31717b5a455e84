import { listChecks, type Severity, type SkippedCheck } from '@fairlead/diagnostics';
import { kinds, type Kind } from '@fairlead/kube-objects';
import { ingressClassNameOf } from '@fairlead/routing';
import type { WorkerMessages } from '../messages/en-worker.ts';
import type { ClusterModel } from './cluster-model.ts';
import { worseOf } from './mark-index.ts';
import type { SummaryAnswer } from './questions.ts';

function reasonOf(
  { answers: { skipped }, common }: WorkerMessages,
  { kind, state, missingVerb, namespaces }: SkippedCheck,
): string {
  const plural = common.kindPlural(kind);
  if (state === 'forbidden') return skipped.forbidden(plural, missingVerb ?? 'list', namespaces ?? []);
  return skipped[state](plural);
}

function worstByNamespace({ diagnosis }: ClusterModel): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>();
  for (const { place, severity } of diagnosis.list()) {
    const { namespace } = place.ref;
    if (namespace !== undefined) worst.set(namespace, worseOf(worst.get(namespace), severity));
  }
  return worst;
}

function listClassNames({ store }: ClusterModel): readonly string[] {
  const named = store.list('Ingress').flatMap((ingress) => ingressClassNameOf(ingress)?.name ?? []);
  const existing = store.list('IngressClass').map(({ metadata }) => metadata.name);
  return [...new Set([...existing, ...named])].toSorted();
}

const workloadKinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'] as const;

/** Workloads of a namespace in which nothing leads anywhere; none where a Service or an Ingress is, or may be. */
function listUnreached(
  { store }: ClusterModel,
  namespace: string,
): SummaryAnswer['namespaces'][number]['workloads'] {
  const isKnown = store.isKnown('Service', namespace) && store.isKnown('Ingress', namespace);
  const leads = store.list('Service', namespace).length + store.list('Ingress', namespace).length;
  if (!isKnown || leads > 0) return [];
  return workloadKinds.flatMap((kind) => {
    const count = store.list(kind, namespace).length;
    return count === 0 ? [] : [{ kind, count }];
  });
}

/** What the bars and filters say of the whole cluster. */
export function answerSummary(model: ClusterModel): SummaryAnswer {
  const { store, diagnosis } = model;
  const worst = worstByNamespace(model);
  const objectCounts: Partial<Record<Kind, number>> = {};
  for (const kind of kinds) objectCounts[kind] = store.count(kind);
  const skipped = diagnosis.skipped();
  const skippedIds = new Set(skipped.map(({ checkId }) => checkId));
  return {
    clusterId: model.clusterId,
    revision: store.revision,
    access: store.listAccess(),
    namespaces: store.listNamespaces().map((name) => {
      const severity = worst.get(name);
      return {
        name,
        ingresses: store.list('Ingress', name).length,
        services: store.list('Service', name).length,
        pods: store.list('Pod', name).length,
        workloads: listUnreached(model, name),
        ...(severity === undefined ? {} : { worst: severity }),
      };
    }),
    classNames: listClassNames(model),
    objectCounts,
    findings: diagnosis.countBySeverity(),
    checks: {
      ran: listChecks().filter(({ id }) => !skippedIds.has(id)).length,
      skipped: skipped.map((check) => ({ checkId: check.checkId, reason: reasonOf(model.messages, check) })),
    },
  };
}
