import {
  fieldOf,
  isJsonList,
  isJsonObject,
  isSameJson,
  textAt,
  withoutField,
  type JsonObject,
  type JsonValue,
} from '../json/json-value.ts';

/** Caught in this file only: one operation that cannot be done ends the patch. */
class PatchProblem extends Error {}

const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

const indexOf = (list: readonly JsonValue[], key: string, limit: number): number => {
  const index = key === '-' ? list.length : Number(key);
  if (!/^(-|\d+)$/.test(key) || index > limit) throw new PatchProblem(`no index ${key}`);
  return index;
};

function read(value: JsonValue, keys: readonly string[]): JsonValue {
  let inner: JsonValue | undefined = value;
  for (const key of keys) {
    inner = isJsonList(inner) ? inner[indexOf(inner, key, inner.length - 1)] : fieldOf(inner, key);
    if (inner === undefined) throw new PatchProblem(`nothing at ${key}`);
  }
  return inner;
}

type Edit = (parent: JsonValue, key: string) => JsonValue;

/** Rebuilds the value with an edit made at the parent of what the keys name. */
function editAt(value: JsonValue, keys: readonly string[], edit: Edit): JsonValue {
  const [key, ...rest] = keys;
  if (key === undefined) throw new PatchProblem('the whole object cannot be replaced');
  if (rest.length === 0) return edit(value, key);
  const inner = editAt(read(value, [key]), rest, edit);
  if (isJsonList(value)) return value.with(indexOf(value, key, value.length - 1), inner);
  if (!isJsonObject(value)) throw new PatchProblem(`nothing at ${key}`);
  return withField(value, key, inner);
}

const withField = (object: JsonObject, key: string, value: JsonValue): JsonObject =>
  Object.fromEntries([...Object.entries(object).filter(([name]) => name !== key), [key, value]]);

const adding =
  (value: JsonValue): Edit =>
  (parent, key) => {
    if (isJsonList(parent)) return parent.toSpliced(indexOf(parent, key, parent.length), 0, value);
    if (!isJsonObject(parent)) throw new PatchProblem(`nothing at ${key}`);
    return withField(parent, key, value);
  };

const removing: Edit = (parent, key) => {
  read(parent, [key]);
  if (isJsonList(parent)) return parent.toSpliced(indexOf(parent, key, parent.length - 1), 1);
  return isJsonObject(parent) ? withoutField(parent, key) : parent;
};

const replacing =
  (value: JsonValue): Edit =>
  (parent, key) =>
    adding(value)(removing(parent, key), key);

function carryOut(value: JsonValue, operation: JsonValue): JsonValue {
  const path = keysOf(textAt(operation, 'path'));
  const from = keysOf(textAt(operation, 'from'));
  const given = fieldOf(operation, 'value') ?? null;
  switch (textAt(operation, 'op')) {
    case 'add':
      return editAt(value, path, adding(given));
    case 'remove':
      return editAt(value, path, removing);
    case 'replace':
      return editAt(value, path, replacing(given));
    case 'move':
      return editAt(editAt(value, from, removing), path, adding(read(value, from)));
    case 'copy':
      return editAt(value, path, adding(read(value, from)));
    case 'test':
      if (isSameJson(read(value, path), given)) return value;
      throw new PatchProblem('test failed');
    default:
      throw new PatchProblem('unknown operation');
  }
}

/** RFC 6902: all operations in order; `undefined` when one of them cannot be done. */
export function jsonPatch(target: JsonValue, operations: readonly JsonValue[]): JsonValue | undefined {
  try {
    return operations.reduce(carryOut, target);
  } catch (error) {
    if (error instanceof PatchProblem) return undefined;
    throw error;
  }
}
