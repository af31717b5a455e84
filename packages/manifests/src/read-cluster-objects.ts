import { convertStoredIngress } from './convert-stored-ingress.ts';
import { textAt } from './json-fields.ts';
import { isJsonList, isJsonObject, ownField, type FieldPath, type JsonObject } from './json-value.ts';
import type { LegacyNote } from './legacy-note.ts';
import { listItems } from './list-items.ts';
import { manifestLimits } from './manifest-limits.ts';
import type { Manifest } from './manifest.ts';
import { findItemOffsets, parseLargeJson } from './parse-large-json.ts';
import { readManifests } from './read-manifest.ts';
import { placeOfField, type SourceObject, type SourceProblem } from './source-object.ts';
import { TextLines } from './text-lines.ts';

export interface ClusterObjectsReading {
  readonly objects: readonly SourceObject[];
  readonly problems: readonly SourceProblem[];
}

/** What a cluster with many thousand objects prints. */
const fileLimitBytes = 200_000_000;

interface ReadFile {
  readonly file: string;
  readonly lines: TextLines;
}

/**
 * A text that is larger than one object may be and is JSON all through, as a cluster prints it: much faster than YAML, with
 * the line of each object but not of its fields.
 */
function readLargeJson(text: string, { file, lines }: ReadFile): readonly SourceObject[] | undefined {
  const object = text.length > manifestLimits.sizeBytes ? parseLargeJson(text) : undefined;
  if (object === undefined) return undefined;
  const documentRange = lines.range(0, text.length);
  const manifest: Manifest = {
    text,
    documentRange,
    documentText: text,
    object,
    problems: [],
    root: undefined,
  };
  const sources = unpack({ object, file, line: 1, manifest, within: [] });
  const offsets = findItemOffsets(text);
  return sources.map((source, index) => {
    const offset = sources.length === offsets.length ? offsets[index] : undefined;
    return offset === undefined ? source : { ...source, line: lines.lineAt(offset) + 1 };
  });
}

/** The items of a list of one kind, as the API server answers with; any other object is itself. */
function unpack(source: SourceObject): readonly SourceObject[] {
  const { object } = source;
  const items = listItems(object);
  if (items === undefined) return [source];
  return items.flatMap(({ object: item, index }) => {
    const within: FieldPath = [...source.within, 'items', index];
    const { line } = placeOfField({ ...source, within }, []);
    return unpack({ ...source, object: item, line, within });
  });
}

/** The places of paths that name no type: the API server refuses them. */
function listUntypedPaths(object: JsonObject): readonly FieldPath[] {
  const rules = ownField(ownField(object, 'spec'), 'rules');
  return (isJsonList(rules) ? rules : []).flatMap((rule, ruleIndex) => {
    const paths = ownField(ownField(rule, 'http'), 'paths');
    return (isJsonList(paths) ? paths : []).flatMap((path, pathIndex) =>
      isJsonObject(path) && typeof ownField(path, 'pathType') !== 'string'
        ? [['spec', 'rules', ruleIndex, 'http', 'paths', pathIndex]]
        : [],
    );
  });
}

class ObjectsReader {
  readonly #objects: SourceObject[] = [];
  readonly #problems: SourceProblem[] = [];
  readonly #read: ReadFile;

  constructor(read: ReadFile) {
    this.#read = read;
  }

  take(manifest: Manifest): void {
    const { object, root, problems } = manifest;
    const { file, lines } = this.#read;
    for (const { code, severity, details, range } of problems)
      this.#problems.push({
        file,
        line: range.startLine,
        column: range.startColumn,
        severity,
        code,
        details,
      });
    if (object === undefined || root === undefined) return;
    const line = lines.lineAt(root.start) + 1;
    this.takeObjects(unpack({ object, file, line, manifest, within: [] }));
  }

  takeObjects(sources: readonly SourceObject[]): void {
    for (const source of sources) this.#takeObject(source);
  }

  result(): ClusterObjectsReading {
    return { objects: this.#objects, problems: this.#problems };
  }

  #takeObject(source: SourceObject): void {
    const { object } = source;
    if (textAt(object, 'kind') === '' || textAt(object, 'apiVersion') === '') {
      this.#tell(source, { code: 'kind-missing', severity: 'error' });
      return;
    }
    const { object: current, notes } = convertStoredIngress(object) ?? { object, notes: [] };
    for (const { code, field, details } of notes)
      this.#tell(source, { code, severity: 'note', field, details });
    if (textAt(current, 'kind') === 'Ingress')
      for (const field of listUntypedPaths(current))
        this.#tell(source, { code: 'path-type-missing', severity: 'warning', field });
    this.#objects.push({ ...source, object: current });
  }

  #tell(
    source: SourceObject,
    {
      field = [],
      details = {},
      ...problem
    }: Pick<SourceProblem, 'code' | 'severity'> & Partial<Pick<LegacyNote, 'field' | 'details'>>,
  ): void {
    const place = placeOfField(source, field);
    this.#problems.push({ file: source.file, ...place, ...problem, details });
  }
}

/**
 * Every object of a YAML or JSON text with any number of documents, lists unpacked, as the API server would hold it: an
 * Ingress of a removed version, or one that mixes old fields with new ones, is converted first and keeps its class where
 * it names it. Nothing else is added or checked; what was not read, and why, is told with its line.
 */
export function readClusterObjects(text: string, file: string): ClusterObjectsReading {
  const read = { file, lines: new TextLines(text) };
  const reader = new ObjectsReader(read);
  const large = readLargeJson(text, read);
  if (large === undefined) for (const manifest of readManifests(text, fileLimitBytes)) reader.take(manifest);
  else reader.takeObjects(large);
  return reader.result();
}
