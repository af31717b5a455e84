import {
  listTracedControllers,
  traceCluster,
  type RoutingRequest,
  type RoutingWorld,
  type TracedController,
} from '@fairlead/routing';
import type { TracedRequest } from './print-trace.ts';
import type { ProfileChoice } from '../input/profile-flags.ts';

/** The controllers to ask: all, or those of the profile that was chosen; without any such in the world, the profile by itself. */
export function chooseControllers(
  { reader }: RoutingWorld,
  { profile, options }: ProfileChoice,
): readonly TracedController[] {
  const all = listTracedControllers(reader).map((controller) => ({
    ...controller,
    options: { ...controller.options, ...options },
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
  world: RoutingWorld,
  request: RoutingRequest,
  choice: ProfileChoice,
): TracedRequest {
  const { controller, trace, others } = traceCluster(world, request, chooseControllers(world, choice));
  return { request, controller, trace, others };
}
