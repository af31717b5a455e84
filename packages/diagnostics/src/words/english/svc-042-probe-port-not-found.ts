import type { ObjectRef } from '@fairlead/kube-objects';
import type { ProbeKind } from '../../subjects/probe-faults.ts';
import { code } from '../../text/code.ts';
import { nameOf } from './object-name.ts';
import { nameOrNames, probesText } from './probes.ts';
import { countOf, listed, quoted } from './sentence.ts';

export interface UnknownProbePort {
  readonly container: string;
  readonly portName: string;
  readonly probes: readonly ProbeKind[];
  readonly declaredNames: readonly string[];
  readonly keepsPodUnready: boolean;
  /** The workload; the Pod itself where there is none. */
  readonly ref: ObjectRef;
  readonly podCount: number;
}

const sentenceStart = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

const theProbes = ({ probes }: UnknownProbePort): string =>
  probes.length === 1 ? 'the probe' : 'the probes';

export const svc042Words = {
  label: ({ portName }: UnknownProbePort) => `No probe port ${quoted(portName)}`,
  title: ({ probes, container, portName }: UnknownProbePort) =>
    `${sentenceStart(probesText(probes))} of container ${container} ${nameOrNames(probes)} port ${quoted(portName)}, which it does not declare`,
  happens({ keepsPodUnready, ref, podCount }: UnknownProbePort): string {
    if (!keepsPodUnready)
      return 'The liveness probe never has a result: a container that hangs is not restarted.';
    const who = ref.kind === 'Pod' ? nameOf(ref) : `${countOf(podCount, 'Pod')} of ${nameOf(ref)}`;
    return ref.kind === 'Pod' || podCount === 1
      ? `${who} never becomes ready and gets no requests.`
      : `${who} never become ready and get no requests.`;
  },
  effectNow: ({ keepsPodUnready }: UnknownProbePort) => (keepsPodUnready ? 'never ready' : 'no restarts'),
  why: ({ declaredNames }: UnknownProbePort) =>
    `A probe’s port name is looked up among the ports of its own container; ${declaredNames.length === 0 ? 'it names none' : `it has ${listed(declaredNames.map(code))}`}. A probe without a port has no result.`,
  namePort: {
    title: () => 'Name a port that the container declares',
    explanation: (fault: UnknownProbePort) =>
      `In ${nameOf(fault.ref)}, give ${theProbes(fault)} a port number, or declare a port named ${code(fault.portName)} in container ${fault.container}.`,
  },
  pointAt: {
    title: (fault: UnknownProbePort, portName: string) =>
      `Point ${theProbes(fault)} at port ${quoted(portName)}`,
    explanation: ({ container, ref }: UnknownProbePort) =>
      `Container ${container} declares it. ${ref.kind === 'Pod' ? 'The Pod has to be made anew.' : 'The Pods are replaced.'}`,
  },
};
