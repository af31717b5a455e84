import type { Finding, FindingFix, FindingPlace } from '@fairlead/diagnostics';
import { findPathPlace, type EditedObject, type ObjectEdit } from '@fairlead/edits';
import { keyOf, keyOfRef } from '@fairlead/kube-objects';
import { parseFieldPath, type FieldPath } from '@fairlead/manifests';
import { servicePortId } from '@fairlead/routing';
import type { FieldProblem, ProblemFix } from '../../drafts/field-problem.ts';
import { plainText } from '../../ui/rich-text.tsx';

/** Findings of a row that are about one field of it: where a path or port leads. */
const fieldOfCheck: ReadonlyMap<string, string> = new Map([
  ['ING-001', 'backend'],
  ['ING-002', 'backend'],
  ['ING-003', 'backend'],
  ['ING-004', 'backend'],
  ['SVC-003', 'targetPort'],
]);

/** Where a finding's row stands in the object as the draft has it; the field it names, else the object as a whole. */
function pathOfPlace({ portId, path, field }: FindingPlace, object: EditedObject): FieldPath {
  if (object.kind === 'Service' && portId !== undefined) {
    const index = (object.spec.ports ?? []).findIndex((port) => servicePortId(port) === portId);
    if (index !== -1) return ['spec', 'ports', index];
  }
  if (object.kind === 'Ingress' && path !== undefined) {
    const found = findPathPlace(object, path);
    if (found !== undefined) return ['spec', 'rules', found.ruleIndex, 'http', 'paths', found.pathIndex];
  }
  return (field === undefined ? undefined : parseFieldPath(field)) ?? [];
}

export function pathOfFinding({ place, checkId }: Finding, object: EditedObject): FieldPath {
  const path = pathOfPlace(place, object);
  const field = fieldOfCheck.get(checkId);
  return field !== undefined && typeof path.at(-1) === 'number' ? [...path, field] : path;
}

/** A title stands in a row of its own; here a link follows. */
const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** The first way to mend it that only changes this object. */
function findOwnFix(
  fixes: readonly FindingFix[],
  object: EditedObject,
): readonly [FindingFix, readonly ObjectEdit[]] | undefined {
  const fix = fixes.find(({ edits }) => edits !== undefined && keyOfRef(edits.ref) === keyOf(object));
  return fix?.edits && [fix, fix.edits.edits];
}

/** What is wrong with a draft's object, as problems of its fields; `onFix` carries a fix out on the draft. */
export function listFindingProblems(
  findings: readonly Finding[],
  object: EditedObject,
  onFix: (edits: readonly ObjectEdit[]) => void,
): readonly FieldProblem[] {
  return findings.flatMap((finding): readonly FieldProblem[] => {
    const { severity, title, fixes } = finding;
    if (severity === 'info') return [];
    const own = findOwnFix(fixes, object);
    const fix: ProblemFix | undefined = own && { label: own[0].title, run: () => onFix(own[1]) };
    return [
      {
        path: pathOfFinding(finding, object),
        severity,
        message: sentence(plainText(title)),
        source: 'check',
        ...(fix === undefined ? {} : { fix }),
      },
    ];
  });
}
