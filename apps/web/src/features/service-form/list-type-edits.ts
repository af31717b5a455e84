import {
  listServiceTypeEdits,
  portNameAt,
  serviceTypeOf,
  treeOf,
  type ObjectEdit,
  type ServiceFieldName,
  type ServiceType,
} from '@fairlead/edits';
import type { Service } from '@fairlead/kube-objects';
import { isDeepEqual, ownField, type JsonValue } from '@fairlead/manifests';
import { listPortRows } from './list-port-rows.ts';

/** What a switch of type may have changed. */
const typedFields: readonly ServiceFieldName[] = [
  'type',
  'clusterIP',
  'clusterIPs',
  'ipFamilies',
  'ipFamilyPolicy',
  'externalName',
  'internalTrafficPolicy',
  'externalTrafficPolicy',
  'loadBalancerClass',
  'loadBalancerIP',
  'loadBalancerSourceRanges',
  'allocateLoadBalancerNodePorts',
  'healthCheckNodePort',
];

const fieldOf = (service: Service, field: ServiceFieldName): JsonValue | undefined =>
  ownField(ownField(treeOf(service), 'spec'), field);

/** Back to the type it began with: what the switch away from it took out comes back. */
function listRestoringEdits(object: Service, base: Service): readonly ObjectEdit[] {
  const fields = typedFields.flatMap((field): readonly ObjectEdit[] => {
    const [from, to] = [fieldOf(object, field), fieldOf(base, field)];
    return isDeepEqual(from, to) ? [] : [{ kind: 'set-field', field, from, to }];
  });
  const ports = listPortRows(object, base).flatMap(({ port, before, index }): readonly ObjectEdit[] =>
    index === undefined || before === undefined || port.nodePort === before.nodePort
      ? []
      : [
          {
            kind: 'set-port-field',
            target: portNameAt(object, index),
            field: 'nodePort',
            from: port.nodePort,
            to: before.nodePort,
          },
        ],
  );
  return [...fields, ...ports];
}

/** The edits of choosing a type: one step, after which the API server takes the Service, or the way back. */
export const listTypeEdits = (
  object: Service,
  base: Service | undefined,
  to: ServiceType,
): readonly ObjectEdit[] =>
  base !== undefined && to === serviceTypeOf(base)
    ? listRestoringEdits(object, base)
    : listServiceTypeEdits(object, to);
