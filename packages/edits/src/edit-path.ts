import { ownField, isDeepEqual, type JsonObject } from '@fairlead/manifests';
import type { AddPath, MovePath, PathName, RemovePath, SetPathField } from './edit.ts';
import { insertedAfter, movedAfter, removedAt, replacedAt } from './edit-list.ts';
import { withParts } from './edit-part.ts';
import { objectAt, textAt, withField } from './json-tree.ts';
import { treeOf } from './parse-edited-object.ts';
import { idOfName, indexOfPart, partsOf, pathsOf, placeOfPath, type PathPlace } from './part-names.ts';
import { applied, stale, type TreeChange } from './tree-change.ts';

export type PathEdit = AddPath | RemovePath | SetPathField | MovePath;

/** A rule without paths has no `http`: the API refuses an empty list. What else `http` holds stays. */
export function withPaths(rule: JsonObject, paths: readonly JsonObject[]): JsonObject {
  const http = objectAt(rule, 'http');
  const hasOthers = Object.keys(http).some((key) => key !== 'paths');
  return withField(rule, 'http', paths.length > 0 || hasOthers ? { ...http, paths } : undefined);
}

function withPathsAt(
  tree: JsonObject,
  ruleIndex: number,
  change: (paths: readonly JsonObject[]) => readonly JsonObject[],
): TreeChange {
  const rules = partsOf(tree, 'rules');
  const rule = rules[ruleIndex] ?? {};
  return applied(
    withParts(tree, 'rules', replacedAt(rules, ruleIndex, withPaths(rule, change(pathsOf(rule))))),
  );
}

/** -1 for the first place; `undefined` where the path in front is not there, or not in this rule. */
function placeBehind(
  rules: readonly JsonObject[],
  ruleIndex: number,
  name: PathName | undefined,
): number | undefined {
  if (name === undefined) return -1;
  const place = placeOfPath(rules, name);
  return place?.ruleIndex === ruleIndex ? place.pathIndex : undefined;
}

function addPath(tree: JsonObject, edit: AddPath): TreeChange {
  const rules = partsOf(tree, 'rules');
  const ruleIndex = indexOfPart('rules', rules, idOfName(edit.rule));
  if (ruleIndex === undefined) return stale(undefined);
  const after = placeBehind(rules, ruleIndex, edit.after);
  if (after === undefined) return stale(undefined);
  return withPathsAt(tree, ruleIndex, (paths) => insertedAfter(paths, after, treeOf(edit.path)));
}

/** The path that `edit` removes, as a name. */
export function nameOfRemovedPath(edit: RemovePath): PathName {
  const path = treeOf(edit.path);
  return {
    host: edit.rule.host,
    path: textAt(path, 'path'),
    pathType: textAt(path, 'pathType') ?? '',
    ordinal: edit.ordinal,
  };
}

function movePath(tree: JsonObject, { ruleIndex, pathIndex }: PathPlace, edit: MovePath): TreeChange {
  const rules = partsOf(tree, 'rules');
  const after = placeBehind(rules, ruleIndex, edit.to);
  if (placeBehind(rules, ruleIndex, edit.from) !== pathIndex - 1)
    return stale(pathsOf(rules[ruleIndex])[pathIndex - 1]);
  if (after === undefined || after === pathIndex) return stale(undefined);
  return withPathsAt(tree, ruleIndex, (paths) => movedAfter(paths, pathIndex, after));
}

export function editPath(tree: JsonObject, edit: PathEdit): TreeChange {
  if (edit.kind === 'add-path') return addPath(tree, edit);
  const rules = partsOf(tree, 'rules');
  const name = edit.kind === 'remove-path' ? nameOfRemovedPath(edit) : edit.target;
  const place = placeOfPath(rules, name);
  if (place === undefined) return stale(undefined);
  const { ruleIndex, pathIndex } = place;
  const found = pathsOf(rules[ruleIndex])[pathIndex] ?? {};
  switch (edit.kind) {
    case 'remove-path':
      if (indexOfPart('rules', rules, idOfName(edit.rule)) !== ruleIndex) return stale(undefined);
      if (!isDeepEqual(found, treeOf(edit.path))) return stale(found);
      return withPathsAt(tree, ruleIndex, (paths) => removedAt(paths, pathIndex));
    case 'set-path-field':
      if (!isDeepEqual(ownField(found, edit.field), edit.from)) return stale(ownField(found, edit.field));
      return withPathsAt(tree, ruleIndex, (paths) =>
        replacedAt(paths, pathIndex, withField(found, edit.field, edit.to)),
      );
    case 'move-path':
      return movePath(tree, place, edit);
  }
}
