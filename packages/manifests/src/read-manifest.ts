import type { YAMLParseError } from 'yaml';
import { TreeBuilder } from './build-tree.ts';
import { checkCharacters } from './check-characters.ts';
import { composeDocuments, type ParsedDocument } from './compose-documents.ts';
import { isJsonObject } from './json-value.ts';
import { manifestLimits } from './manifest-limits.ts';
import { listObjects } from './list-objects.ts';
import type { Manifest } from './manifest.ts';
import { PlainBlockReader } from './plain-block-reader.ts';
import { TextLines } from './text-lines.ts';
import type { TextNode } from './text-node.ts';
import type { TextProblem } from './text-problem.ts';
import { TreeReport } from './tree-report.ts';

interface ReadText {
  readonly text: string;
  readonly lines: TextLines;
}

const unreadable = ({ text, lines }: ReadText, problems: readonly TextProblem[]): Manifest => ({
  text,
  documentRange: lines.range(0, text.length),
  documentText: text,
  object: undefined,
  problems,
  root: undefined,
});

const toProblem = (error: YAMLParseError, lines: TextLines): TextProblem => ({
  code: error.code === 'TAB_AS_INDENT' ? 'tab-indent' : 'syntax',
  severity: 'error',
  details: { message: error.message, parserCode: error.code },
  range: lines.range(...error.pos),
});

const isEmptyDocument = ({ contents, errors }: ParsedDocument): boolean =>
  errors.length === 0 && (contents === null || contents.range[0] === contents.range[1]);

interface DocumentPlace {
  readonly start: number;
  readonly end: number;
}

interface ReadTree {
  readonly root: TextNode | undefined;
  readonly problems: readonly TextProblem[];
}

const toManifest = (
  { text, lines }: ReadText,
  { root, problems }: ReadTree,
  place: DocumentPlace,
): Manifest => {
  const isObject = root === undefined || isJsonObject(root.value);
  const all = isObject ? problems : [...problems, notAnObject(root, lines)];
  const isReadable = !all.some(({ severity }) => severity === 'error');
  return {
    text,
    documentRange: lines.range(place.start, place.end),
    documentText: text.slice(place.start, place.end),
    object: isReadable && root !== undefined && isJsonObject(root.value) ? root.value : undefined,
    problems: all,
    root: isReadable ? root : undefined,
  };
};

const notAnObject = (root: TextNode, lines: TextLines): TextProblem => ({
  code: 'not-an-object',
  severity: 'error',
  details: { found: Array.isArray(root.value) ? 'list' : typeof root.value },
  range: lines.range(root.start, root.end),
});

const readDocument = (read: ReadText, document: ParsedDocument, place: DocumentPlace): Manifest => {
  const { text, lines } = read;
  const report = new TreeReport(lines, place.end - place.start);
  const root =
    document.errors.length === 0 ? new TreeBuilder(text, report).build(document.contents) : undefined;
  const problems = [...document.errors.map((error) => toProblem(error, lines)), ...report.problems];
  return toManifest(read, { root, problems }, place);
};

/** One document in plain block style, by far the most there are; `undefined` for all others. */
const readPlainly = (read: ReadText): Manifest | undefined => {
  const { text, lines } = read;
  const report = new TreeReport(lines, text.length);
  const root = new PlainBlockReader(text, report).read();
  const place = { start: 0, end: text.length };
  return root === undefined ? undefined : toManifest(read, { root, problems: report.problems }, place);
};

/** Each document's stretch of the text: from the end of the one before, with its comments and its `---`. */
const listPlaces = (documents: readonly ParsedDocument[], text: string): readonly DocumentPlace[] =>
  documents.map((document, index) => ({
    start: index === 0 ? 0 : (documents[index - 1]?.range[2] ?? 0),
    end: index === documents.length - 1 ? text.length : document.range[2],
  }));

/** Every document that holds something; one unreadable manifest where none does. */
const readDocuments = (text: string, limitBytes: number): readonly Manifest[] => {
  const lines = new TextLines(text);
  const read = { text, lines };
  const characterProblems = checkCharacters(text, lines, limitBytes);
  if (characterProblems.length > 0) return [unreadable(read, characterProblems)];
  const plain = readPlainly(read);
  return plain === undefined ? composeManifests(read) : [plain];
};

const composeManifests = (read: ReadText): readonly Manifest[] => {
  const { text, lines } = read;
  const composition = composeDocuments(text);
  if (composition.kind === 'too-deep') {
    const { offset } = composition;
    const details = { limit: manifestLimits.depth };
    const range = lines.range(offset, Math.min(offset + 1, text.length));
    return [unreadable(read, [{ code: 'too-deep', severity: 'error', details, range }])];
  }
  const { documents } = composition;
  const places = listPlaces(documents, text);
  const manifests = documents.flatMap((document, index) => {
    const place = places[index];
    return place === undefined || isEmptyDocument(document) ? [] : [readDocument(read, document, place)];
  });
  if (manifests.length > 0) return manifests;
  return [
    unreadable(read, [{ code: 'no-document', severity: 'error', details: {}, range: lines.range(0, 0) }]),
  ];
};

/**
 * Every object in a YAML or JSON text, as kubectl would read it: by the rules of sigs.k8s.io/yaml, which are YAML 1.1's
 * for `no`, `on` and `014`, and not YAML 1.2's. What Fairlead sends is JSON made of this reading, so any other choice
 * would send something else than `kubectl apply` of the same text; places where the versions differ carry the warning
 * `unlike-yaml-1.1`. Documents that hold nothing are left out, as kubectl does; a text without any gives one manifest
 * with the problem `no-document`; the objects of a `kind: List` are manifests of their own. A text that is more than one
 * object may be larger than one: then `limitBytes` says how large.
 */
export const readManifests = (
  text: string,
  limitBytes: number = manifestLimits.sizeBytes,
): readonly Manifest[] => readDocuments(text, limitBytes).flatMap(listObjects);

/**
 * The one object of a text. Several documents are an error at the second one: which of them is meant, only the person
 * can say.
 */
export const readManifest = (text: string): Manifest => {
  const [first, second, ...others] = readDocuments(text, manifestLimits.sizeBytes);
  if (first === undefined) throw new Error('a text gives at least one document');
  if (second === undefined) return first.documentText === text ? first : { ...first, documentText: text };
  const details = { count: others.length + 2 };
  const several: TextProblem = {
    code: 'several-documents',
    severity: 'error',
    details,
    range: second.documentRange,
  };
  return { ...first, documentText: text, object: undefined, root: undefined, problems: [several] };
};
