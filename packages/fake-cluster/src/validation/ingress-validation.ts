import {
  fieldOf,
  listAt,
  objectAt,
  textAt,
  textsAt,
  type JsonObject,
  type JsonValue,
} from '../json/json-value.ts';
import { invalid, required, type FieldError } from '../status/field-error.ts';
import { isIpAddress } from '../net/ip-address.ts';
import { ingressBackendProblems } from './ingress-backend-validation.ts';
import { ingressPathProblems } from './ingress-path-validation.ts';
import { annotationOf, metadataProblems } from './metadata-validation.ts';
import { dns1123Subdomain, wildcardDns1123Subdomain } from './name-rules.ts';

const classAnnotation = 'kubernetes.io/ingress.class';

const hostNameProblems = (field: string, host: string): FieldError[] =>
  (host.includes('*') ? wildcardDns1123Subdomain(host) : dns1123Subdomain(host)).map((why) =>
    invalid(field, host, why),
  );

function hostProblems(field: string, host: string): FieldError[] {
  if (host === '') return [];
  return [
    ...(isIpAddress(host) ? [invalid(field, host, 'must be a DNS name, not an IP address')] : []),
    ...hostNameProblems(field, host),
  ];
}

function ruleProblems(rule: JsonValue, index: number): FieldError[] {
  const field = `spec.rules[${index}]`;
  const http = fieldOf(rule, 'http');
  const paths = listAt(http, 'paths');
  return [
    ...hostProblems(`${field}.host`, textAt(rule, 'host')),
    ...(http !== undefined && paths.length === 0 ? [required(`${field}.http.paths`)] : []),
    ...paths.flatMap((path, at) => ingressPathProblems(path, `${field}.http.paths[${at}]`)),
  ];
}

function tlsProblems(tls: JsonValue, index: number): FieldError[] {
  const field = `spec.tls[${index}]`;
  const secretName = textAt(tls, 'secretName');
  return [
    ...textsAt(tls, 'hosts').flatMap((host, at) => hostNameProblems(`${field}.hosts[${at}]`, host)),
    ...(secretName === ''
      ? []
      : dns1123Subdomain(secretName).map((why) => invalid(`${field}.secretName`, secretName, why))),
  ];
}

function specProblems(spec: JsonObject): FieldError[] {
  const rules = listAt(spec, 'rules');
  const defaultBackend = fieldOf(spec, 'defaultBackend');
  const className = fieldOf(spec, 'ingressClassName');
  return [
    ...(rules.length === 0 && defaultBackend === undefined
      ? [invalid('spec', null, 'either `defaultBackend` or `rules` must be specified')]
      : []),
    ...(defaultBackend === undefined ? [] : ingressBackendProblems(defaultBackend, 'spec.defaultBackend')),
    ...rules.flatMap(ruleProblems),
    ...listAt(spec, 'tls').flatMap(tlsProblems),
    ...(typeof className === 'string'
      ? dns1123Subdomain(className).map((why) => invalid('spec.ingressClassName', className, why))
      : []),
  ];
}

/** Only checked when the Ingress is created. */
function classAnnotationProblems(ingress: JsonObject): FieldError[] {
  const annotation = annotationOf(ingress, classAnnotation);
  const className = fieldOf(objectAt(ingress, 'spec'), 'ingressClassName');
  return annotation === undefined || className === undefined || annotation === className
    ? []
    : [
        invalid(
          `annotations.${classAnnotation}`,
          annotation,
          'must match `ingressClassName` when both are specified',
        ),
      ];
}

/** All that the API server holds against an Ingress, in its order and words. */
export const ingressProblems = (ingress: JsonObject, before: JsonObject | undefined): FieldError[] => [
  ...metadataProblems(ingress, dns1123Subdomain),
  ...specProblems(objectAt(ingress, 'spec')),
  ...(before === undefined ? classAnnotationProblems(ingress) : []),
];
