import { ownField, type JsonValue } from '@fairlead/manifests';
import type { ObjectEdit, ServiceFieldName } from './edit.ts';
import type { Service } from '@fairlead/kube-objects';
import { portNameAt } from './find-part.ts';
import { treeOf } from './parse-edited-object.ts';

/** The types of a Service as people tell them apart: headless is a ClusterIP without an address. */
export type ServiceType = 'ClusterIP' | 'Headless' | 'NodePort' | 'LoadBalancer' | 'ExternalName';

export function serviceTypeOf({ spec }: Service): ServiceType {
  if (spec.type === 'NodePort' || spec.type === 'LoadBalancer' || spec.type === 'ExternalName')
    return spec.type;
  return spec.clusterIP === 'None' ? 'Headless' : 'ClusterIP';
}

const loadBalancerFields: readonly ServiceFieldName[] = [
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'allocateLoadBalancerNodePorts',
  'healthCheckNodePort',
];
const addressFields: readonly ServiceFieldName[] = [
  'clusterIP',
  'clusterIPs',
  'ipFamilies',
  'ipFamilyPolicy',
];

/** Fields that the new type does not have: the API server refuses some of them and drops others. */
function fieldsToClear(service: Service, to: ServiceType): readonly ServiceFieldName[] {
  const isFromOutside = (service.spec.externalIPs ?? []).length > 0;
  switch (to) {
    case 'LoadBalancer':
      return ['externalName'];
    case 'NodePort':
      return ['externalName', ...loadBalancerFields];
    case 'ClusterIP':
    case 'Headless':
      return [
        'externalName',
        ...loadBalancerFields,
        ...(isFromOutside ? [] : (['externalTrafficPolicy'] as const)),
      ];
    case 'ExternalName':
      return [...addressFields, ...loadBalancerFields, 'externalTrafficPolicy', 'internalTrafficPolicy'];
  }
}

const hasNodePorts = (type: ServiceType): boolean => type === 'NodePort' || type === 'LoadBalancer';

function setField(
  service: Service,
  field: ServiceFieldName,
  to: JsonValue | undefined,
): readonly ObjectEdit[] {
  const from = ownField(ownField(treeOf(service), 'spec'), field);
  return from === to ? [] : [{ kind: 'set-field', field, from, to }];
}

const clearNodePorts = (service: Service): readonly ObjectEdit[] =>
  (service.spec.ports ?? []).flatMap((port, index): readonly ObjectEdit[] =>
    port.nodePort === undefined
      ? []
      : [
          {
            kind: 'set-port-field',
            target: portNameAt(service, index),
            field: 'nodePort',
            from: port.nodePort,
            to: undefined,
          },
        ],
  );

/**
 * The edits that turn a Service into one of another type, with what the old type leaves behind taken out, so that the
 * result is one the API server takes (routing SPEC SVC-28 to SVC-32). To and from headless an address has to change,
 * which the API server allows only on creation and from ExternalName: see {@link canChangeServiceType}.
 */
export function listServiceTypeEdits(service: Service, to: ServiceType): readonly ObjectEdit[] {
  const from = serviceTypeOf(service);
  if (from === to) return [];
  const cleared = fieldsToClear(service, to).flatMap((field) => setField(service, field, undefined));
  const addresses =
    to === 'Headless'
      ? [...setField(service, 'clusterIP', 'None'), ...setField(service, 'clusterIPs', undefined)]
      : from === 'Headless' && to !== 'ExternalName'
        ? [...setField(service, 'clusterIP', undefined), ...setField(service, 'clusterIPs', undefined)]
        : [];
  return [
    ...setField(service, 'type', to === 'Headless' ? 'ClusterIP' : to),
    ...cleared,
    ...addresses,
    ...(hasNodePorts(to) ? [] : clearNodePorts(service)),
  ];
}

/** Whether a stored Service can become one of that type without being deleted and created again. */
export const canChangeServiceType = (stored: Service, to: ServiceType): boolean => {
  const from = serviceTypeOf(stored);
  if (from === to || from === 'ExternalName' || to === 'ExternalName') return true;
  return from !== 'Headless' && to !== 'Headless';
};
