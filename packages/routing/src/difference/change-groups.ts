import type { Verdict } from '../engine/verdict.ts';
import type { RoutingRequest } from '../request.ts';
import type { RequestChange } from './route-difference.ts';
import { groupOf } from './same-verdict.ts';

type Change = Pick<RequestChange, 'request' | 'before' | 'after'>;

const urlOf = ({ scheme, host, path, query }: RoutingRequest): string =>
  `${scheme}://${host}${path}${query === undefined ? '' : `?${query}`}`;

/** How little a request tells of what changed: best the rule's own path at its own host, plain and without headers. */
function costOf({ request, before, after }: Change): number {
  const rules: readonly Verdict[] = [after, before];
  const own = rules.findIndex(({ path }) => path !== null && path === request.path);
  const named = rules.some(({ hostRule }) => hostRule === request.host);
  const carried =
    (request.query === undefined ? 0 : 2) +
    (request.method === 'GET' ? 0 : 1) +
    Object.keys(request.headers ?? {}).length * 2 +
    Object.keys(request.cookies ?? {}).length * 3;
  return (own === -1 ? 2 : own) * 8 + (named ? 0 : 4) + carried + (request.scheme === 'http' ? 0 : 1);
}

/** [DIF-5] Changes by what they have in common, each with the request that tells most. */
export class ChangeGroups {
  readonly #groups = new Map<string, { best: Change; cost: number; count: number }>();

  add(change: Change): void {
    const key = groupOf(change.before, change.after);
    const cost = costOf(change);
    const group = this.#groups.get(key);
    if (group === undefined) this.#groups.set(key, { best: change, cost, count: 1 });
    else {
      group.count += 1;
      if (cost < group.cost) Object.assign(group, { best: change, cost });
    }
  }

  list(): readonly RequestChange[] {
    return [...this.#groups.values()].map(({ best, count }) => ({
      ...best,
      url: urlOf(best.request),
      count,
    }));
  }
}
