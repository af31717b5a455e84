import {
  isDeepEqual,
  isJsonObject,
  ownField,
  printManifest,
  readManifest,
  rewriteManifest,
  type JsonObject,
  type JsonValue,
  type TextProblem,
} from '@fairlead/manifests';
import { applyEdits } from './apply-edit.ts';
import type { Edit, ObjectEdit } from './edit.ts';
import { identifyPart } from './identify-part.ts';
import { parseEditedObject, treeOf, type ObjectProblem } from './parse-edited-object.ts';

/** `unreadable`: the text has to be mended before a form can edit it; the problems say where. */
export type AppliedText =
  | { readonly kind: 'applied'; readonly text: string }
  | { readonly kind: 'stale'; readonly edit: Edit; readonly found: JsonValue | undefined }
  | {
      readonly kind: 'unreadable';
      readonly problems: readonly TextProblem[];
      readonly objectProblems: readonly ObjectProblem[];
    };

/** Fields that the text leaves empty are no fields of the object; where no edit filled them they stay as written. */
function withNullsOf(written: JsonObject, changed: JsonObject): JsonObject {
  const kept = Object.entries(written).flatMap(([key, value]): readonly (readonly [string, JsonValue])[] => {
    const now = ownField(changed, key);
    if (value === null && now === undefined) return [[key, null]];
    return isJsonObject(value) && isJsonObject(now) ? [[key, withNullsOf(value, now)]] : [];
  });
  return { ...changed, ...Object.fromEntries(kept) };
}

function applyToText(text: string, edits: readonly ObjectEdit[]): AppliedText {
  const { object: json, problems } = readManifest(text);
  if (json === undefined) return { kind: 'unreadable', problems, objectProblems: [] };
  const parsed = parseEditedObject(json);
  if (parsed.kind === 'problems')
    return { kind: 'unreadable', problems: [], objectProblems: parsed.problems };
  const change = applyEdits(parsed.object, edits);
  if (change.kind === 'stale') return change;
  const changed = withNullsOf(json, treeOf(change.object));
  return { kind: 'applied', text: rewriteManifest(text, changed, identifyPart) };
}

type WholeEdit = Exclude<Edit, ObjectEdit>;

const isWholeEdit = (edit: Edit): edit is WholeEdit =>
  edit.kind === 'replace-text' || edit.kind === 'create-object' || edit.kind === 'delete-object';

const isSaying = (text: string, edit: WholeEdit): boolean => {
  switch (edit.kind) {
    case 'replace-text':
      return text === edit.from;
    case 'create-object':
      return text.trim() === '';
    case 'delete-object':
      return isDeepEqual(readManifest(text).object, treeOf(edit.object));
  }
};

function replaceText(text: string, edit: WholeEdit): AppliedText {
  if (!isSaying(text, edit)) return { kind: 'stale', edit, found: text };
  if (edit.kind === 'replace-text') return { kind: 'applied', text: edit.to };
  return { kind: 'applied', text: edit.kind === 'create-object' ? printManifest(treeOf(edit.object)) : '' };
}

/** Runs of edits of the object are carried out together, so that the text is read and written once for each run. */
function listRuns(edits: readonly Edit[]): readonly (WholeEdit | readonly ObjectEdit[])[] {
  const runs: (WholeEdit | ObjectEdit[])[] = [];
  for (const edit of edits) {
    const run = runs.at(-1);
    if (isWholeEdit(edit)) runs.push(edit);
    else if (Array.isArray(run)) run.push(edit);
    else runs.push([edit]);
  }
  return runs;
}

/**
 * The manifest with the edits carried out, one after the other; what they do not touch is kept to the letter, comments and
 * quotes too. None is carried out where one is stale or the text cannot be read as an object to edit.
 */
export function applyEditsToText(text: string, edits: readonly Edit[]): AppliedText {
  let changed: AppliedText = { kind: 'applied', text };
  for (const run of listRuns(edits)) {
    if (changed.kind !== 'applied') return changed;
    changed = 'kind' in run ? replaceText(changed.text, run) : applyToText(changed.text, run);
  }
  return changed;
}
