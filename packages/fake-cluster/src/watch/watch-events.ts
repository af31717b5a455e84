import { objectText, type Presentation } from '../list/object-text.ts';

import { objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { apiVersionOfResource } from '../resources/resource-table.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import { statusBody } from '../status/refusal.ts';
import type { StoredChange } from '../storage/storage.ts';

/** Which changes a watch shows, and how. */
export interface WatchView {
  readonly served: ServedResource;
  /** Empty: of all namespaces. */
  readonly namespace: string;
  readonly matches: (object: JsonObject) => boolean;
  readonly presentation: Presentation;
}

const line = (type: string, objectJson: string): string => `{"type":"${type}","object":${objectJson}}\n`;

const isInside = (view: WatchView, object: JsonObject): boolean =>
  (view.namespace === '' || textAt(object, 'metadata', 'namespace') === view.namespace) &&
  view.matches(object);

/** The old object under the revision of the change that took it out of the watch's sight. */
const leaving = (previous: JsonObject, change: StoredChange): JsonObject => ({
  ...previous,
  metadata: {
    ...objectAt(previous, 'metadata'),
    resourceVersion: textAt(change.object, 'metadata', 'resourceVersion'),
  },
});

export const addedLine = (view: WatchView, object: JsonObject): string =>
  line('ADDED', objectText(object, view.presentation));

/** The event a watch shows for a change: a change of labels may bring an object into sight or take it away. */
export function eventLine(view: WatchView, change: StoredChange): string | undefined {
  const { type, object, previous } = change;
  const wasInside = previous !== undefined && isInside(view, previous);
  const isNowInside = type !== 'DELETED' && isInside(view, object);
  if (isNowInside) return line(wasInside ? 'MODIFIED' : 'ADDED', objectText(object, view.presentation));
  if (!wasInside) return undefined;
  return line(
    'DELETED',
    objectText(type === 'DELETED' ? object : leaving(previous, change), view.presentation),
  );
}

/** `isEndOfInitial`: everything that was there when the watch began has been sent. */
export function bookmarkLine({ served }: WatchView, revision: number, isEndOfInitial: boolean): string {
  const metadata = {
    resourceVersion: String(revision),
    ...(isEndOfInitial && { annotations: { 'k8s.io/initial-events-end': 'true' } }),
  };
  const empty =
    served.kind === 'Service' || served.kind === 'Ingress' ? { spec: {}, status: { loadBalancer: {} } } : {};
  return line(
    'BOOKMARK',
    JSON.stringify({ kind: served.kind, apiVersion: apiVersionOfResource(served), metadata, ...empty }),
  );
}

/** The watch asked to start at a revision that is forgotten. */
export const expiredLine = (asked: number, oldest: number): string =>
  line(
    'ERROR',
    JSON.stringify(
      statusBody({ code: 410, reason: 'Expired', message: `too old resource version: ${asked} (${oldest})` }),
    ),
  );
