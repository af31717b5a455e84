import {
  listEdits,
  parseEditedObject,
  type Draft,
  type EditedObject,
  type ObjectEdit,
  type ObjectProblem,
} from '@fairlead/edits';
import { readManifest, type Manifest } from '@fairlead/manifests';

/** What a draft's text says. */
export interface DraftReading {
  readonly manifest: Manifest;
  /** `undefined` while the text cannot be followed. */
  readonly object: EditedObject | undefined;
  /** What form and graph show: `object`, or the last state that could be followed. */
  readonly lastObject: EditedObject | undefined;
  /** Fields that are not of the type the API gives them. */
  readonly shapeProblems: readonly ObjectProblem[];
  /** What the draft changes, by meaning; of a new object nothing. */
  readonly changes: readonly ObjectEdit[];
}

interface TextReading {
  readonly manifest: Manifest;
  readonly object: EditedObject | undefined;
  readonly shapeProblems: readonly ObjectProblem[];
}

function readText(text: string): TextReading {
  const manifest = readManifest(text);
  const hasError = manifest.problems.some(({ severity }) => severity === 'error');
  if (hasError || manifest.object === undefined) return { manifest, object: undefined, shapeProblems: [] };
  const parsed = parseEditedObject(manifest.object);
  return parsed.kind === 'object'
    ? { manifest, object: parsed.object, shapeProblems: [] }
    : { manifest, object: undefined, shapeProblems: parsed.problems };
}

/** The latest earlier state that could be followed; the base where there is none. */
function findLastObject({ undoSteps, base }: Draft): EditedObject | undefined {
  for (const step of undoSteps.toReversed()) {
    const { object } = readText(step.text);
    if (object !== undefined) return object;
  }
  return base;
}

const readings = new WeakMap<Draft, DraftReading>();

/** Reads a draft; the same draft is read once. */
export function readDraft(draft: Draft): DraftReading {
  const known = readings.get(draft);
  if (known !== undefined) return known;
  const { manifest, object, shapeProblems } = readText(draft.text);
  const lastObject = object ?? findLastObject(draft);
  const changes =
    draft.base === undefined || lastObject === undefined ? [] : listEdits(draft.base, lastObject);
  const reading = { manifest, object, lastObject, shapeProblems, changes };
  readings.set(draft, reading);
  return reading;
}
