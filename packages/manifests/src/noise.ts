import { isDeepEqual } from './deep-equal.ts';
import {
  isJsonList,
  isJsonObject,
  ownField,
  toJsonObject,
  type FieldPath,
  type JsonObject,
  type JsonValue,
} from './json-value.ts';

const serverMetadata = [
  'managedFields',
  'resourceVersion',
  'uid',
  'creationTimestamp',
  'generation',
  'selfLink',
];
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

const isHeadless = (value: JsonValue): boolean =>
  value === 'None' || (isJsonList(value) && value.includes('None'));
const always = (): boolean => true;

/** What the API server fills in on a Service by itself; `None` as an address is somebody's choice. */
const serviceDefaults: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  clusterIP: (value) => !isHeadless(value),
  clusterIPs: (value) => !isHeadless(value),
  ipFamilies: always,
  ipFamilyPolicy: always,
  healthCheckNodePort: always,
  internalTrafficPolicy: (value) => value === 'Cluster',
  externalTrafficPolicy: (value) => value === 'Cluster',
  sessionAffinity: (value) => value === 'None',
  allocateLoadBalancerNodePorts: (value) => value === true,
};

const findField = (object: JsonObject | undefined, path: FieldPath): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>(
    (value, part) =>
      typeof part === 'number' ? (isJsonList(value) ? value[part] : undefined) : ownField(value, part),
    object,
  );

const listServicePaths = (object: JsonObject): readonly FieldPath[] => {
  if (object['kind'] !== 'Service') return [];
  const spec = ownField(object, 'spec');
  const paths = Object.entries(serviceDefaults).flatMap(([key, isDefault]): FieldPath[] => {
    const value = ownField(spec, key);
    return value !== undefined && isDefault(value) ? [['spec', key]] : [];
  });
  const ports = ownField(spec, 'ports');
  const nodePorts = (isJsonList(ports) ? ports : []).flatMap((port, index): FieldPath[] =>
    ownField(port, 'nodePort') === undefined ? [] : [['spec', 'ports', index, 'nodePort']],
  );
  return [...paths, ...nodePorts];
};

/**
 * Fields that the API server writes and that say nothing about what somebody wanted: its own metadata, `status`, the
 * copy that `kubectl apply` keeps, and on a Service what it allocates and defaults. Where the object is compared with
 * another that says something else about such a Service field, the field is no noise: the change is meant.
 */
export const listNoise = (object: JsonObject, comparedWith?: JsonObject): readonly FieldPath[] => {
  const own: readonly FieldPath[] = [
    ...serverMetadata.map((key) => ['metadata', key]),
    ['metadata', 'annotations', lastApplied],
    ['status'],
  ];
  const allocated = listServicePaths(object).filter((path) => {
    const other = findField(comparedWith, path);
    return other === undefined || isDeepEqual(other, findField(object, path));
  });
  return [...own.filter((path) => findField(object, path) !== undefined), ...allocated];
};

const without = (value: JsonValue, paths: readonly FieldPath[]): JsonValue => {
  if (paths.length === 0) return value;
  const inner = (part: string | number): readonly FieldPath[] =>
    paths.filter((path) => path[0] === part && path.length > 1).map((path) => path.slice(1));
  if (isJsonList(value)) return value.map((item, index) => without(item, inner(index)));
  if (!isJsonObject(value)) return value;
  const removed = new Set(paths.filter((path) => path.length === 1).map(([key]) => key));
  const kept = Object.entries(value).filter(([key]) => !removed.has(key));
  return toJsonObject(kept.map(([key, item]) => [key, without(item, inner(key))]));
};

/** The object without its noise, for showing only: such an object must never be written. Empty annotations go too. */
export const withoutNoise = (object: JsonObject, comparedWith?: JsonObject): JsonObject => {
  const annotations = ownField(object['metadata'], 'annotations');
  const paths = listNoise(object, comparedWith);
  const isOnlyNoise = isJsonObject(annotations) && Object.keys(annotations).join() === lastApplied;
  const cleaned = without(object, isOnlyNoise ? [...paths, ['metadata', 'annotations']] : paths);
  return isJsonObject(cleaned) ? cleaned : object;
};
