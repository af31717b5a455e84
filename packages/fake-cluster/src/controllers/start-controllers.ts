import type { WriteContext } from '../registry/write-context.ts';
import { ControllerClient } from './controller-client.ts';
import { runControllers } from './controller-loop.ts';
import { createDaemonSetController } from './daemon-set-controller.ts';
import { createDeploymentController } from './deployment-controller.ts';
import { createEndpointSliceController } from './endpoint-slice-controller.ts';
import { createEventRecorder } from './event-recorder.ts';
import { createGarbageCollector } from './garbage-collector.ts';
import { createJobController } from './job-controller.ts';
import { Kubelet, type PodTimings } from './kubelet.ts';
import { createNamespaceController } from './namespace-controller.ts';
import { followPodAddresses } from './pod-addresses.ts';
import { createReplicaSetController } from './replica-set-controller.ts';
import { createScheduler } from './scheduler.ts';
import { createStatefulSetController } from './stateful-set-controller.ts';

/** Starts everything that acts in a cluster by itself. */
export function startControllers(
  context: WriteContext,
  { timings, isDualStack }: { readonly timings: PodTimings; readonly isDualStack: boolean },
): void {
  const manager = new ControllerClient(context, 'kube-controller-manager');
  const kubelet = new ControllerClient(context, 'kubelet');
  const record = createEventRecorder(manager);
  runControllers(context.storage, context.clock, [
    createScheduler(new ControllerClient(context, 'kube-scheduler'), record),
    new Kubelet({
      client: kubelet,
      record,
      addresses: followPodAddresses(context.storage, isDualStack),
      timings,
    }),
    createDeploymentController(manager, record),
    createReplicaSetController(manager),
    createStatefulSetController(manager),
    createDaemonSetController(manager),
    createJobController(manager),
    createEndpointSliceController(manager),
    createGarbageCollector(manager),
    createNamespaceController(manager),
  ]);
}
