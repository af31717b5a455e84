import {
  ownField,
  isJsonList,
  isJsonObject,
  isDeepEqual,
  type JsonObject,
  type JsonValue,
} from '@fairlead/manifests';
import type { IngressFieldName, ObjectEdit, ServiceFieldName, SetEntry } from './edit.ts';
import { isAbsent, keysOfAll, objectAt } from './json-tree.ts';

const fieldNames: readonly (ServiceFieldName | IngressFieldName)[] = [
  'type',
  'clusterIP',
  'clusterIPs',
  'ipFamilies',
  'ipFamilyPolicy',
  'externalName',
  'externalIPs',
  'sessionAffinity',
  'sessionAffinityConfig',
  'internalTrafficPolicy',
  'externalTrafficPolicy',
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'allocateLoadBalancerNodePorts',
  'healthCheckNodePort',
  'publishNotReadyAddresses',
  'trafficDistribution',
  'ingressClassName',
  'defaultBackend',
];
const fieldsByName = new Map<string, ServiceFieldName | IngressFieldName>(
  fieldNames.map((name) => [name, name]),
);

/** Fields of `spec` that are set as one value. */
export const knownField = (keys: readonly string[]): ServiceFieldName | IngressFieldName | undefined =>
  keys[0] === 'spec' && keys.length === 2 ? fieldsByName.get(keys[1] ?? '') : undefined;

/** Maps whose entries are edited one by one, by the path of their field. */
export function mapAt(keys: readonly string[]): SetEntry['map'] | undefined {
  const [owner, name, other] = keys;
  if (other !== undefined) return undefined;
  if (owner === 'metadata' && (name === 'labels' || name === 'annotations')) return name;
  return owner === 'spec' && name === 'selector' ? name : undefined;
}

/** Lists whose items are edited one by one. */
export const isPartList = (kind: JsonValue | undefined, keys: readonly string[]): boolean =>
  keys.length === 2 &&
  keys[0] === 'spec' &&
  (kind === 'Service' ? ['ports'] : ['rules', 'tls']).includes(keys[1] ?? '');

export const isFinalizers = (keys: readonly string[]): boolean =>
  keys.length === 2 && keys[0] === 'metadata' && keys[1] === 'finalizers';

const textOrNothing = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

function listEntryEdits(map: SetEntry['map'], before: JsonObject, after: JsonObject): readonly ObjectEdit[] {
  return keysOfAll([before, after]).flatMap((key): readonly ObjectEdit[] => {
    const from = textOrNothing(ownField(before, key));
    const to = textOrNothing(ownField(after, key));
    return from === to ? [] : [{ kind: 'set-entry', map, key, from, to }];
  });
}

function listFinalizerEdits(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): readonly ObjectEdit[] {
  const former = isJsonList(before) ? before.map(String) : [];
  const later = isJsonList(after) ? after.map(String) : [];
  const removed = former.filter((finalizer) => !later.includes(finalizer));
  const added = later.filter((finalizer) => !former.includes(finalizer));
  const edit = (finalizer: string, isPresent: boolean): ObjectEdit => ({
    kind: 'set-finalizer',
    finalizer,
    isPresent,
  });
  return [
    ...removed.map((finalizer) => edit(finalizer, false)),
    ...added.map((finalizer) => edit(finalizer, true)),
  ];
}

const isMapOrAbsent = (value: JsonValue | undefined): boolean => value === undefined || isJsonObject(value);

interface Change {
  readonly keys: readonly string[];
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}

function listPlainEdits({ keys, from, to }: Change): readonly ObjectEdit[] {
  if (isDeepEqual(from, to) || (isAbsent(from) && isAbsent(to))) return [];
  const field = knownField(keys);
  if (field !== undefined) return [{ kind: 'set-field', field, from, to }];
  if (isJsonObject(from) && isJsonObject(to)) return listObjectEdits(from, to, { keys, isPart: () => false });
  return [{ kind: 'set-other-field', keys, from, to }];
}

function listValueEdits(change: Change): readonly ObjectEdit[] {
  const { keys, from, to } = change;
  const map = mapAt(keys);
  if (map !== undefined && isMapOrAbsent(from) && isMapOrAbsent(to))
    return listEntryEdits(map, isJsonObject(from) ? from : {}, isJsonObject(to) ? to : {});
  return isFinalizers(keys) ? listFinalizerEdits(from, to) : listPlainEdits(change);
}

interface Scope {
  readonly keys: readonly string[];
  /** Fields that are compared elsewhere. */
  readonly isPart: (keys: readonly string[]) => boolean;
}

function listObjectEdits(before: JsonObject, after: JsonObject, scope: Scope): readonly ObjectEdit[] {
  return keysOfAll([before, after]).flatMap((key) => {
    const keys = [...scope.keys, key];
    if (scope.isPart(keys)) return [];
    return listValueEdits({ keys, from: ownField(before, key), to: ownField(after, key) });
  });
}

/** Edits of everything but the lists whose items are edited one by one. */
export function listFieldEdits(before: JsonObject, after: JsonObject): readonly ObjectEdit[] {
  const isSameKind = before['kind'] === after['kind'];
  const isPart = (keys: readonly string[]): boolean => isSameKind && isPartList(before['kind'], keys);
  const isHead = (keys: readonly string[]): boolean => keys[0] === 'metadata' || keys[0] === 'spec';
  return [
    ...listObjectEdits(before, after, { keys: [], isPart: isHead }),
    ...listObjectEdits(objectAt(before, 'metadata'), objectAt(after, 'metadata'), {
      keys: ['metadata'],
      isPart,
    }),
    ...listObjectEdits(objectAt(before, 'spec'), objectAt(after, 'spec'), { keys: ['spec'], isPart }),
  ];
}
