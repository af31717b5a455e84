import type { FakeReply } from '../request/fake-request.ts';
import { refusalReply } from '../request/replies.ts';
import { isSet } from '../request/request-query.ts';
import type { Target } from '../request/target.ts';
import type { Presentation } from '../list/object-text.ts';
import { parseObjectFilter } from '../selectors/object-filter.ts';
import { forbidden } from '../status/field-error.ts';
import { Refusal } from '../status/refusal.ts';
import { internal, invalidObject } from '../status/refusals.ts';
import type { WatchHub } from './watch-hub.ts';

function refuseOptions(query: ReadonlyMap<string, string>): Refusal | undefined {
  const sendsInitial = query.has('sendInitialEvents');
  const match = query.get('resourceVersionMatch') ?? '';
  const listOptions = { group: 'meta.k8s.io', kind: 'ListOptions', name: '' };
  if (sendsInitial && match !== 'NotOlderThan') {
    const why = 'sendInitialEvents requires setting resourceVersionMatch to NotOlderThan';
    return invalidObject(listOptions, [forbidden('resourceVersionMatch', why)]);
  }
  if (!sendsInitial && match !== '') {
    const why = 'resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided';
    return invalidObject(listOptions, [forbidden('resourceVersionMatch', why)]);
  }
  const version = query.get('resourceVersion') ?? '';
  const quoted = JSON.stringify(version);
  return /^\d*$/.test(version)
    ? undefined
    : internal(
        `resourceVersion: Invalid value: ${quoted}: strconv.ParseUint: parsing ${quoted}: invalid syntax`,
      );
}

/** `undefined`: everything that is there comes first. */
function startRevisionOf(query: ReadonlyMap<string, string>): number | undefined {
  const version = query.get('resourceVersion') ?? '';
  return version === '' || version === '0' || isSet(query, 'sendInitialEvents') ? undefined : Number(version);
}

/** WATCH. A revision that is forgotten is answered with 200 and one ERROR event, a future one with silence. */
export function replyToWatch(hub: WatchHub, target: Target, presentation: Presentation): FakeReply {
  const { query, served, namespace } = target;
  const refusal = refuseOptions(query);
  if (refusal !== undefined) return refusalReply(refusal);
  const filter = parseObjectFilter(query, served);
  if (filter instanceof Refusal) return refusalReply(filter);
  const timeout = Number(query.get('timeoutSeconds') ?? '0');
  const stream = hub.open(
    { served, namespace, matches: filter.matches, presentation },
    {
      revision: startRevisionOf(query),
      hasBookmarks: isSet(query, 'allowWatchBookmarks'),
      timeoutSeconds: timeout > 0 ? timeout : undefined,
    },
  );
  return { kind: 'stream', statusCode: 200, headers: { 'content-type': 'application/json' }, stream };
}
