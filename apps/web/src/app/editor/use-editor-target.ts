import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { parseWholeObject } from '@fairlead/kube-objects';
import type { LiveObject } from '../../drafts/use-open-draft.ts';
import { useLiveObject } from '../../server-state/use-live-object.ts';
import { useAnswer } from '../../workers/use-answer.ts';

/** What an editor opens on. */
export type EditorTarget =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'ready'; readonly clusterId: string; readonly live: LiveObject };

function toLive(raw: unknown): LiveObject | { readonly reason: string } {
  const object = parseWholeObject(raw);
  if (object.kind === 'Service' || object.kind === 'Ingress') return object;
  return { reason: object.kind === 'Unreadable' ? object.reason : object.kind };
}

/** The object to edit as it is on the cluster. Where it cannot be read a kept draft can still be worked on. */
export function useEditorTarget(ref: ObjectRef<EditedKind>): EditorTarget {
  const summary = useAnswer({ kind: 'summary' });
  const details = useAnswer({ kind: 'details', ref });
  const reading = useLiveObject(ref, details.data?.object?.metadata.resourceVersion);
  const clusterId = summary.data?.clusterId;
  if (clusterId === undefined || clusterId === '') return { kind: 'loading' };
  switch (reading.kind) {
    case 'loading':
      return { kind: 'loading' };
    case 'gone':
      return { kind: 'ready', clusterId, live: undefined };
    case 'failed':
      return { kind: 'ready', clusterId, live: 'unknown' };
    case 'read': {
      const live = toLive(reading.object);
      return typeof live === 'object' && 'reason' in live
        ? { kind: 'unreadable', reason: live.reason }
        : { kind: 'ready', clusterId, live };
    }
  }
}
