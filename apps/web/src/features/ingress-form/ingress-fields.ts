import { treeOf, type IngressFieldName } from '@fairlead/edits';
import { isDeepEqual, ownField, type FieldPath, type JsonValue } from '@fairlead/manifests';
import type { IngressFormMessages } from '../../messages/en-ingress-form.ts';
import { listIngressChecks } from '../../drafts/field-checks.ts';
import { withoutToldByServer, type FieldProblem } from '../../drafts/field-problem.ts';
import type { FieldNote } from '../../ui/form/field-frame.tsx';
import type { IngressFormProps } from './form-props.ts';

/** A problem with its place. */
export interface PlacedNote extends FieldNote {
  readonly path: FieldPath;
}

/** Fields of one Ingress draft: their values, what they were, what is wrong with them, and how they are set. */
export interface IngressFields {
  readonly set: (field: IngressFieldName, to: JsonValue | undefined, isContinuation?: boolean) => void;
  /** `was nginx` where the draft differs from what it began with. */
  readonly was: (field: IngressFieldName) => string | undefined;
  /** Problems of that field and of what is in it. */
  readonly notes: (...path: FieldPath) => readonly PlacedNote[];
  /** Problems of exactly that field. */
  readonly ownNotes: (...path: FieldPath) => readonly FieldNote[];
}

const specField = (object: object | undefined, field: string): JsonValue | undefined =>
  object === undefined ? undefined : ownField(ownField(treeOf(object), 'spec'), field);

const printValue = (value: JsonValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

const startsWith = (path: FieldPath, start: FieldPath): boolean =>
  start.length <= path.length && start.every((step, index) => step === path[index]);

const pathRowDepth = ['spec', 'rules', 0, 'http', 'paths', 0].length;

/** Who else claims a path is told by its row, while it is typed. */
const isClaim = ({ source, path }: FieldProblem): boolean =>
  source === 'check' && path.length === pathRowDepth && path[4] === 'paths';

export function readIngressFields(props: IngressFormProps, words: IngressFormMessages): IngressFields {
  const { object, base, problems, onEdit } = props;
  const own = listIngressChecks(object, base).map((check) => ({
    path: check.path,
    severity: check.severity,
    message: words.check(check),
  }));
  const all = [...withoutToldByServer(own, problems), ...problems.filter((problem) => !isClaim(problem))];
  return {
    set: (field, to, isContinuation = false) =>
      onEdit([{ kind: 'set-field', field, from: specField(object, field), to }], isContinuation),
    was: (field) => {
      const before = specField(base, field);
      if (base === undefined || isDeepEqual(specField(object, field), before)) return undefined;
      return before === undefined ? words.wasUnset() : words.was(printValue(before));
    },
    notes: (...path) => all.filter((note) => startsWith(note.path, path)),
    ownNotes: (...path) =>
      all.filter((note) => note.path.length === path.length && startsWith(note.path, path)),
  };
}
