import type { LoadProgress } from '@fairlead/api-contract';
import type { KindAccess } from '@fairlead/kube-objects';
import type { KindFeed } from '../../cluster/context-reader.ts';

/** How far the first lists are; what cannot be listed is not waited for. */
export function toLoadProgress(feeds: readonly KindFeed[], access: readonly KindAccess[]): LoadProgress {
  const loaded = feeds.reduce((sum, { objectCount }) => sum + objectCount, 0);
  const expected = feeds.reduce(
    (sum, { objectCount, estimatedTotal }) => sum + Math.max(objectCount, estimatedTotal ?? 0),
    0,
  );
  return {
    isComplete: access.length > 0 && access.every(({ state }) => state !== 'loading'),
    loaded,
    expected,
  };
}
