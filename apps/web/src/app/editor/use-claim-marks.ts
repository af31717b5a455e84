import type { Ingress } from '@fairlead/kube-objects';
import { rangeOfField } from '@fairlead/manifests';
import type { DraftReading } from '../../drafts/draft-reading.ts';
import type { FieldProblem } from '../../drafts/field-problem.ts';
import { buildFactsQuestion } from '../../features/ingress-form/build-facts-question.ts';
import { listClaimNotes } from '../../features/ingress-form/list-claim-notes.ts';
import type { YamlMark } from '../../features/yaml-editor/to-markers.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAnswer } from '../../workers/use-answer.ts';

const keyOfPath = (path: FieldProblem['path']): string => JSON.stringify(path);

/** Who else claims the hosts and paths of a draft, at their lines. What a check says of a path already is not said twice. */
export function useClaimMarks(
  { manifest }: DraftReading,
  object: Ingress,
  found: readonly FieldProblem[],
): readonly YamlMark[] {
  const { ingressForm } = useMessages();
  const { data } = useAnswer(buildFactsQuestion(object));
  const told = new Set(found.map(({ path }) => keyOfPath(path)));
  return listClaimNotes(object, data, ingressForm)
    .filter(({ path }) => !told.has(keyOfPath(path)) && !told.has(keyOfPath(path.slice(0, -1))))
    .flatMap(({ path, severity, message }) => {
      const range = rangeOfField(manifest, path);
      return range === undefined ? [] : [{ range, severity, message }];
    });
}
