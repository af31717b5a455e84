import type { ObjectEdit } from '@fairlead/edits';
import { isSelectedByPairs, labelValue, refOf, type Service, type StringMap } from '@fairlead/kube-objects';
import { serviceFormOf } from '@fairlead/routing';
import { buildFinding, type FindingParts } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext, type CheckResult } from '../check.ts';
import { findClosestPodSource } from '../subjects/closest-pod-source.ts';
import { buildEditFix } from '../subjects/edit-fix.ts';
import type { Owner } from '../subjects/pod-owner.ts';
import { listPodSources, type PodSource } from '../subjects/pod-source.ts';
import { emptyServiceParts, findRequestsTo } from '../subjects/requests-to-service.ts';
import { timeMsOf } from '../subjects/time-text.ts';

/** A Service is often made before its workload, and a workload before its Pods. */
const gracePeriodMs = 60_000;

function listSelectorEdits(from: StringMap, to: StringMap): readonly ObjectEdit[] {
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) => {
    const [before, after] = [labelValue(from, key), labelValue(to, key)];
    return before === after ? [] : [{ kind: 'set-entry', map: 'selector', key, from: before, to: after }];
  });
}

type Told = Pick<FindingParts, 'label' | 'title' | 'why' | 'fixes' | 'related'>;

/** Its Pods would match, but there are none. */
function tellIdleWorkload(selector: StringMap, workload: Owner, { words }: CheckContext): Told {
  const { scaledToZero, withoutPods } = words.svc001;
  const ref = refOf(workload);
  const failure = workload.status?.conditions?.find(
    ({ type, status }) => type === 'ReplicaFailure' && status === 'True',
  );
  const idle = { selector, workload: ref, message: failure?.message };
  const related = [ref];
  if (workload.spec.replicas === 0)
    return {
      label: scaledToZero.label(),
      title: scaledToZero.title(idle),
      why: scaledToZero.why(idle),
      related,
      fixes: [
        {
          title: scaledToZero.scaleUp.title(ref),
          explanation: scaledToZero.scaleUp.explanation(),
          change: { ref, field: 'spec.replicas', from: '0', to: '1' },
        },
      ],
    };
  return {
    label: withoutPods.label(),
    title: withoutPods.title(idle),
    why: withoutPods.why(idle),
    related,
    fixes: [{ title: withoutPods.findOut.title(ref), explanation: withoutPods.findOut.explanation() }],
  };
}

function tellNoMatch(
  service: Service,
  sources: readonly PodSource[],
  { reader, words: { svc001: words } }: CheckContext,
): Told {
  const { selector = {} } = service.spec;
  const { name, namespace = '' } = service.metadata;
  const { selectOthers, makeWorkload } = words.noMatch;
  const closest = findClosestPodSource(selector, name, sources);
  const unmatched = { selector, namespace, podCount: reader.list('Pod', namespace).length };
  const told = { label: words.noMatch.label(), title: words.noMatch.title() };
  const otherWay = { title: makeWorkload.title(), explanation: makeWorkload.explanation(selector) };
  if (closest === undefined) return { ...told, why: words.noMatch.why(unmatched), fixes: [otherWay] };
  const { ref, labels } = closest.source;
  const podCount = reader.listPodsSelectedBy(namespace, labels).length;
  const isEnough = reader.listPodsSelectedBy(namespace, closest.selector).length > 0;
  const texts = {
    title: selectOthers.title(ref),
    explanation: selectOthers.explanation(closest.selector, isEnough),
  };
  return {
    ...told,
    why: words.noMatch.why({ ...unmatched, closest: { ref, differing: closest.differing, podCount } }),
    fixes: [
      isEnough ? buildEditFix(service, texts, listSelectorEdits(selector, closest.selector)) : texts,
      otherWay,
    ],
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
  const told =
    idle === undefined ? tellNoMatch(service, sources, context) : tellIdleWorkload(selector, idle, context);
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
