import { isJsonObject, ownField, type JsonValue } from '@fairlead/manifests';
import type { ObjectEdit, PortName } from './edit.ts';
import { isPathEdit } from './edit-tree.ts';
import { treeOf } from './parse-edited-object.ts';
import { portNameIn } from './part-names.ts';

/** Keys of `fieldsV1` on the way to a field: `f:spec`, `k:{"port":80,"protocol":"TCP"}`. */
export type ManagedPath = readonly string[];

const portKey = ({ port, protocol }: PortName): string => `k:${JSON.stringify({ port, protocol })}`;

function portOf(edit: ObjectEdit): PortName | undefined {
  switch (edit.kind) {
    case 'add-port':
    case 'remove-port':
      return portNameIn([treeOf(edit.port)], 0);
    case 'set-port-field':
    case 'move-port':
      return edit.target;
    default:
      return undefined;
  }
}

/**
 * Where `managedFields` name the field of an edit. Rules and TLS entries of an Ingress are owned as whole lists; ports of a
 * Service one by one. Source: the markers `listType` and `listMapKey` in k8s.io/api.
 */
export function managedPathOf(edit: ObjectEdit): ManagedPath {
  switch (edit.kind) {
    case 'set-field':
      return ['f:spec', `f:${edit.field}`];
    case 'set-entry':
      return [edit.map === 'selector' ? 'f:spec' : 'f:metadata', `f:${edit.map}`, ...selectorStep(edit)];
    case 'set-finalizer':
      return ['f:metadata', 'f:finalizers', `v:${JSON.stringify(edit.finalizer)}`];
    case 'set-other-field':
      return edit.keys.map((key) => `f:${key}`);
    default:
      return managedListOf(edit);
  }
}

/** A selector is owned as a whole. */
const selectorStep = ({ map, key }: { readonly map: string; readonly key: string }): ManagedPath =>
  map === 'selector' ? [] : [`f:${key}`];

function managedListOf(edit: ObjectEdit): ManagedPath {
  const port = portOf(edit);
  if (port !== undefined) {
    const field = edit.kind === 'set-port-field' ? [`f:${edit.field}`] : [];
    return ['f:spec', 'f:ports', portKey(port), ...field];
  }
  return ['f:spec', edit.kind.endsWith('-tls') && !isPathEdit(edit) ? 'f:tls' : 'f:rules'];
}

/** Whether the fields owned by somebody, as `fieldsV1` lists them, include this one or what holds or is in it. */
export function ownsPath(fields: JsonValue | undefined, path: ManagedPath): boolean {
  let owned: JsonValue | undefined = fields;
  for (const step of path) {
    if (!isJsonObject(owned)) return false;
    const next: JsonValue | undefined = ownField(owned, step);
    if (next === undefined) return false;
    if (isLeaf(next)) return true;
    owned = next;
  }
  return isJsonObject(owned);
}

const isLeaf = (value: JsonValue): boolean => isJsonObject(value) && Object.keys(value).length === 0;
