import {
  findControllerConfigMap,
  listTracedControllers,
  readConfigMapOptions,
  traceCluster,
  type RoutingRequest,
  type TracedController,
} from '@fairlead/routing';
import type { TracedRequest } from './print-trace.ts';
import type { ControllerOptions } from '@fairlead/routing';
import type { World } from '../input/world.ts';
import type { ProfileChoice } from '../input/profile-flags.ts';

type TracedWorld = Omit<World, 'sources'>;

/** What the controller's ConfigMap says, where it is there. */
function readSettings({ reader, configMaps }: TracedWorld, controller: TracedController): ControllerOptions {
  const place = findControllerConfigMap(reader, controller);
  const data = place && configMaps.get(`${place.namespace}/${place.name}`);
  return readConfigMapOptions(data, controller.profile);
}

/** The controllers to ask: all, or those of the profile that was chosen; without any such in the world, the profile by itself. */
export function chooseControllers(
  world: TracedWorld,
  { profile, options }: ProfileChoice,
): readonly TracedController[] {
  const all = listTracedControllers(world.reader).map((controller) => ({
    ...controller,
    options: { ...controller.options, ...readSettings(world, controller), ...options },
  }));
  if (profile === undefined) return all;
  const chosen = all.filter((controller) => controller.profile === profile && controller.isKnown);
  if (chosen.length > 0) return chosen;
  return [
    {
      id: profile,
      profile,
      isKnown: true,
      options,
      classNames: [],
      controllerClass: undefined,
      running: undefined,
      ingressCount: 0,
    },
  ];
}

/** What happens to a request in a world. */
export function traceWorld(
  world: TracedWorld,
  request: RoutingRequest,
  choice: ProfileChoice,
): TracedRequest {
  const { controller, trace, others } = traceCluster(world, request, chooseControllers(world, choice));
  return { request, controller, trace, others };
}
