import { isDeepEqual, ownField, type JsonObject, type JsonValue } from '@fairlead/manifests';
import type { EditedObject } from './edit.ts';
import { isAbsent, itemsAt, objectAt, textAt, withField, withFilledField } from './json-tree.ts';
import { matchPorts } from './match-parts.ts';
import { toObject, treeOf } from './parse-edited-object.ts';
import { partsOf } from './part-names.ts';

const typeOf = (spec: JsonObject): string => textAt(spec, 'type') ?? 'ClusterIP';
const hasClusterIp = (spec: JsonObject): boolean => typeOf(spec) !== 'ExternalName';
const hasExternalPolicy = (spec: JsonObject): boolean =>
  ['NodePort', 'LoadBalancer'].includes(typeOf(spec)) || !isAbsent(ownField(spec, 'externalIPs'));
const hasNodePorts = (spec: JsonObject): boolean =>
  typeOf(spec) === 'NodePort' ||
  (typeOf(spec) === 'LoadBalancer' && ownField(spec, 'allocateLoadBalancerNodePorts') !== false);
const hasHealthCheck = (spec: JsonObject): boolean =>
  typeOf(spec) === 'LoadBalancer' && ownField(spec, 'externalTrafficPolicy') === 'Local';

interface FilledField {
  readonly field: string;
  /** Both the stored Service and the one that is sent must be of a type that has the field. */
  readonly isFilledFor: (spec: JsonObject) => boolean;
  /** `undefined`: whatever is stored is kept. Else only this is filled in. */
  readonly value: JsonValue | undefined;
}

/** Source: kubernetes pkg/registry/core/service/strategy.go and alloc.go; pkg/apis/core/v1/defaults.go. In order. */
const filledFields: readonly FilledField[] = [
  { field: 'type', isFilledFor: () => true, value: 'ClusterIP' },
  { field: 'clusterIP', isFilledFor: hasClusterIp, value: undefined },
  { field: 'ipFamilies', isFilledFor: hasClusterIp, value: undefined },
  { field: 'ipFamilyPolicy', isFilledFor: hasClusterIp, value: undefined },
  { field: 'sessionAffinity', isFilledFor: () => true, value: 'None' },
  {
    field: 'sessionAffinityConfig',
    isFilledFor: (spec) => ownField(spec, 'sessionAffinity') === 'ClientIP',
    value: { clientIP: { timeoutSeconds: 10_800 } },
  },
  { field: 'internalTrafficPolicy', isFilledFor: hasClusterIp, value: 'Cluster' },
  { field: 'externalTrafficPolicy', isFilledFor: hasExternalPolicy, value: 'Cluster' },
  {
    field: 'allocateLoadBalancerNodePorts',
    isFilledFor: (spec) => typeOf(spec) === 'LoadBalancer',
    value: true,
  },
  { field: 'healthCheckNodePort', isFilledFor: hasHealthCheck, value: undefined },
];

function withFilledFields(base: JsonObject, mine: JsonObject): JsonObject {
  const filled = filledFields.reduce((spec, { field, isFilledFor, value }) => {
    const stored = ownField(base, field);
    if (!isUnset(ownField(spec, field)) || stored === undefined) return spec;
    if (!isFilledFor(base) || !isFilledFor(spec)) return spec;
    return value === undefined || isDeepEqual(stored, value) ? withField(spec, field, stored) : spec;
  }, mine);
  const isSameAddress =
    hasClusterIp(filled) && isDeepEqual(ownField(filled, 'clusterIP'), ownField(base, 'clusterIP'));
  return isSameAddress && isUnset(ownField(filled, 'clusterIPs'))
    ? withField(filled, 'clusterIPs', ownField(base, 'clusterIPs'))
    : filled;
}

/** As the API server sees it: an empty text or list, or a zero, is not set. */
const isUnset = (value: JsonValue | undefined): boolean =>
  value === '' || value === 0 || value === null || isAbsent(value);

function withPortDefaults(port: JsonObject, former: JsonObject | undefined): JsonObject {
  const number = ownField(port, 'port');
  const defaults: readonly (readonly [string, JsonValue | undefined])[] = [
    ['protocol', 'TCP'],
    ['targetPort', number],
  ];
  return defaults.reduce(
    (filled, [key, value]) =>
      isUnset(ownField(filled, key)) && value !== undefined && isDeepEqual(ownField(former, key), value)
        ? withField(filled, key, value)
        : filled,
    port,
  );
}

const nameOf = (port: JsonObject): string => textAt(port, 'name') ?? '';

/** Node ports are kept by the name of their port, unless another port of the new version takes the number. */
function withNodePorts(before: readonly JsonObject[], after: readonly JsonObject[]): readonly JsonObject[] {
  const taken = new Set(after.map((port) => ownField(port, 'nodePort')));
  const byName = new Map(before.map((port) => [nameOf(port), ownField(port, 'nodePort')]));
  return after.map((port) => {
    const stored = byName.get(nameOf(port));
    const isFilled = isUnset(ownField(port, 'nodePort')) && !isUnset(stored) && !taken.has(stored);
    return isFilled ? withField(port, 'nodePort', stored) : port;
  });
}

export function withServerFilledTree(base: JsonObject, mine: JsonObject): JsonObject {
  if (base['kind'] !== 'Service' || mine['kind'] !== 'Service') return mine;
  const stored = objectAt(base, 'spec');
  const spec = withFilledFields(stored, objectAt(mine, 'spec'));
  const before = partsOf(base, 'ports');
  const sent = itemsAt(spec, 'ports');
  const matches = matchPorts({ before, after: sent });
  const ports = sent.map((port, index) => {
    const match = matches[index];
    return withPortDefaults(port, match && before[match.before]);
  });
  const numbered = hasNodePorts(stored) && hasNodePorts(spec) ? withNodePorts(before, ports) : ports;
  return withField(mine, 'spec', withFilledField(spec, 'ports', numbered));
}

/**
 * `mine` with what it leaves out and the API server would fill in again, as it stands in `base`: a manifest written by
 * hand without addresses, node ports and defaults takes none of them away. Fields whose stored value is not the default
 * are taken away by leaving them out, as a PUT does.
 */
export const withServerFilled = (base: EditedObject, mine: EditedObject): EditedObject =>
  toObject(withServerFilledTree(treeOf(base), treeOf(mine)), mine);
