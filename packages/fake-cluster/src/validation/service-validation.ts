import { fieldOf, listAt, numberAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { forbidden, invalid, notSupported, required, type FieldError } from '../status/field-error.ts';
import { labelProblems, metadataProblems } from './metadata-validation.ts';
import { dns1123Label, dns1123Subdomain } from './name-rules.ts';
import { serviceAddressChangeProblems, serviceAddressProblems } from './service-address-validation.ts';
import { nodePortProblems, repeatedPortProblems, servicePortProblems } from './service-port-validation.ts';
import {
  affinityProblems,
  externalIpProblems,
  loadBalancerSpecProblems,
  needsHealthCheckNodePort,
  trafficPolicyProblems,
} from './service-traffic-validation.ts';

const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];

const isHeadless = (service: JsonObject): boolean => textAt(service, 'spec', 'clusterIP') === 'None';

const headlessProblems = (service: JsonObject, type: string): FieldError[] =>
  isHeadless(service)
    ? [invalid('spec.clusterIPs[0]', 'None', `may not be set to 'None' for ${type} services`)]
    : [];

function externalNameProblems(service: JsonObject): FieldError[] {
  const spec = objectAt(service, 'spec');
  const name = textAt(spec, 'externalName').replace(/\.$/, '');
  const forbiddenFields = ['clusterIPs', 'ipFamilies', 'ipFamilyPolicy'].filter(
    (field) => fieldOf(spec, field) !== undefined,
  );
  return [
    ...forbiddenFields.map((field) => forbidden(`spec.${field}`, 'may not be set for ExternalName services')),
    ...(name === ''
      ? [required('spec.externalName')]
      : dns1123Subdomain(name).map((why) => invalid('spec.externalName', name, why))),
  ];
}

function typeProblems(service: JsonObject): FieldError[] {
  switch (textAt(service, 'spec', 'type')) {
    case 'LoadBalancer':
      return headlessProblems(service, 'LoadBalancer');
    case 'NodePort':
      return headlessProblems(service, 'NodePort');
    case 'ExternalName':
      return externalNameProblems(service);
    default:
      return [];
  }
}

function specProblems(service: JsonObject): FieldError[] {
  const type = textAt(service, 'spec', 'type');
  const mayLackPorts = isHeadless(service) || type === 'ExternalName';
  const hasPorts = listAt(service, 'spec', 'ports').length > 0;
  return [
    ...(hasPorts || mayLackPorts ? [] : [required('spec.ports')]),
    ...typeProblems(service),
    ...servicePortProblems(service),
    ...labelProblems('spec.selector', objectAt(service, 'spec', 'selector')),
    ...affinityProblems(service),
    ...serviceAddressProblems(service),
    ...externalIpProblems(service),
    ...(types.includes(type) ? [] : [notSupported('spec.type', type, types)]),
    ...nodePortProblems(service),
    ...repeatedPortProblems(service),
    ...loadBalancerSpecProblems(service),
    ...trafficPolicyProblems(service),
  ];
}

function changeProblems(service: JsonObject, before: JsonObject): FieldError[] {
  const [type, typeBefore] = [textAt(service, 'spec', 'type'), textAt(before, 'spec', 'type')];
  const [value, valueBefore] = [service, before].map((object) =>
    fieldOf(fieldOf(object, 'spec'), 'loadBalancerClass'),
  );
  const isStillLoadBalancer = type === 'LoadBalancer' && typeBefore === 'LoadBalancer';
  const isHealthPortKept = [service, before].every(needsHealthCheckNodePort);
  const [port, portBefore] = [service, before].map((object) =>
    numberAt(object, 'spec', 'healthCheckNodePort'),
  );
  return [
    ...serviceAddressChangeProblems(service, before),
    ...(isHealthPortKept && port !== portBefore
      ? [forbidden('spec.healthCheckNodePort', 'field is immutable')]
      : []),
    ...(isStillLoadBalancer && value !== valueBefore
      ? [invalid('spec.loadBalancerClass', value ?? null, 'may not change once set')]
      : []),
  ];
}

/** All that the API server holds against a Service, in its order and words. */
export const serviceProblems = (service: JsonObject, before: JsonObject | undefined): FieldError[] => [
  ...(before === undefined ? [] : changeProblems(service, before)),
  ...metadataProblems(service, dns1123Label),
  ...specProblems(service),
];
