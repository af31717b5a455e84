import { fieldOf, objectAt, textAt, type JsonValue } from '../json/json-value.ts';
import { invalid, notSupported, required, type FieldError } from '../status/field-error.ts';
import { ingressBackendProblems } from './ingress-backend-validation.ts';

const pathTypes = ['Exact', 'ImplementationSpecific', 'Prefix'];
const forbiddenParts = ['//', '/./', '/../', '%2f', '%2F'];
const forbiddenEnds = ['/..', '/.'];

function plainPathProblems(path: string, field: string): FieldError[] {
  return [
    ...(path.startsWith('/') ? [] : [invalid(field, path, 'must be an absolute path')]),
    ...forbiddenParts
      .filter((part) => path.includes(part))
      .map((part) => invalid(field, path, `must not contain '${part}'`)),
    ...forbiddenEnds
      .filter((end) => path.endsWith(end))
      .map((end) => invalid(field, path, `cannot end with '${end}'`)),
  ];
}

/** One `spec.rules[].http.paths[]`. Without a path type nothing else is looked at. */
export function ingressPathProblems(path: JsonValue, field: string): FieldError[] {
  const pathType = fieldOf(path, 'pathType');
  if (typeof pathType !== 'string') {
    return [required(`${field}.pathType`, 'pathType must be specified')];
  }
  const text = textAt(path, 'path');
  const problems = ingressBackendProblems(objectAt(path, 'backend'), `${field}.backend`);
  if (!pathTypes.includes(pathType)) {
    return [notSupported(`${field}.pathType`, pathType, pathTypes), ...problems];
  }
  if (pathType !== 'ImplementationSpecific')
    return [...plainPathProblems(text, `${field}.path`), ...problems];
  return text === '' || text.startsWith('/')
    ? problems
    : [invalid(`${field}.path`, text, 'must be an absolute path'), ...problems];
}
