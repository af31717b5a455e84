import { listFixedFields, listIngressChecks, listServiceChecks } from '../../drafts/field-checks.ts';
import type { FieldProblem } from '../../drafts/field-problem.ts';
import type { OpenDraft } from '../../drafts/use-open-draft.ts';
import type { Messages } from '../../messages/en.ts';

type Words = Pick<Messages, 'serviceForm' | 'ingressForm'>;

function listWordedChecks({ reading: { object }, draft: { base } }: OpenDraft, words: Words) {
  if (object === undefined) return [];
  return object.kind === 'Service'
    ? listServiceChecks(object, base?.kind === 'Service' ? base : undefined).map((check) => ({
        ...check,
        message: words.serviceForm.check(check),
      }))
    : listIngressChecks(object, base?.kind === 'Ingress' ? base : undefined).map((check) => ({
        ...check,
        message: words.ingressForm.check(check),
      }));
}

/** What a draft tells of its fields by itself, as its form says it under the controls: for the lines of its text. */
export function listOwnProblems(open: OpenDraft, words: Words): readonly FieldProblem[] {
  const { reading, draft } = open;
  const fixed = reading.object === undefined ? [] : listFixedFields(reading.object, draft.base);
  return [
    ...listWordedChecks(open, words).map(({ path, severity, message }): FieldProblem => ({
      path,
      severity,
      message,
      source: 'check',
    })),
    ...fixed.map((path): FieldProblem => ({
      path,
      severity: 'error',
      message: words.serviceForm.fixedOnceStored(),
      source: 'check',
    })),
  ];
}
