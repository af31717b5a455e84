import { findNearText, refOf, type Pod, type Service } from '@fairlead/kube-objects';
import { buildFinding, findingId } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import {
  findSharedFault,
  listProbeFaults,
  type ProbeFault,
  type SharedFault,
} from '../subjects/probe-faults.ts';
import { findRequestsTo } from '../subjects/requests-to-service.ts';
import type { UnknownProbePort } from '../words/english/svc-042-probe-port-not-found.ts';

const id = 'SVC-042';

/** The id of the finding about a fault of a Pod, for findings that follow from it. */
export const probeFindingId = ({ ref, row }: SharedFault): string => findingId(id, ref, row);

const declaredNamesOf = ({ container }: ProbeFault): readonly string[] =>
  (container.ports ?? []).flatMap(({ name }) => (name ? [name] : []));

/** What is said of a fault is made of this. */
const factsOf = ({ fault, ref, pods }: SharedFault): UnknownProbePort => ({
  container: fault.container.name,
  portName: fault.portName,
  probes: fault.probes,
  declaredNames: declaredNamesOf(fault),
  keepsPodUnready: fault.keepsPodUnready,
  ref,
  podCount: pods.length,
});

function fixFor(shared: SharedFault, { words: { svc042: words } }: CheckContext): FindingFix {
  const { fault, ref } = shared;
  const { container, portName, probes } = fault;
  const facts = factsOf(shared);
  const declared = facts.declaredNames;
  const meant = findNearText(portName, declared) ?? (declared.length === 1 ? declared[0] : undefined);
  if (meant === undefined)
    return { title: words.namePort.title(), explanation: words.namePort.explanation(facts) };
  const [probe = 'readiness'] = probes;
  const handler = container[`${probe}Probe`]?.httpGet === undefined ? 'tcpSocket' : 'httpGet';
  const pathToSpec = ref.kind === 'Pod' ? 'spec' : 'spec.template.spec';
  return {
    title: words.pointAt.title(facts, meant),
    explanation: words.pointAt.explanation(facts),
    change: {
      ref,
      field: `${pathToSpec}.containers[${container.name}].${probe}Probe.${handler}.port`,
      from: portName,
      to: meant,
    },
  };
}

const listServicesOf = ({ reader }: CheckContext, pod: Pod): readonly Service[] =>
  reader.listServicesSelecting(pod.metadata.namespace ?? '', pod.metadata.labels);

function report(shared: SharedFault, pod: Pod, context: CheckContext): Finding {
  const { fault, ref, row } = shared;
  const { keepsPodUnready } = fault;
  const words = context.words.svc042;
  const facts = factsOf(shared);
  const services = keepsPodUnready ? listServicesOf(context, pod) : [];
  const requests = new Set(services.flatMap((service) => findRequestsTo(context, service).texts));
  return buildFinding(svc042, {
    place: { ref, field: ref.kind === 'Pod' ? 'spec.containers' : 'spec.template.spec.containers' },
    row,
    severity: keepsPodUnready ? 'error' : 'warning',
    effect: keepsPodUnready ? 'requests-fail' : 'hygiene',
    related: services.map(refOf),
    label: words.label(facts),
    title: words.title(facts),
    happens: words.happens(facts),
    effectNow: words.effectNow(facts),
    why: words.why(facts),
    fixes: [fixFor(shared, context)],
    requests: [...requests],
    since: pod.metadata.creationTimestamp,
  });
}

/**
 * A probe names a port that its container does not declare. Told once per workload, at the workload; with a readiness or
 * startup probe its Pods never become ready, a liveness probe alone only has no effect.
 */
export const svc042: Check<'Pod'> = {
  id,
  severity: 'error',
  effect: 'requests-fail',
  unit: 'Pod',
  reads: ['Pod'],
  run(pod, context) {
    const faults = listProbeFaults(pod);
    if (faults.length === 0) return nothingFound;
    const findings = faults.flatMap((fault) => {
      const shared = findSharedFault(context.reader, pod, fault);
      const isFirst = shared.pods[0]?.metadata.name === pod.metadata.name;
      return isFirst ? [report(shared, pod, context)] : [];
    });
    return { findings };
  },
};
