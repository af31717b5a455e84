import type { AccessReply, SessionReply } from '@fairlead/api-contract';
import type { EditedKind } from '@fairlead/edits';

export type WriteVerb = 'update' | 'create' | 'delete';

/** Whether an object may be changed, and why not. */
export type Permission =
  | { readonly state: 'allowed' }
  /** Every change is refused, whatever the identity may do: in the demo, or because Fairlead was started so. */
  | { readonly state: 'read-only'; readonly mode: SessionReply['mode'] }
  /** The identity lacks the verb; `reason` is the authoriser's own explanation, where it gave one. */
  | { readonly state: 'forbidden'; readonly verb: WriteVerb; readonly reason: string | undefined }
  /** The answer is on its way. */
  | { readonly state: 'asking' }
  /** The API server could not be asked. It decides when the change is sent. */
  | { readonly state: 'not-known' };

export interface PermissionFacts {
  readonly session: Pick<SessionReply, 'readOnly' | 'mode'>;
  readonly reply: AccessReply | undefined;
  readonly hasFailed: boolean;
}

/** What the facts say of one verb on one kind. */
export function toPermission(
  { session, reply, hasFailed }: PermissionFacts,
  verb: WriteVerb,
  kind: EditedKind,
): Permission {
  if (session.readOnly) return { state: 'read-only', mode: session.mode };
  if (reply === undefined) return { state: hasFailed ? 'not-known' : 'asking' };
  const review = reply.reviews.find((answered) => answered.verb === verb && answered.kind === kind);
  if (review === undefined) return { state: 'not-known' };
  return review.isAllowed ? { state: 'allowed' } : { state: 'forbidden', verb, reason: review.reason };
}
