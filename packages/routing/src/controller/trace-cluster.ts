import { findProfile } from '../controllers/find-profile.ts';
import { buildRoutingIndex, type RoutingIndex, type RoutingWorld } from '../engine/routing-index.ts';
import { traceRequest } from '../engine/trace-request.ts';
import type { RoutingRequest } from '../request.ts';
import type { Trace } from '../trace.ts';
import { listTracedControllers, type TracedController } from './list-traced-controllers.ts';

/** What one controller does with a request. */
export interface ControllerTrace {
  readonly controller: TracedController;
  readonly trace: Trace;
}

/** A controller with its routing table. */
export interface ControllerTable {
  readonly controller: TracedController;
  readonly index: RoutingIndex;
}

/** A request through the controller that has the best claim on its host, and through the others. */
export interface ClusterTrace extends ControllerTrace {
  readonly index: RoutingIndex;
  readonly others: readonly ControllerTrace[];
}

/** [CTL-17] How good a controller's claim on a request's host is; higher is better. */
function claimOf({ stage, reason, steps, viaDefaultBackend }: Trace): number {
  const host = steps.find(({ code }) => code === 'HOST_MATCHED')?.details['host'];
  if (host !== undefined && host !== '') return host.startsWith('*.') ? 5 : 6;
  if (host === '' || viaDefaultBackend) return 4;
  if (stage === 'admission') return 3;
  if (stage === 'class') return reason === 'CLASS_OTHER_CONTROLLER' ? 1 : 2;
  return 0;
}

/** [CTL-17] Traces a request through tables that are at hand; the one whose rules say most about the host comes first. */
export function traceTables(tables: readonly ControllerTable[], request: RoutingRequest): ClusterTrace {
  const traced = tables
    .map(({ controller, index }) => ({ controller, index, trace: traceRequest(index, request) }))
    .toSorted((a, b) => claimOf(b.trace) - claimOf(a.trace));
  const [best, ...others] = traced;
  if (best === undefined) throw new Error('No controller to trace through');
  return { ...best, others: others.map(({ controller, trace }) => ({ controller, trace })) };
}

/** [CTL-17] Traces a request through every controller, with tables made for it. */
export const traceCluster = (
  world: RoutingWorld,
  request: RoutingRequest,
  controllers: readonly TracedController[] = listTracedControllers(world.reader),
): ClusterTrace =>
  traceTables(
    controllers.map((controller) => ({
      controller,
      index: buildRoutingIndex(world, findProfile(controller.profile), controller.options),
    })),
    request,
  );
