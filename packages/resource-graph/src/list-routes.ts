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
  /** Any part of host, path, names or port, upper and lower case alike. */
  readonly text?: string;
}

/** The Exposure column line by line. */
export const listExposureRoutes = ({ nodes }: GraphExposure): readonly RouteRow[] =>
  nodes.map((node) =>
    tellAlone(node, node.kind === 'ingress-class-ghost' ? 'missing-class' : 'ok', 'exposure'),
  );

const wordsOf = (row: RouteRow): string =>
  [row.namespace, row.host, row.path, row.ingress, row.service, row.port, ...row.behind]
    .join('\n')
    .toLowerCase();

/** Whether a line passes a filter. Lines of the Exposure column have no namespace and no class to be left out by. */
export function isRouteWanted(row: RouteRow, { classNames, targets, text }: RouteFilter): boolean {
  if (classNames !== undefined && row.kind !== 'exposure')
    if (row.kind !== 'route' || !classNames.includes(row.className)) return false;
  if (targets !== undefined && !row.targets.some((target) => targets.has(target))) return false;
  return text === undefined || text === '' || wordsOf(row).includes(text.toLowerCase());
}
