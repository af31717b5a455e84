import { fieldOf, listAt, textAt, textsAt, type JsonObject } from '../json/json-value.ts';
import { invalid, notSupported, required, type FieldError } from '../status/field-error.ts';
import { metadataProblems, unchangedProblems } from './metadata-validation.ts';
import { dns1123Label, dns1123Subdomain } from './name-rules.ts';

/** An EndpointSlice: its address type is needed and never changes. */
export function endpointSliceProblems(slice: JsonObject, before: JsonObject | undefined): FieldError[] {
  const type = textAt(slice, 'addressType');
  const types = ['FQDN', 'IPv4', 'IPv6'];
  return [
    ...metadataProblems(slice, dns1123Subdomain),
    ...(before === undefined ? [] : unchangedProblems('addressType', type, textAt(before, 'addressType'))),
    ...(type === '' ? [required('addressType')] : []),
    ...(type === '' || types.includes(type) ? [] : [notSupported('addressType', type, types)]),
    ...listAt(slice, 'endpoints').flatMap((endpoint, index) =>
      textsAt(endpoint, 'addresses').length === 0 ? [required(`endpoints[${index}].addresses`)] : [],
    ),
  ];
}

/** An IngressClass: its controller is needed and never changes. */
export function ingressClassProblems(ingressClass: JsonObject, before: JsonObject | undefined): FieldError[] {
  const controller = textAt(ingressClass, 'spec', 'controller');
  return [
    ...metadataProblems(ingressClass, dns1123Subdomain),
    ...(before === undefined
      ? []
      : unchangedProblems('spec.controller', controller, textAt(before, 'spec', 'controller'))),
    ...(controller === '' ? [required('spec.controller')] : []),
    ...(controller === '' || /^[^/]+\/.+$/.test(controller)
      ? []
      : [invalid('spec.controller', controller, 'must be a domain-prefixed path (such as "acme.io/foo")')]),
  ];
}

/** A Secret: its type never changes, one for TLS has certificate and key. */
export function secretProblems(secret: JsonObject, before: JsonObject | undefined): FieldError[] {
  const type = textAt(secret, 'type');
  const missing =
    type === 'kubernetes.io/tls'
      ? ['tls.crt', 'tls.key'].filter((key) => fieldOf(fieldOf(secret, 'data'), key) === undefined)
      : [];
  return [
    ...metadataProblems(secret, dns1123Subdomain),
    ...(before === undefined ? [] : unchangedProblems('type', type, textAt(before, 'type'))),
    ...missing.map((key) => required(`data[${key}]`)),
  ];
}

/** Nothing but metadata, with names as subdomains: Nodes, Events. */
export const subdomainNamedProblems = (object: JsonObject): FieldError[] =>
  metadataProblems(object, dns1123Subdomain);

/** A Namespace. */
export const namespaceProblems = (namespace: JsonObject): FieldError[] =>
  metadataProblems(namespace, dns1123Label);
