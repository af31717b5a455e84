import type { SessionReply } from '@fairlead/api-contract';
import type { EditedKind } from '@fairlead/edits';
import type { EditorFacts, EditorState } from '../../features/review-changes/editor-state.ts';
import type { EditorMessages } from '../../messages/en-editor.ts';
import { appliedLineOf, type AppliedWords } from './applied-words.ts';

export interface LineFacts extends Pick<EditorFacts, 'editCount' | 'errorCount' | 'choices'> {
  /** Choices of a conflict that are still to be made. */
  readonly openChoices: number;
  readonly kind: EditedKind;
  readonly namespace: string;
  readonly name: string;
  readonly verb: string;
  readonly mode: SessionReply['mode'];
  /** What was applied last from here. */
  readonly applied: AppliedWords | undefined;
}

type Lines = EditorMessages['lines'];
type LineOf<K extends EditorState['kind']> = (
  state: Extract<EditorState, { readonly kind: K }>,
  facts: LineFacts,
  lines: Lines,
) => string;

const cleanLine = ({ applied }: LineFacts, lines: Lines): string =>
  applied === undefined ? lines.clean() : appliedLineOf(applied, lines);

const table: { readonly [K in EditorState['kind']]: LineOf<K> } = {
  clean: (_, facts, lines) => cleanLine(facts, lines),
  dirty: (_, __, lines) => lines.dirty(),
  invalid: (_, { errorCount }, lines) => lines.invalid(errorCount),
  checking: (_, __, lines) => lines.checking(),
  accepted: ({ warnings }, _, lines) =>
    warnings.length === 0 ? lines.accepted() : lines.acceptedWithWarnings(warnings.join(' ')),
  refused: (_, __, lines) => lines.refused(),
  forbidden: (_, { verb, kind, namespace }, lines) => lines.forbidden(verb, kind, namespace),
  'read-only': (_, { mode }, lines) => (mode === 'demo' ? lines.readOnlyDemo() : lines.readOnly()),
  rebased: (_, __, lines) => lines.rebased(),
  conflict: (_, { choices, openChoices }, lines) => lines.conflict(choices - openChoices, choices),
  applying: (_, { editCount, kind, verb }, lines) =>
    verb === 'create' ? lines.creating(kind) : lines.applying(editCount),
  unknown: (_, __, lines) => lines.unknownAsked(),
  'not-applied': (_, __, lines) => lines.notApplied(),
  'deleted-live': (_, { kind, name }, lines) => lines.deleted(kind, name),
  exists: (_, { kind, name }, lines) => lines.exists(kind, name),
  'other-cluster': (_, __, lines) => lines.otherCluster(),
  failed: ({ title, hint }) => (hint === undefined ? title : `${title} ${hint}`),
};

const lineFor = <K extends EditorState['kind']>(kind: K): LineOf<K> => table[kind];

/** The status line of each state. */
export const editorLineOf = <K extends EditorState['kind']>(
  state: Extract<EditorState, { readonly kind: K }> & { readonly kind: K },
  facts: LineFacts,
  { lines }: EditorMessages,
): string => lineFor<K>(state.kind)(state, facts, lines);
