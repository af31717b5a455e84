import { fieldOf, numberAt, objectAt, textAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { invalid, required, type FieldError } from '../status/field-error.ts';
import { dns1123Label, dns1123Subdomain, pathSegmentName, portName, portNumber } from './name-rules.ts';

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
  return [
    ...(typeof apiGroup === 'string'
      ? dns1123Subdomain(apiGroup).map((why) => invalid(`${field}.resource.apiGroup`, apiGroup, why))
      : []),
    ...['kind', 'name'].flatMap((key) => {
      const value = textAt(resource, key);
      const place = `${field}.resource.${key}`;
      return value === ''
        ? [required(place)]
        : pathSegmentName(value).map((why) => invalid(place, value, why));
    }),
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
