import type { NormalizedRequest } from '../request.ts';
import { findRoute, listOpenTables, listRivalTables, takesRequest } from './find-route.ts';
import type { HostTable, Route } from './route.ts';
import type { RoutingIndex } from './routing-index.ts';

/** What routing decides about a request before its backend is looked at. */
export interface Selection {
  /** The path that rules were compared with; `undefined`: the request is refused as malformed. */
  readonly path: string | undefined;
  /** Tables whose host matches, the most specific first. */
  readonly tables: readonly HostTable[];
  readonly route: Route | undefined;
  /** Another route has the same claim, and which of them is asked is not promised. */
  readonly rival: Route | undefined;
}

function findRival(index: RoutingIndex, request: NormalizedRequest, selection: Selection): Route | undefined {
  const { route, path, tables } = selection;
  if (route === undefined || path === undefined) return undefined;
  for (const { routes } of listRivalTables(index, tables, route)) {
    const rival = routes.find(
      (other) => other !== route && other.priority === route.priority && takesRequest(other, path, request),
    );
    if (rival !== undefined) return rival;
  }
  return undefined;
}

/** The route of a request with what there is to say about the choice. */
export function selectRoute(index: RoutingIndex, request: NormalizedRequest): Selection {
  const path = index.profile.normalizePath(request.path);
  const tables = listOpenTables(index, request);
  const route = path === undefined ? undefined : findRoute(index, request, path);
  const selection = { path, tables, route, rival: undefined };
  return { ...selection, rival: findRival(index, request, selection) };
}
