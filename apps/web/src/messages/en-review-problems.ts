import type { ObjectProblem, ObjectProblemCode } from '@fairlead/edits';
import type { TextProblem, TextProblemCode } from '@fairlead/manifests';
import type { Formats } from './format.ts';

/** A detail of a problem by its name; empty where it has none. */
type Detail = (key: string) => string;

/** The parser's own sentence without its place, which is shown as a line. */
const parserWords = (message: string): string =>
  `${message.replace(/ at line \d+[^]*$/, '').replace(/[.:\s]+$/, '')}.`;

const buildTextWords = ({
  count,
}: Formats): Readonly<Record<TextProblemCode, (detail: Detail) => string>> => ({
  'too-large': (detail) =>
    `The text is larger than ${count(Number(detail('limitBytes')))} bytes, more than the API server takes.`,
  'not-utf-8': () => 'A character here is half of a pair and cannot be written as UTF-8.',
  'control-character': () => 'A control character stands here. YAML does not take it.',
  'tab-indent': () => 'A tab indents this line. YAML takes spaces only.',
  'duplicate-key': (detail) => `${detail('key')} stands twice here, first in line ${detail('firstLine')}.`,
  'too-many-aliases': () => 'Aliases make this text many times larger than it is written.',
  'too-deep': (detail) => `Nested deeper than ${detail('limit')} levels.`,
  'unsupported-tag': (detail) => `The tag ${detail('tag')} is not known to Kubernetes.`,
  'unsupported-value': (detail) =>
    detail('tag') === ''
      ? `${detail('text')} cannot be written as JSON, which is what the API server gets.`
      : `${detail('text')} is not of the type that its tag ${detail('tag')} says.`,
  'several-documents': (detail) =>
    `${detail('count')} documents stand here. A draft is one object: take the others out.`,
  'no-document': () => 'The text holds no object.',
  'not-an-object': (detail) => `A manifest is a map of fields; this is a ${detail('found')}.`,
  'unlike-yaml-1.1': (detail) =>
    `Kubernetes reads ${detail('text')} as ${detail('kubernetesType')} ${detail('kubernetesValue')}; other programs may not. Quotes make it a text.`,
  'imprecise-number': (detail) =>
    `${detail('text')} is too long for a number and is read as ${detail('readAs')}.`,
  syntax: (detail) => parserWords(detail('message')),
});

const objectWords: Readonly<Record<ObjectProblemCode, (detail: Detail) => string>> = {
  'kind-missing': () => 'kind is missing. It says what the object is: Service or Ingress.',
  'kind-not-editable': (detail) => `${detail('kind')} cannot be edited here. Service and Ingress can.`,
  'api-version-wrong': (detail) =>
    detail('found') === ''
      ? `apiVersion is missing. It is ${detail('wanted')} for this kind.`
      : `apiVersion ${detail('found')} is not edited here. It is ${detail('wanted')} for this kind.`,
  'metadata-missing': () => 'metadata is missing. It holds the name and the namespace.',
  'name-missing': () => 'The object has no name.',
  'namespace-missing': () => 'The object names no namespace.',
  'field-of-wrong-type': (detail) =>
    `${detail('field')} is not of the type that the API gives it: text, number, list or map.`,
};

export interface DraftProblemMessages {
  readonly text: (problem: Pick<TextProblem, 'code' | 'details'>) => string;
  readonly object: (problem: ObjectProblem) => string;
}

/** What is wrong with the text or the shape of a draft, in words. */
export const buildDraftProblemMessages = (formats: Formats): DraftProblemMessages => {
  const textWords = buildTextWords(formats);
  return {
    text: ({ code, details }) => textWords[code]((key) => String(details[key] ?? '')),
    object: ({ code, details, path }) =>
      objectWords[code]((key) => (key === 'field' ? String(path.at(-1) ?? 'A field') : (details[key] ?? ''))),
  };
};
