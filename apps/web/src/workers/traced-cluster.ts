import type { ObjectReader } from '@fairlead/kube-objects';
import {
  isProfileName,
  listTracedControllers,
  traceCluster,
  type ClusterTrace,
  type RoutingRequest,
  type TracedController,
} from '@fairlead/routing';
import type { ControllerChoice } from '../trace-view/trace-view.ts';

/** A request traced through the cluster, and who else could have been asked. */
export interface TracedRequest extends ClusterTrace {
  readonly controllers: readonly TracedController[];
  readonly isOverridden: boolean;
}

interface Known {
  readonly revision: number;
  readonly controllers: readonly TracedController[];
}

const knownControllers = new WeakMap<ObjectReader, Known>();

/** Once for each state of the cluster. */
function controllersOf(reader: ObjectReader): readonly TracedController[] {
  const { revision } = reader;
  const known = knownControllers.get(reader);
  if (known?.revision === revision) return known.controllers;
  const controllers = listTracedControllers(reader);
  knownControllers.set(reader, { revision, controllers });
  return controllers;
}

/** The same controller read by another profile: it keeps its classes. */
function withProfile(controller: TracedController, name: string): TracedController | undefined {
  if (!isProfileName(name)) return undefined;
  const { controllerClass, options } = controller;
  if (name === controller.profile) return controller;
  const classes =
    controllerClass === undefined
      ? {}
      : name === 'spec'
        ? { tracedController: controllerClass }
        : { controllerClass };
  const watch =
    options.watchIngressWithoutClass === undefined
      ? {}
      : { watchIngressWithoutClass: options.watchIngressWithoutClass };
  return { ...controller, profile: name, isKnown: true, options: { ...classes, ...watch } };
}

/** Traces by the rules of the one that `via` names; by default, and where it names nobody, of who claims the host best. */
export function traceThrough(
  reader: ObjectReader,
  request: RoutingRequest,
  via: string | undefined,
): TracedRequest {
  const controllers = controllersOf(reader);
  const world = { reader };
  const chosen = controllers.find(({ id }) => id === via);
  if (chosen !== undefined)
    return { ...traceCluster(world, request, [chosen]), controllers, isOverridden: false };
  const best = traceCluster(world, request, controllers);
  const other = via?.startsWith('=') === true ? withProfile(best.controller, via.slice(1)) : undefined;
  if (other === undefined) return { ...best, controllers, isOverridden: false };
  return { ...traceCluster(world, request, [other]), controllers, isOverridden: true };
}

export const toControllerChoice = ({
  id,
  profile,
  isKnown,
  classNames,
  ingressCount,
  running,
  controllerClass = '',
}: TracedController): ControllerChoice => ({
  id,
  profile,
  isKnown,
  name: running?.name ?? controllerClass,
  classNames,
  ingressCount,
  isRunning: running !== undefined,
});
