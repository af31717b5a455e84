import { expect, test } from 'vitest';
import { listFieldErrors } from './list-field-errors.ts';

const start = 'Ingress in version "v1" cannot be handled as a Ingress: ';
const number =
  'json: cannot unmarshal string into Go struct field ServiceBackendPort.spec.rules.IngressRuleValue.http.paths.backend.service.port.number of type int32';
const backend = (port: unknown) => ({ backend: { service: { name: 'web', port: { number: port } } } });
const ingress = {
  spec: {
    rules: [{ host: 'a' }, { http: { paths: [backend(80), backend('80')] } }],
  },
};

test('a value of the wrong type is found by its type', () => {
  expect(listFieldErrors({ kubernetesMessage: `${start}${number}` }, ingress)).toEqual([
    {
      field: 'spec.rules[1].http.paths[1].backend.service.port.number',
      message: number,
      reason: 'FieldValueInvalid',
    },
  ]);
});

test('where it cannot be found, the path is as printed, without names of Go types', () => {
  expect(listFieldErrors({ kubernetesMessage: `${start}${number}` }, {})).toMatchObject([
    { field: 'spec.rules.http.paths.backend.service.port.number' },
  ]);
});

test('several unknown fields are several errors', () => {
  const kubernetesMessage = `${start}strict decoding error: unknown field "spec.rules[0].a", unknown field "metadata.annotations[x.y/z]", duplicate field "spec.tls"`;
  expect(listFieldErrors({ kubernetesMessage }, ingress)).toEqual([
    { field: 'spec.rules[0].a', message: 'unknown field "spec.rules[0].a"', reason: 'FieldUnknown' },
    {
      field: 'metadata.annotations[x.y/z]',
      message: 'unknown field "metadata.annotations[x.y/z]"',
      reason: 'FieldUnknown',
    },
    { field: 'spec.tls', message: 'duplicate field "spec.tls"', reason: 'FieldValueDuplicate' },
  ]);
});

test('causes with a field are taken as they are, and nothing is read from the sentence then', () => {
  const causes = [
    { field: 'spec.x', message: 'Required value', reason: 'FieldValueRequired' },
    { message: 'y' },
  ];
  expect(listFieldErrors({ causes, kubernetesMessage: 'unknown field "z"' }, ingress)).toEqual([causes[0]]);
});

test('a sentence that names no field gives none', () => {
  expect(listFieldErrors({ kubernetesMessage: 'etcdserver: request timed out' }, ingress)).toEqual([]);
  expect(listFieldErrors({}, undefined)).toEqual([]);
});
