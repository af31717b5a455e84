import { fieldOf, numberAt, objectAt, textAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { invalid, required, type FieldError } from '../status/field-error.ts';
import { dns1123Label, dns1123Subdomain, portName, portNumber } from './name-rules.ts';

function serviceProblems(service: JsonObject, field: string): FieldError[] {
  const name = textAt(service, 'name');
  const [portText, portInt] = [textAt(service, 'port', 'name'), numberAt(service, 'port', 'number')];
  const nameProblems =
    name === ''
      ? [required(`${field}.service.name`)]
      : dns1123Label(name).map((why) => invalid(`${field}.service.name`, name, why));
  if (portText !== '' && portInt !== 0) {
    return [...nameProblems, invalid(field, '', 'cannot set both port name & port number')];
  }
  if (portText !== '') {
    return [
      ...nameProblems,
      ...portName(portText).map((why) => invalid(`${field}.service.port.name`, portText, why)),
    ];
  }
  return portInt === 0
    ? [...nameProblems, required(field, 'port name or number is required')]
    : [
        ...nameProblems,
        ...portNumber(portInt).map((why) => invalid(`${field}.service.port.number`, portInt, why)),
      ];
}

function resourceProblems(resource: JsonObject, field: string): FieldError[] {
  const apiGroup = fieldOf(resource, 'apiGroup');
  const missing = ['kind', 'name'].filter((key) => textAt(resource, key) === '');
  return [
    ...(typeof apiGroup === 'string'
      ? dns1123Subdomain(apiGroup).map((why) => invalid(`${field}.resource.apiGroup`, apiGroup, why))
      : []),
    ...missing.map((key) => required(`${field}.resource.${key}`, `${key} is required`)),
  ];
}

/** A backend names exactly one Service port or one resource. */
export function ingressBackendProblems(backend: JsonValue, field: string): FieldError[] {
  const hasService = fieldOf(backend, 'service') !== undefined;
  const hasResource = fieldOf(backend, 'resource') !== undefined;
  if (hasService && hasResource) return [invalid(field, '', 'cannot set both resource and service backends')];
  if (hasResource) return resourceProblems(objectAt(backend, 'resource'), field);
  if (hasService) return serviceProblems(objectAt(backend, 'service'), field);
  return [invalid(field, '', 'resource or service backend is required')];
}
