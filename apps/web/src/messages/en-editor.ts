import type { EditedKind } from '@fairlead/edits';
import type { Formats } from './format.ts';

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/** Words of the editor: bars, modes, states and what can be done. */
export const buildEditorMessages = ({ count }: Formats) => {
  const edits = (n: number): string => `${count(n)} ${plural(n, 'edit', 'edits')}`;
  const plurals: Readonly<Record<EditedKind, string>> = { Service: 'Services', Ingress: 'Ingresses' };
  return {
    pageTitle: (kind: EditedKind, name: string) => `${name}, ${kind}`,
    newTitle: (kind: EditedKind) => `New ${kind}`,
    subtitle: (kind: EditedKind, namespace: string) => `${kind} in namespace ${namespace}`,
    newSubtitle: () => 'Not on the cluster yet',
    back: () => 'Back',
    loading: (kind: EditedKind, name: string) => `Reading ${kind} ${name} from the cluster.`,
    unreadable: (reason: string) =>
      `This object cannot be edited here: ${reason}. Its YAML can be read in the panel.`,
    cannotRead: (kind: EditedKind, name: string) =>
      `${kind} ${name} cannot be read from the cluster now. This page tries again on its own.`,
    gone: (kind: EditedKind, name: string) => `${kind} ${name} does not exist, and there is no draft of it.`,
    mode: () => 'Editor',
    modes: { form: () => 'Form', yaml: () => 'YAML', graph: () => 'Graph' },
    undo: () => 'Undo',
    redo: () => 'Redo',
    discard: () => 'Discard',
    discarded: () => 'Draft discarded.',
    discardTitle: () => 'Discard this draft?',
    discardText: (n: number) =>
      n === 0
        ? 'The draft and its undo history are gone then. The object on the cluster stays as it is.'
        : `${edits(n)} and ${plural(n, 'its', 'their')} undo history are gone then. The object on the cluster stays as it is.`,
    discardNewText: (kind: EditedKind) =>
      `The new ${kind} and its undo history are gone then. Nothing of it is on the cluster.`,
    keep: () => 'Keep the draft',
    check: () => 'Check',
    checkAgain: () => 'Check again',
    cancel: () => 'Cancel',
    apply: (n: number) => (n === 0 ? 'Apply' : `Apply ${edits(n)}`),
    checkAndApply: (n: number) => (n === 0 ? 'Check and apply' : `Check and apply ${edits(n)}`),
    create: (kind: EditedKind) => `Create ${kind}`,
    checkAndCreate: (kind: EditedKind) => `Check and create ${kind}`,
    deleteIt: (kind: EditedKind) => `Delete ${kind}`,
    lookAgain: () => 'Look again',
    copyYaml: () => 'Copy YAML',
    copied: () => 'Copied',
    createAgain: () => 'Create it again',
    continueWith: (open: number) => `Continue with ${count(open)} open ${plural(open, 'choice', 'choices')}`,
    continueMerged: () => 'Continue with this',
    duplicate: () => 'Duplicate',
    openFix: () => 'Open fix as draft',
    openDraft: () => 'Open the draft',
    fixDoesNotFit: (kind: EditedKind, name: string) =>
      `The fix does not fit ${kind} ${name} any more: it has changed since.`,
    fixDoesNotFitDraft: (kind: EditedKind, name: string) =>
      `The fix does not fit your draft of ${kind} ${name}, or is in it already.`,
    deleteShort: () => 'Delete',
    newObject: (kind: EditedKind) => `New ${kind}`,
    pasteYaml: () => 'Paste YAML',
    noSuchDraft: () => 'There is no such draft in this browser.',
    noSuchDraftHint: () => 'It was applied or discarded, or it belongs to another browser or cluster.',
    takeTheirs: () => 'Take theirs, drop mine',
    unkept: () =>
      'This browser has no room for the draft: it is gone when the tab is closed. Copy the YAML to be safe.',
    resize: () => 'Width of the review',
    review: () => 'Review',
    content: () => 'Draft',
    errors: (n: number) => `${count(n)} ${plural(n, 'error', 'errors')}`,
    lineKeeps: (line: number) => `Line ${count(line)} keeps the form from following the text.`,
    goToLine: (line: number) => `Go to line ${count(line)}`,
    draftChip: (n: number) => (n === 0 ? 'Draft' : `Draft, ${edits(n)}`),
    newChip: () => 'New, not applied',
    chips: {
      checking: () => 'Checking…',
      applying: () => 'Applying…',
      checked: (age: string) => `Checked with the cluster ${age} ago`,
      checkedWarnings: (n: number) => `Checked, ${count(n)} ${plural(n, 'warning', 'warnings')}`,
      refused: () => 'Refused',
      forbidden: () => 'Not allowed',
      readOnly: () => 'Read-only',
      rebased: () => 'Rebased on the latest',
      conflict: () => 'Changed on the cluster',
      unknown: () => 'Not confirmed',
      notApplied: () => 'Not applied',
      applied: () => 'Applied just now',
      undone: () => 'Undone',
      deleted: () => 'Deleted on the cluster',
      exists: () => 'Exists already',
      otherCluster: () => 'Another cluster',
      failed: () => 'Not checked',
    },
    lines: {
      clean: () => 'No changes.',
      dirty: () => 'Not checked with the cluster yet.',
      invalid: (n: number) =>
        `${count(n)} ${plural(n, 'error keeps', 'errors keep')} this draft from being applied.`,
      checking: () => 'Asking the API server. Nothing is changed by this.',
      accepted: () => 'Server dry run accepted.',
      acceptedWithWarnings: (text: string) => `Accepted. The API server warns: ${text}`,
      refused: () => 'Refused by the API server. Nothing was changed.',
      forbidden: (verb: string, kind: EditedKind, namespace: string) =>
        `You may not ${verb} ${plurals[kind]} in ${namespace}. Nothing was changed.`,
      readOnlyDemo: () => 'The demo is read-only: check what would happen, nothing is applied.',
      readOnly: () => 'Fairlead was started with --read-only. Nothing is sent to this cluster.',
      rebased: () => 'Someone changed other fields. Your edits still fit; diff and impact are new.',
      conflict: (made: number, all: number) => `${count(made)} of ${count(all)} choices made.`,
      applying: (n: number) => `Sending ${edits(n)}.`,
      creating: (kind: EditedKind) => `Sending the new ${kind}.`,
      unknown: () => 'No answer from the API server. Fairlead is checking whether the change arrived.',
      unknownAsked: () =>
        'No answer from the API server, and it cannot be read. Look again before you repeat anything by hand.',
      notApplied: () =>
        'No answer from the API server. Fairlead read the object again: the change did not arrive.',
      applied: () => 'Applied.',
      undone: (others: number) =>
        others === 0
          ? 'Undone. The object is as it was before.'
          : `Undone. The object is as it was before, except for ${count(others)} ${plural(others, 'change', 'changes')} others made.`,
      deleted: (kind: EditedKind, name: string) =>
        `${kind} ${name} was deleted while you were editing. Your draft is kept.`,
      exists: (kind: EditedKind, name: string) => `${kind} ${name} exists already. Nothing was changed.`,
      otherCluster: () => 'This draft belongs to another cluster. Nothing was sent.',
      disconnected: () =>
        'The cluster does not answer. The draft is kept; applying is off until the connection is back.',
      kept: () => 'Comments and key order are kept',
      liveSame: () => 'Live object unchanged since you started',
      liveMoved: () => 'Live object changed since you started',
    },
    keys: { apply: () => 'Apply', check: () => 'Check' },
    otherClusterTitle: () => 'This draft belongs to another cluster',
    otherClusterText: (context: string) =>
      `It cannot be opened on ${context}. Choose the context it was made on to go on with it.`,
    drafts: {
      pill: (n: number) => `${count(n)} ${plural(n, 'draft', 'drafts')}`,
      title: () => 'Drafts and history',
      historyShort: () => 'History',
      none: () => 'No drafts. Edit a Service or an Ingress to begin one.',
      open: (kind: EditedKind, name: string) => `Open the draft of ${kind} ${name}`,
      history: () => 'Applied from this browser',
      noHistory: () => 'Nothing was applied from this browser yet.',
      undo: () => 'Undo',
      undoOf: (kind: EditedKind, name: string) => `Undo the change of ${kind} ${name}`,
      wasUndone: () => 'Undone',
      operations: {
        create: (kind: EditedKind, name: string) => `Created ${kind} ${name}`,
        update: (kind: EditedKind, name: string) => `Changed ${kind} ${name}`,
        delete: (kind: EditedKind, name: string) => `Deleted ${kind} ${name}`,
      },
      ago: (age: string) => `${age} ago`,
    },
  };
};

export type EditorMessages = ReturnType<typeof buildEditorMessages>;
