import {
  applyEdit,
  pathNameAt,
  portNameAt,
  treeOf,
  type Edit,
  type EditedObject,
  type ObjectEdit,
} from '@fairlead/edits';
import { isJsonList, ownField, type FieldPath, type JsonValue } from '@fairlead/manifests';

const valueAt = (object: EditedObject, path: FieldPath): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>(
    (value, part) =>
      typeof part === 'number' ? (isJsonList(value) ? value[part] : undefined) : ownField(value, part),
    treeOf(object),
  );

interface ValueChange {
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}

/** `spec.ports[n].field` */
function findPortEdit(object: EditedObject, path: FieldPath, change: ValueChange): ObjectEdit | undefined {
  const [, list, index, field] = path;
  if (object.kind !== 'Service' || list !== 'ports' || path.length !== 4) return undefined;
  if (typeof index !== 'number' || typeof field !== 'string') return undefined;
  return { kind: 'set-port-field', target: portNameAt(object, index), field, ...change };
}

/** `spec.rules[n].http.paths[m].field` */
function findPathEdit(object: EditedObject, path: FieldPath, change: ValueChange): ObjectEdit | undefined {
  const [, list, ruleIndex, , , pathIndex, field] = path;
  if (object.kind !== 'Ingress' || list !== 'rules' || path.length !== 7) return undefined;
  if (typeof ruleIndex !== 'number' || typeof pathIndex !== 'number' || typeof field !== 'string')
    return undefined;
  const target = pathNameAt(object, { ruleIndex, pathIndex });
  return { kind: 'set-path-field', target, field, ...change };
}

const isKeys = (path: FieldPath): path is readonly string[] => path.every((part) => typeof part === 'string');

function findEdit(object: EditedObject, path: FieldPath, change: ValueChange): ObjectEdit | undefined {
  if (isKeys(path)) return path.length === 0 ? undefined : { kind: 'set-other-field', keys: path, ...change };
  return findPortEdit(object, path, change) ?? findPathEdit(object, path, change);
}

/** The edit that makes one field say `to`, or takes it out; `undefined` where no edit reaches it or nothing would change. */
export function buildValueEdit(
  object: EditedObject,
  path: FieldPath,
  to: JsonValue | undefined,
): Edit | undefined {
  const edit = findEdit(object, path, { from: valueAt(object, path), to });
  if (edit === undefined || valueAt(object, path) === to) return undefined;
  return applyEdit(object, edit).kind === 'applied' ? edit : undefined;
}
