import type { EditedObject } from '@fairlead/edits';
import type { ReviewMessages } from '../../messages/en-review.ts';
import type { StatusTone } from '../../ui/status-icon.tsx';
import type { DeletionStep } from './use-deletion.ts';

export interface DeletionLine {
  readonly words: string;
  readonly tone: StatusTone | undefined;
  /** The API server's own words. */
  readonly quote: string | undefined;
  /** Nothing can be sent from here. */
  readonly isStopped: boolean;
}

type Words = ReviewMessages['deletion'];
type Reply = Extract<DeletionStep, { kind: 'answered' }>['reply'];

const line = (
  tone: StatusTone | undefined,
  words: string,
  more: Partial<DeletionLine> = {},
): DeletionLine => ({
  tone,
  words,
  quote: undefined,
  isStopped: false,
  ...more,
});

function describeReply(reply: Reply, live: EditedObject, words: Words): DeletionLine {
  const { name, namespace = '' } = live.metadata;
  switch (reply.outcome) {
    case 'accepted':
    case 'applied':
      return line('ok', words.accepted());
    case 'refused':
      return line('error', words.refused(), { quote: reply.kubernetesMessage });
    case 'forbidden':
      return line('error', words.forbidden(namespace), { quote: reply.kubernetesMessage, isStopped: true });
    case 'deleted':
      return line('warning', words.gone(live.kind, name), { isStopped: true });
    case 'other-cluster':
      return line('error', words.otherCluster(), { isStopped: true });
    case 'unknown':
    case 'not-applied':
      return line('warning', words.unknown());
    default:
      return line('warning', words.changed());
  }
}

/** Where a deletion stands, in words. An answer about another version than the one shown is no answer. */
export function describeDeletion(step: DeletionStep, live: EditedObject, words: Words): DeletionLine {
  switch (step.kind) {
    case 'checking':
      return line(undefined, words.checking());
    case 'deleting':
      return line(undefined, words.deleting());
    case 'failed':
      return line('error', step.hint === undefined ? step.title : `${step.title} ${step.hint}`);
    case 'answered':
      return step.version === live.metadata.resourceVersion
        ? describeReply(step.reply, live, words)
        : line('warning', words.changed());
    default:
      return line(undefined, '');
  }
}
