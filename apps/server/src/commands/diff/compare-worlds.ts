import {
  buildRoutingIndex,
  compareRoutes,
  findProfile,
  type RouteDifference,
  type RoutingIndex,
  type RoutingWorld,
  type TracedController,
} from '@fairlead/routing';
import type { World } from '../input/world.ts';
import type { ProfileChoice } from '../input/profile-flags.ts';
import { chooseControllers } from '../trace/trace-world.ts';

/** What a change of a world does to the requests of one controller. */
export interface ControllerDifference {
  readonly controller: Pick<TracedController, 'id' | 'profile'>;
  readonly difference: RouteDifference;
}

const toIndex = (world: RoutingWorld, { profile, options }: TracedController): RoutingIndex =>
  buildRoutingIndex(world, findProfile(profile), options);

/** `spec` stands in where a world tells of no controller; beside a real one it says nothing. */
function pairControllers(
  before: readonly TracedController[],
  after: readonly TracedController[],
): readonly (readonly [TracedController, TracedController])[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  const real = ids.filter((id) => id !== 'spec');
  return (real.length > 0 ? real : ids).flatMap((id) => {
    const [was, is] = [before, after].map((all) => all.find((each) => each.id === id));
    const [first, second] = [was ?? is, is ?? was];
    return first === undefined || second === undefined ? [] : [[first, second] as const];
  });
}

/** Requests that end otherwise, controller by controller; one that a world does not know is taken as in the other. */
export function compareWorlds(
  before: World,
  after: World,
  { choice, limit }: { readonly choice: ProfileChoice; readonly limit: number | undefined },
): readonly ControllerDifference[] {
  const pairs = pairControllers(chooseControllers(before, choice), chooseControllers(after, choice));
  return pairs.map(([was, is]) => ({
    controller: { id: is.id, profile: is.profile },
    difference: compareRoutes(toIndex(before, was), toIndex(after, is), limit === undefined ? {} : { limit }),
  }));
}
