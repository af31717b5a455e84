import { refOf, type Pod, type Service } from '@fairlead/kube-objects';
import { buildFinding, findingId } from '../build-finding.ts';
import { nothingFound, type Check, type CheckContext } from '../check.ts';
import type { Finding, FindingFix } from '../finding.ts';
import { nameOf } from '../subjects/object-name.ts';
import {
  findSharedFault,
  listProbeFaults,
  type ProbeFault,
  type SharedFault,
} from '../subjects/probe-faults.ts';
import { findRequestsTo } from '../subjects/requests-to-service.ts';
import { findNearText } from '../text/near-text.ts';
import { code } from '../text/code.ts';
import { countOf, listed, quoted } from '../words/english/sentence.ts';

const id = 'SVC-042';

/** The id of the finding about a fault of a Pod, for findings that follow from it. */
export const probeFindingId = ({ ref, row }: SharedFault): string => findingId(id, ref, row);

const sentenceStart = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** `readiness probe`, `readiness and liveness probes`. */
export const probesText = ({ probes }: ProbeFault): string =>
  `${listed(probes)} probe${probes.length === 1 ? '' : 's'}`;

function fixFor({ fault, ref }: SharedFault): FindingFix {
  const { container, portName, probes } = fault;
  const declared = (container.ports ?? []).flatMap(({ name }) => (name ? [name] : []));
  const meant = findNearText(portName, declared) ?? (declared.length === 1 ? declared[0] : undefined);
  const what = probes.length === 1 ? 'the probe' : 'the probes';
  if (meant === undefined)
    return {
      title: 'Name a port that the container declares',
      explanation: `In ${nameOf(ref)}, give ${what} a port number, or declare a port named ${code(portName)} in container ${container.name}.`,
    };
  const [probe = 'readiness'] = probes;
  const handler = container[`${probe}Probe`]?.httpGet === undefined ? 'tcpSocket' : 'httpGet';
  const pathToSpec = ref.kind === 'Pod' ? 'spec' : 'spec.template.spec';
  return {
    title: `Point ${what} at port ${quoted(meant)}`,
    explanation: `Container ${container.name} declares it. ${ref.kind === 'Pod' ? 'The Pod has to be made anew.' : 'The Pods are replaced.'}`,
    change: {
      ref,
      field: `${pathToSpec}.containers[${container.name}].${probe}Probe.${handler}.port`,
      from: portName,
      to: meant,
    },
  };
}

function happensTo({ fault, ref, pods }: SharedFault): string {
  if (!fault.keepsPodUnready)
    return 'The liveness probe never has a result: a container that hangs is not restarted.';
  const who = ref.kind === 'Pod' ? nameOf(ref) : `${countOf(pods.length, 'Pod')} of ${nameOf(ref)}`;
  return ref.kind === 'Pod' || pods.length === 1
    ? `${who} never becomes ready and gets no requests.`
    : `${who} never become ready and get no requests.`;
}

const listServicesOf = ({ reader }: CheckContext, pod: Pod): readonly Service[] =>
  reader.listServicesSelecting(pod.metadata.namespace ?? '', pod.metadata.labels);

function report(shared: SharedFault, pod: Pod, context: CheckContext): Finding {
  const { fault, ref, row } = shared;
  const { container, portName, keepsPodUnready } = fault;
  const services = keepsPodUnready ? listServicesOf(context, pod) : [];
  const requests = new Set(services.flatMap((service) => findRequestsTo(context, service).texts));
  const declared = (container.ports ?? []).flatMap(({ name }) => (name ? [code(name)] : []));
  const where = declared.length === 0 ? 'it names none' : `it has ${listed(declared)}`;
  return buildFinding(svc042, {
    place: { ref, field: ref.kind === 'Pod' ? 'spec.containers' : 'spec.template.spec.containers' },
    row,
    severity: keepsPodUnready ? 'error' : 'warning',
    effect: keepsPodUnready ? 'requests-fail' : 'hygiene',
    related: services.map(refOf),
    label: `No probe port ${quoted(portName)}`,
    title: `${sentenceStart(probesText(fault))} of container ${container.name} ${fault.probes.length === 1 ? 'names' : 'name'} port ${quoted(portName)}, which it does not declare`,
    happens: happensTo(shared),
    effectNow: keepsPodUnready ? 'never ready' : 'no restarts',
    why: `A probe’s port name is looked up among the ports of its own container; ${where}. A probe without a port has no result.`,
    fixes: [fixFor(shared)],
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
