import type { ObjectEdit } from '@fairlead/edits';
import { isSelectedByPairs, labelValue, refOf, type Service, type StringMap } from '@fairlead/kube-objects';
import { serviceFormOf } from '@fairlead/routing';
import { buildFinding, type FindingParts } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext, type CheckResult } from '../check.ts';
import {
  findClosestPodSource,
  type ClosestPodSource,
  type DifferingPair,
} from '../subjects/closest-pod-source.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import { nameOf } from '../subjects/object-name.ts';
import type { Owner } from '../subjects/pod-owner.ts';
import { listPodSources, type PodSource } from '../subjects/pod-source.ts';
import { emptyServiceParts, findRequestsTo } from '../subjects/requests-to-service.ts';
import { timeMsOf } from '../subjects/time-text.ts';
import { apartText } from '../text/near-text.ts';
import { code } from '../text/code.ts';
import { countOf, digits, listed } from '../words/english/sentence.ts';

/** A Service is often made before its workload, and a workload before its Pods. */
const gracePeriodMs = 60_000;

const shortSelector = (selector: StringMap): string =>
  listed(
    Object.entries(selector).map(([key, value]) => code(`${key}=${value}`)),
    4,
  );

function listSelectorEdits(from: StringMap, to: StringMap): readonly ObjectEdit[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) => {
    const [before, after] = [labelValue(from, key), labelValue(to, key)];
    return before === after ? [] : [{ kind: 'set-entry', map: 'selector', key, from: before, to: after }];
  });
}

type Told = Pick<FindingParts, 'label' | 'title' | 'why' | 'fixes' | 'related'>;

/** Its Pods would match, but there are none. */
function tellIdleWorkload(selector: StringMap, workload: Owner): Told {
  const name = nameOf(refOf(workload));
  const related = [refOf(workload)];
  if (workload.spec.replicas === 0)
    return {
      label: 'Workload scaled to 0',
      title: `${name} is scaled to 0`,
      why: `Selector ${shortSelector(selector)} matches the Pods of ${name}, which is asked for 0 replicas.`,
      related,
      fixes: [
        {
          title: `Scale ${name} up`,
          explanation: 'One replica is enough to answer requests.',
          change: { ref: refOf(workload), field: 'spec.replicas', from: '0', to: '1' },
        },
      ],
    };
  const failure = workload.status?.conditions?.find(
    ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
  );
  return {
    label: 'Workload has no Pods',
    title: `${name} has no Pods`,
    why: `Selector ${shortSelector(selector)} matches the Pods of ${name}, but there are none.${failure?.message === undefined ? '' : ` The cluster says: ${failure.message}`}`,
    related,
    fixes: [
      {
        title: `Find out why ${name} makes no Pods`,
        explanation: 'Its events and conditions say why: a quota, an admission rule or a paused rollout.',
      },
    ],
  };
}

function differenceText({ differing }: ClosestPodSource): string {
  const carried = (pair: DifferingPair) => code(`${pair.key}=${pair.carried}`);
  const others = differing.filter((pair) => pair.carried !== undefined);
  const absent = differing.filter((pair) => pair.carried === undefined);
  const apart = differing.length === 1 ? apartText(differing[0]?.distance) : undefined;
  const parts = [
    ...(others.length > 0 ? [listed(others.map(carried))] : []),
    ...(absent.length > 0 ? [`no label ${listed(absent.map(({ key }) => code(key)))}`] : []),
  ];
  return `${parts.join(', but ')}${apart === undefined ? '' : `, ${apart}`}`;
}

function closestText(closest: ClosestPodSource, podCount: number): string {
  const { ref } = closest.source;
  const difference = differenceText(closest);
  if (ref.kind === 'Pod') return `Closest: ${nameOf(ref)} carries ${difference}.`;
  if (podCount === 0) return `Closest: ${nameOf(ref)}, which has no Pods now, gives them ${difference}.`;
  return `Closest: ${countOf(podCount, 'Pod')} of ${nameOf(ref)} ${podCount === 1 ? 'carries' : 'carry'} ${difference}.`;
}

function tellNoMatch(service: Service, sources: readonly PodSource[], { reader }: CheckContext): Told {
  const { selector = {} } = service.spec;
  const { name, namespace = '' } = service.metadata;
  const closest = findClosestPodSource(selector, name, sources);
  const podCount = reader.list('Pod', namespace).length;
  const matches = `Selector ${shortSelector(selector)} matches 0 of ${digits(podCount)} Pods in namespace ${namespace}.`;
  const told = { label: 'Selector matches no Pod', title: 'No Pod carries the labels this Service selects' };
  const otherWay = {
    title: 'Make a workload whose Pods carry the labels',
    explanation: `Its Pod template needs ${shortSelector(selector)}.`,
  };
  if (closest === undefined) return { ...told, why: matches, fixes: [otherWay] };
  const { ref, labels } = closest.source;
  const carrying = reader.listPodsSelectedBy(namespace, labels).length;
  const words = {
    title: ref.kind === 'Pod' ? `Select ${nameOf(ref)}` : `Select the Pods of ${nameOf(ref)}`,
    explanation: `Change the selector to ${shortSelector(closest.selector)}.`,
  };
  const isEnough = reader.listPodsSelectedBy(namespace, closest.selector).length > 0;
  const change = isEnough
    ? buildEditFix(service, words, listSelectorEdits(selector, closest.selector))
    : { ...words, explanation: `${words.explanation} It has no Pods now.` };
  return {
    ...told,
    why: `${matches} ${closestText(closest, carrying)}`,
    fixes: [change, otherWay],
    related: [ref],
  };
}

function report(service: Service, selector: StringMap, context: CheckContext): CheckResult {
  const sources = listPodSources(context.reader, service.metadata.namespace ?? '');
  const matching = sources.filter(({ labels }) => isSelectedByPairs(labels, selector));
  const born = [service.metadata.creationTimestamp, ...matching.map(({ createdAt }) => createdAt)];
  const quietUntilMs = Math.max(...born.map((text) => timeMsOf(text) ?? -Infinity)) + gracePeriodMs;
  if (context.nowMs < quietUntilMs) return { findings: [], lookAgainAtMs: quietUntilMs };
  const workloads = matching.flatMap(({ workload }) => workload ?? []);
  const idle = workloads.find(({ spec }) => spec.replicas !== 0) ?? workloads[0];
  const told = idle === undefined ? tellNoMatch(service, sources, context) : tellIdleWorkload(selector, idle);
  const finding = buildFinding(svc001, {
    place: { ref: refOf(service), field: 'spec.selector' },
    ...told,
    ...emptyServiceParts(context.words, service, findRequestsTo(context, service)),
    since: service.metadata.creationTimestamp,
  });
  return { findings: [finding] };
}

/**
 * The selector matches no Pod of the namespace, in whatever phase. Not reported within 60 s of the creation of the
 * Service or of a workload whose Pods would match.
 */
export const svc001: Check<'Service'> = {
  id: 'SVC-001',
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Service',
  reads: ['Service', 'Pod'],
  run(service, context) {
    const { selector = {} } = service.spec;
    const form = serviceFormOf(service);
    if (form === 'external-name' || form === 'no-selector') return nothingFound;
    const { namespace = '' } = service.metadata;
    if (context.reader.listPodsSelectedBy(namespace, selector).length > 0) return nothingFound;
    return report(service, selector, context);
  },
};
