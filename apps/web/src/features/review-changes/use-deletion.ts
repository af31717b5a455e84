import type { ApplyReply, DryRunReply } from '@fairlead/api-contract';
import type { EditedObject } from '@fairlead/edits';
import { refOf } from '@fairlead/kube-objects';
import { useState } from 'react';
import type { AppliedChange } from '../../drafts/applied-change.ts';
import { useDrafts } from '../../drafts/drafts-context.ts';
import type { ErrorMessages } from '../../messages/error-words.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { failureOf } from '../../server-state/api-failure.ts';
import { useEditRequests } from '../../server-state/use-edit-requests.ts';
import { buildApply, buildDryRun } from './build-requests.ts';
import { parseEdited } from './parse-edited.ts';

export type DeletionStep =
  | { readonly kind: 'none' | 'checking' | 'deleting' }
  | {
      readonly kind: 'answered';
      readonly reply: DryRunReply | ApplyReply;
      /** resourceVersion of the object that was looked at. */
      readonly version: string;
    }
  | { readonly kind: 'failed'; readonly title: string; readonly hint: string | undefined }
  | { readonly kind: 'deleted'; readonly change: AppliedChange };

export interface Deletion {
  readonly step: DeletionStep;
  readonly check: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

function toFailed(error: unknown, errors: ErrorMessages): DeletionStep {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  return { kind: 'failed', ...errors.explain(failure) };
}

const buildChange = (
  clusterId: string,
  before: EditedObject,
  after: EditedObject | undefined,
): AppliedChange => ({
  id: crypto.randomUUID(),
  clusterId,
  operation: 'delete',
  ref: refOf(before),
  before,
  after,
  appliedAt: new Date().toISOString(),
  undoneBy: undefined,
});

/** Checks and does one deletion, of the object as it was looked at and of no other version. */
export function useDeletion(clusterId: string, live: EditedObject, undoes: string | undefined): Deletion {
  const requests = useEditRequests();
  const { errors } = useMessages();
  const { history } = useDrafts();
  const [step, setStep] = useState<DeletionStep>({ kind: 'none' });
  const version = live.metadata.resourceVersion ?? '';
  const intent = { operation: 'delete', base: live } as const;

  return {
    step,
    check: async () => {
      setStep({ kind: 'checking' });
      try {
        setStep({ kind: 'answered', reply: await requests.dryRun(buildDryRun(intent)), version });
      } catch (error) {
        setStep(toFailed(error, errors));
      }
    },
    remove: async () => {
      setStep({ kind: 'deleting' });
      try {
        const reply = await requests.apply(buildApply(intent, clusterId, version));
        if (reply.outcome !== 'applied') {
          setStep({ kind: 'answered', reply, version });
          return;
        }
        const change = buildChange(clusterId, live, parseEdited(reply.object));
        history.add(change, undoes);
        setStep({ kind: 'deleted', change });
      } catch (error) {
        setStep(toFailed(error, errors));
      }
    },
  };
}
