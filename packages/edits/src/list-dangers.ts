import { isJsonList, ownField, type JsonObject } from '@fairlead/manifests';
import type { EditedObject } from './edit.ts';
import { isAbsent, objectAt, textAt } from './json-tree.ts';
import { listImmutableChanges, typeOf, type ImmutableChange } from './list-immutable-changes.ts';
import { treeOf } from './parse-edited-object.ts';
import { partsOf } from './part-names.ts';
import { withServerFilled } from './server-filled.ts';

/** What a change does beyond the fields it names. The wording is the page's. */
export type Danger =
  | ImmutableChange
  /** The API server clears `clears` by itself and allocates `allocates`. */
  | {
      readonly code: 'type-change';
      readonly from: string;
      readonly to: string;
      readonly clears: readonly string[];
      readonly allocates: readonly string[];
    }
  /** A headless Service can have no node ports. */
  | { readonly code: 'headless-type'; readonly to: string }
  /** Addresses that the load balancer gave are given back: who uses them is cut off. */
  | { readonly code: 'releases-addresses'; readonly addresses: readonly string[] }
  /** No Pod is matched any more; the EndpointSlices of before stay as they are. */
  | { readonly code: 'selector-removed' }
  /** What waits for the finalizer's owner to clean up is no longer waited for. */
  | { readonly code: 'finalizer-removed'; readonly finalizer: string }
  /** `finalizers` keep it from going until their owners have cleaned up. */
  | { readonly code: 'delete'; readonly finalizers: readonly string[] };

const addressFields = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'];
const nodePortFields = ['ports[].nodePort'];
const balancerFields = ['loadBalancerClass', 'allocateLoadBalancerNodePorts', 'healthCheckNodePort'];

function listCleared(from: string, to: string): readonly string[] {
  if (to === 'ExternalName') return [...addressFields, ...nodePortFields, 'healthCheckNodePort'];
  if (to === 'ClusterIP' && from !== 'ExternalName')
    return [...nodePortFields, 'externalTrafficPolicy', ...(from === 'LoadBalancer' ? balancerFields : [])];
  return from === 'LoadBalancer' ? balancerFields : [];
}

const isPresent = (spec: JsonObject, ports: readonly JsonObject[], field: string): boolean =>
  field === 'ports[].nodePort'
    ? ports.some((port) => !isAbsent(ownField(port, 'nodePort')))
    : !isAbsent(ownField(spec, field));

function listAllocated(from: string, to: string, after: JsonObject): readonly string[] {
  const needsPorts =
    to === 'NodePort' ||
    (to === 'LoadBalancer' && ownField(after, 'allocateLoadBalancerNodePorts') !== false);
  const hadPorts = from === 'NodePort' || from === 'LoadBalancer';
  return [
    ...(from === 'ExternalName' ? ['clusterIP', 'clusterIPs'] : []),
    ...(needsPorts && !hadPorts ? nodePortFields : []),
    ...(to === 'LoadBalancer' && ownField(after, 'externalTrafficPolicy') === 'Local'
      ? ['healthCheckNodePort']
      : []),
  ];
}

function listAddresses(tree: JsonObject): readonly string[] {
  const entries = ownField(objectAt(objectAt(tree, 'status'), 'loadBalancer'), 'ingress');
  return (isJsonList(entries) ? entries : []).flatMap(
    (entry) => textAt(entry, 'ip') ?? textAt(entry, 'hostname') ?? [],
  );
}

function listTypeDangers(before: JsonObject, after: JsonObject): readonly Danger[] {
  const [former, later] = [objectAt(before, 'spec'), objectAt(after, 'spec')];
  const [from, to] = [typeOf(former), typeOf(later)];
  if (from === to) return [];
  const ports = partsOf(before, 'ports');
  const clears = listCleared(from, to).filter((field) => isPresent(former, ports, field));
  const addresses = from === 'LoadBalancer' ? listAddresses(before) : [];
  const isHeadless = ownField(later, 'clusterIP') === 'None' && (to === 'NodePort' || to === 'LoadBalancer');
  return [
    { code: 'type-change', from, to, clears, allocates: listAllocated(from, to, later) },
    ...(isHeadless ? [{ code: 'headless-type', to } as const] : []),
    ...(addresses.length > 0 ? [{ code: 'releases-addresses', addresses } as const] : []),
  ];
}

function listServiceDangers(before: JsonObject, after: JsonObject): readonly Danger[] {
  const [former, later] = [objectAt(before, 'spec'), objectAt(after, 'spec')];
  const losesSelector =
    !isAbsent(ownField(former, 'selector')) &&
    isAbsent(ownField(later, 'selector')) &&
    typeOf(later) !== 'ExternalName';
  return [
    ...listTypeDangers(before, after),
    ...(losesSelector ? [{ code: 'selector-removed' } as const] : []),
  ];
}

const finalizersOf = (tree: JsonObject): readonly string[] => {
  const finalizers = ownField(objectAt(tree, 'metadata'), 'finalizers');
  return isJsonList(finalizers) ? finalizers.filter((each) => typeof each === 'string') : [];
};

/** What to say before a change is sent. `mine` is `undefined` for a delete. */
export function listDangers(base: EditedObject, mine: EditedObject | undefined): readonly Danger[] {
  const before = treeOf(base);
  const kept = finalizersOf(before);
  if (mine === undefined) return [{ code: 'delete', finalizers: kept }];
  const after = treeOf(withServerFilled(base, mine));
  const later = finalizersOf(after);
  return [
    ...listImmutableChanges(before, after),
    ...(base.kind === 'Service' ? listServiceDangers(before, after) : []),
    ...kept
      .filter((finalizer) => !later.includes(finalizer))
      .map((finalizer) => ({ code: 'finalizer-removed', finalizer }) as const),
  ];
}
