import type { Container, ObjectReader, Pod, Probe } from '@fairlead/kube-objects';
import { refOf, type ObjectRef } from '@fairlead/kube-objects';
import { hasEnded, isTerminatingPod } from '@fairlead/routing';
import { findOwner, listPodsOf } from './pod-owner.ts';

export type ProbeKind = 'readiness' | 'liveness' | 'startup';

/** Probes of one container that name a port which that container does not declare. */
export interface ProbeFault {
  readonly container: Container;
  readonly portName: string;
  readonly probes: readonly ProbeKind[];
  /** Without a result of its readiness or startup probe a container counts as not ready for good. */
  readonly keepsPodUnready: boolean;
}

const namedPortOf = (probe: Probe | undefined): string | undefined => {
  const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
  return typeof port === 'string' ? port : undefined;
};

/**
 * The kubelet looks a probe's port name up in the probed container alone, whatever the protocol, and throws the result
 * of a probe away whose port it does not find (pkg/probe/util.go, pkg/kubelet/prober/worker.go of kubernetes).
 */
function faultsOf(container: Container): readonly ProbeFault[] {
  const { readinessProbe, livenessProbe, startupProbe, ports = [] } = container;
  const probes = [
    ['readiness', namedPortOf(readinessProbe)],
    ['liveness', namedPortOf(livenessProbe)],
    ['startup', namedPortOf(startupProbe)],
  ] as const;
  const missing = probes.flatMap(([kind, portName]) =>
    portName === undefined || ports.some(({ name }) => name === portName) ? [] : [{ kind, portName }],
  );
  return [...new Set(missing.map(({ portName }) => portName))].map((portName) => {
    const kinds = missing.filter((other) => other.portName === portName).map(({ kind }) => kind);
    return {
      container,
      portName,
      probes: kinds,
      keepsPodUnready: kinds.some((kind) => kind !== 'liveness'),
    };
  });
}

/** Ordinary init containers have no probes; sidecars do. Pods on their way out are left alone. */
export function listProbeFaults(pod: Pod): readonly ProbeFault[] {
  if (hasEnded(pod) || isTerminatingPod(pod)) return [];
  const { containers = [], initContainers = [] } = pod.spec;
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  return [...containers, ...sidecars].flatMap(faultsOf);
}

export const isSameFault = (a: ProbeFault, b: ProbeFault): boolean =>
  a.container.name === b.container.name && a.portName === b.portName;

/** A fault with the workload it comes from and all its Pods that have it. */
export interface SharedFault {
  readonly fault: ProbeFault;
  /** The workload; the Pod itself where none is seen. */
  readonly ref: ObjectRef;
  readonly pods: readonly Pod[];
  /** Names the fault within its workload. */
  readonly row: string;
}

/** The Pods of a workload share its faults, so that they are told once, by the first of the Pods. */
export function findSharedFault(reader: ObjectReader, pod: Pod, fault: ProbeFault): SharedFault {
  const owner = findOwner(reader, pod);
  const siblings = owner === undefined ? [] : listPodsOf(reader, owner);
  const pods = siblings.filter((sibling) =>
    listProbeFaults(sibling).some((other) => isSameFault(other, fault)),
  );
  const row = `${fault.container.name}~${fault.portName}`;
  return owner === undefined || pods.length === 0
    ? { fault, ref: refOf(pod), pods: [pod], row }
    : { fault, ref: refOf(owner), pods, row };
}
