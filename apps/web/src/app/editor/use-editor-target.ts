import type { EditedKind } from '@fairlead/edits';
import type { ObjectRef } from '@fairlead/kube-objects';
import { parseWholeObject } from '@fairlead/kube-objects';
import { useMemo } from 'react';
import type { LiveObject } from '../../drafts/use-open-draft.ts';
import { useLiveObject } from '../../server-state/use-live-object.ts';
import { useAnswer } from '../../workers/use-answer.ts';

/** What an editor opens on. `live` is the same object as long as the cluster's is. */
export type EditorTarget =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'ready'; readonly clusterId: string; readonly live: LiveObject };

function toLive(raw: unknown): LiveObject | { readonly reason: string } {
  const object = parseWholeObject(raw);
  if (object.kind === 'Service' || object.kind === 'Ingress') return object;
  return { reason: object.kind === 'Unreadable' ? object.reason : object.kind };
}

/** What was read of the object, as an editor takes it; `undefined` while it is on the way. */
function useLive(ref: ObjectRef<EditedKind>): { readonly found: ReturnType<typeof toLive> } | undefined {
  const details = useAnswer({ kind: 'details', ref });
  const reading = useLiveObject(ref, details.data?.object?.metadata.resourceVersion);
  const raw = reading.kind === 'read' ? reading.object : undefined;
  return useMemo(() => {
    if (raw !== undefined) return { found: toLive(raw) };
    if (reading.kind === 'failed') return { found: 'unknown' };
    return reading.kind === 'gone' ? { found: undefined } : undefined;
  }, [raw, reading.kind]);
}

/** The object to edit as it is on the cluster. Where it cannot be read a kept draft can still be worked on. */
export function useEditorTarget(ref: ObjectRef<EditedKind>): EditorTarget {
  const clusterId = useAnswer({ kind: 'summary' }).data?.clusterId;
  const live = useLive(ref);
  if (clusterId === undefined || clusterId === '' || live === undefined) return { kind: 'loading' };
  const { found } = live;
  return typeof found === 'object' && 'reason' in found
    ? { kind: 'unreadable', reason: found.reason }
    : { kind: 'ready', clusterId, live: found };
}
