import {
  fieldOf,
  isSameJson,
  listAt,
  numberAt,
  objectAt,
  textAt,
  withoutField,
  type JsonObject,
  type JsonValue,
} from '../json/json-value.ts';
import {
  isReachableFromOutside,
  needsHealthCheckNodePort,
} from '../validation/service-traffic-validation.ts';
import { withSpec } from './with-defaults.ts';

const typeOf = (service: JsonObject): string => textAt(service, 'spec', 'type');
const hasAddress = (type: string): boolean => type !== 'ExternalName';
const hasNodePorts = (type: string): boolean => type === 'NodePort' || type === 'LoadBalancer';

/** Leaving the addresses out of a new version means keeping them; changing only `clusterIP` means changing the first. */
function withAddressesOf(spec: JsonObject, before: JsonObject): JsonObject {
  const [given, old] = [listAt(spec, 'clusterIPs'), listAt(before, 'clusterIPs')];
  const list = given.length > 0 ? given : old;
  const clusterIP = textAt(spec, 'clusterIP') || textAt(before, 'clusterIP');
  const hasOnlyFirstChanged = clusterIP !== textAt(before, 'clusterIP') && isSameJson(list, old);
  return { ...spec, clusterIP, clusterIPs: hasOnlyFirstChanged ? [clusterIP, ...list.slice(1)] : list };
}

/** Node ports left out of a new version are kept, matched by the port's name. */
function withNodePortsOf(spec: JsonObject, before: JsonObject): JsonObject {
  const old = new Map(
    listAt(before, 'ports').map((port) => [textAt(port, 'name'), numberAt(port, 'nodePort')]),
  );
  const asked = new Set(listAt(spec, 'ports').map((port) => numberAt(port, 'nodePort')));
  const ports = listAt(spec, 'ports').map((port): JsonValue => {
    const kept = old.get(textAt(port, 'name')) ?? 0;
    if (numberAt(port, 'nodePort') !== 0 || kept === 0 || asked.has(kept)) return port;
    return { ...objectAt(port), nodePort: kept };
  });
  return { ...spec, ports };
}

/** `patchAllocatedValues`: a manifest that names no allocated value can be sent again. */
function withAllocatedValues(service: JsonObject, before: JsonObject): JsonObject {
  let spec = objectAt(service, 'spec');
  const specBefore = objectAt(before, 'spec');
  const [type, typeBefore] = [typeOf(service), typeOf(before)];
  if (hasAddress(type) && hasAddress(typeBefore)) {
    spec = withAddressesOf(spec, specBefore);
    if (listAt(spec, 'ipFamilies').length === 0)
      spec = { ...spec, ipFamilies: fieldOf(specBefore, 'ipFamilies') };
    if (textAt(spec, 'ipFamilyPolicy') === '')
      spec = { ...spec, ipFamilyPolicy: fieldOf(specBefore, 'ipFamilyPolicy') };
  }
  if (hasNodePorts(type) && hasNodePorts(typeBefore)) spec = withNodePortsOf(spec, specBefore);
  const hasHealthPort = needsHealthCheckNodePort(service) && needsHealthCheckNodePort(before);
  if (hasHealthPort && numberAt(spec, 'healthCheckNodePort') === 0) {
    spec = { ...spec, healthCheckNodePort: fieldOf(specBefore, 'healthCheckNodePort') };
  }
  return withSpec(service, spec);
}

/** Clears fields the new type has no use for, but only those the writer did not change in the same update. */
function withoutUnchanged(spec: JsonObject, before: JsonObject, fields: readonly string[]): JsonObject {
  return withoutField(
    spec,
    ...fields.filter((field) => isSameJson(fieldOf(spec, field), fieldOf(before, field))),
  );
}

const nodePortsOf = (spec: JsonObject): JsonValue[] =>
  listAt(spec, 'ports').map((port) => numberAt(port, 'nodePort'));

function withoutNodePorts(spec: JsonObject, before: JsonObject): JsonObject {
  const old = new Set(nodePortsOf(before));
  const hasNewOne = nodePortsOf(spec).some((port) => port !== 0 && !old.has(port));
  return hasNewOne
    ? spec
    : { ...spec, ports: listAt(spec, 'ports').map((port) => withoutField(objectAt(port), 'nodePort')) };
}

/** `dropTypeDependentFields`. */
function withoutFieldsOfOldType(service: JsonObject, before: JsonObject): JsonObject {
  const specBefore = objectAt(before, 'spec');
  const [type, typeBefore] = [typeOf(service), typeOf(before)];
  let spec = objectAt(service, 'spec');
  if (!hasAddress(type) && hasAddress(typeBefore)) {
    spec = withoutUnchanged(spec, specBefore, [
      'clusterIP',
      'clusterIPs',
      'ipFamilies',
      'ipFamilyPolicy',
      'internalTrafficPolicy',
    ]);
  }
  if (!hasNodePorts(type) && hasNodePorts(typeBefore)) spec = withoutNodePorts(spec, specBefore);
  if (!isReachableFromOutside(withSpec(service, spec)) && isReachableFromOutside(before)) {
    spec = withoutUnchanged(spec, specBefore, ['externalTrafficPolicy']);
  }
  if (needsHealthCheckNodePort(before) && !needsHealthCheckNodePort(service)) {
    spec = withoutUnchanged(spec, specBefore, ['healthCheckNodePort']);
  }
  if (type !== 'LoadBalancer' && typeBefore === 'LoadBalancer') {
    spec = withoutUnchanged(spec, specBefore, ['allocateLoadBalancerNodePorts', 'loadBalancerClass']);
  }
  return withSpec(service, spec);
}

/** What the API server does to the new version of a Service before validating it (core service strategy). */
export function prepareServiceUpdate(service: JsonObject, before: JsonObject): JsonObject {
  const prepared = withoutFieldsOfOldType(withAllocatedValues(service, before), before);
  const lostLoadBalancer = typeOf(prepared) !== 'LoadBalancer' && typeOf(before) === 'LoadBalancer';
  return {
    ...prepared,
    ...(lostLoadBalancer && { status: { loadBalancer: {} } }),
  };
}
