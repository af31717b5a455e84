import type { GraphExposure } from './graph.ts';
import { tellAlone } from './lane-routes.ts';
import type { RouteRow } from './route-row.ts';

/** What to leave out of the table; `undefined` leaves out nothing. */
export interface RouteFilter {
  readonly namespaces?: readonly string[];
  /** Only routes of Ingresses of these classes. */
  readonly classNames?: readonly string[];
  /** Only lines that tell of one of these nodes or rows. */
  readonly targets?: ReadonlySet<string>;
}

/** The Exposure column line by line. */
export const listExposureRoutes = ({ nodes }: GraphExposure): readonly RouteRow[] =>
  nodes.map((node) =>
    tellAlone(node, node.kind === 'ingress-class-ghost' ? 'missing-class' : 'ok', 'exposure'),
  );

/** Whether a line passes a filter. Lines of the Exposure column have no namespace and no class to be left out by. */
export function isRouteWanted(row: RouteRow, { classNames, targets }: RouteFilter): boolean {
  if (classNames !== undefined && row.kind !== 'exposure')
    if (row.kind !== 'route' || !classNames.includes(row.className)) return false;
  return targets === undefined || row.targets.some((target) => targets.has(target));
}
