import type { IngressBackend, IngressServiceBackend } from '@fairlead/kube-objects';
import { isDnsLabel } from '../dns-name.ts';
import { isPortName } from '../service/check-service-fields.ts';
import type { FieldCheck } from '../service/field-check.ts';

export type BackendCode =
  | 'backend-required'
  | 'backend-of-both-kinds'
  | 'service-required'
  | 'service-not-a-name'
  | 'service-port-required'
  | 'service-port-of-both-kinds'
  | 'service-port-out-of-range'
  | 'service-port-not-a-name'
  | 'resource-kind-required'
  | 'resource-name-required';

type Check = FieldCheck<BackendCode>;

const error = (path: Check['path'], code: BackendCode, details: Check['details'] = {}): Check => ({
  path,
  severity: 'error',
  code,
  details,
});

function checkPortNumber(number: number | undefined, path: Check['path']): readonly Check[] {
  if (number === undefined || number === 0) return [error(path, 'service-port-required')];
  return Number.isInteger(number) && number >= 1 && number <= 65_535
    ? []
    : [error([...path, 'number'], 'service-port-out-of-range', { number: String(number) })];
}

function checkPort({ port = {} }: IngressServiceBackend, at: Check['path']): readonly Check[] {
  const { name = '', number } = port;
  const path = [...at, 'port'];
  if (name === '') return checkPortNumber(number, path);
  if (number !== undefined && number !== 0)
    return [error(path, 'service-port-of-both-kinds', { name, number: String(number) })];
  return isPortName(name) ? [] : [error([...path, 'name'], 'service-port-not-a-name', { name })];
}

function checkService(service: IngressServiceBackend, at: Check['path']): readonly Check[] {
  const { name } = service;
  if (name === '') return [error([...at, 'name'], 'service-required'), ...checkPort(service, at)];
  const named = isDnsLabel(name) ? [] : [error([...at, 'name'], 'service-not-a-name', { name })];
  return [...named, ...checkPort(service, at)];
}

/** [ING-25] [ING-26] What the API server would refuse of a backend that stands at a path of an object. */
export function checkIngressBackend(backend: IngressBackend, at: Check['path']): readonly Check[] {
  const { service, resource } = backend;
  if (service !== undefined && resource !== undefined) return [error(at, 'backend-of-both-kinds')];
  if (service !== undefined) return checkService(service, [...at, 'service']);
  if (resource === undefined) return [error(at, 'backend-required')];
  return [
    ...(resource.kind === '' ? [error([...at, 'resource', 'kind'], 'resource-kind-required')] : []),
    ...(resource.name === '' ? [error([...at, 'resource', 'name'], 'resource-name-required')] : []),
  ];
}
