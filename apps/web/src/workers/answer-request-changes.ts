import {
  compareRoutes,
  listRouteConflicts,
  type RouteConflict,
  type RoutingIndex,
  type TracedController,
} from '@fairlead/routing';
import type { ControllerSettings } from '../trace-view/traced-facts.ts';
import type { ClusterModel } from './cluster-model.ts';
import { draftedModelOf } from './drafted-model.ts';
import { keyOfChange } from './drafted-objects.ts';
import type {
  ControllerChanges,
  RequestChangesAnswer,
  RequestChangesQuestion,
} from './request-changes-answers.ts';
import type { ControllerTables } from './routing-tables.ts';
import { listConfiguredControllers, toControllerChoice } from './traced-cluster.ts';

const mostShown = 100;
/** So many comparisons take a moment, not seconds. */
const limit = 50_000;

const identityOf = ({ code, host, winner, losers }: RouteConflict): string =>
  JSON.stringify([code, host, winner, losers]);

const partiesOf = ({ winner, losers }: RouteConflict): readonly string[] =>
  [winner, ...losers].map(({ ingress }) => ingress);

/** Conflicts that are there only with the draft, and in which one of its Ingresses takes part. */
function listNewConflicts(
  before: RoutingIndex,
  after: RoutingIndex,
  ingresses: ReadonlySet<string>,
): readonly RouteConflict[] {
  if (ingresses.size === 0) return [];
  const known = new Set(listRouteConflicts(before).map(identityOf));
  return listRouteConflicts(after)
    .filter(
      (conflict) =>
        !known.has(identityOf(conflict)) && partiesOf(conflict).some((ingress) => ingresses.has(ingress)),
    )
    .slice(0, mostShown);
}

interface Worlds {
  readonly before: ControllerTables;
  readonly after: ControllerTables;
  readonly ingresses: ReadonlySet<string>;
  readonly settings: readonly ControllerSettings[];
}

function compareFor(
  controller: TracedController,
  { before, after, ingresses, settings }: Worlds,
): ControllerChanges {
  const now = before.tableOf(controller);
  const drafted = after.tableOf(controller);
  const { changes, isComplete, incomplete, requestCount } = compareRoutes(now, drafted, { limit });
  return {
    controller: toControllerChoice(controller),
    settings: settings.find((each) => each.controller === controller.id),
    changes: changes.slice(0, mostShown),
    changeCount: changes.length,
    isComplete,
    incomplete: incomplete.slice(0, 10),
    requestCount,
    conflicts: listNewConflicts(now, drafted, ingresses),
  };
}

/** Ingresses that the draft makes or changes, as traces name them. */
const ingressesOf = (changes: RequestChangesQuestion['changes']): ReadonlySet<string> =>
  new Set(
    changes
      .filter((change) => change.operation !== 'delete' && change.object.kind === 'Ingress')
      .map((change) => keyOfChange(change).replace(/^Ingress\//, '')),
  );

interface Remembered {
  readonly key: string;
  readonly revision: number;
  readonly answer: RequestChangesAnswer;
}

const remembered = new WeakMap<ClusterModel, Remembered>();

/** Which requests end otherwise with the draft, by each controller. Computed anew only when cluster or draft changed. */
export function answerRequestChanges(
  model: ClusterModel,
  { changes, settings = [] }: RequestChangesQuestion,
): RequestChangesAnswer {
  const { store } = model;
  const key = JSON.stringify([changes, settings]);
  const known = remembered.get(model);
  if (known?.key === key && known.revision === store.revision) return known.answer;
  const worlds = {
    before: model.tables,
    after: draftedModelOf(model, changes).tables,
    ingresses: ingressesOf(changes),
    settings,
  };
  const controllers = new Map(
    [worlds.before, worlds.after].flatMap((world) =>
      listConfiguredControllers(world, settings).map((each) => [each.id, each] as const),
    ),
  );
  const answer = { controllers: [...controllers.values()].map((each) => compareFor(each, worlds)) };
  remembered.set(model, { key, revision: store.revision, answer });
  return answer;
}
