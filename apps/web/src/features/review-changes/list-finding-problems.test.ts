import type { Finding } from '@fairlead/diagnostics';
import type { EditedObject } from '@fairlead/edits';
import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { asDrafted } from '../../workers/testing/some-draft.ts';
import { listFindingProblems } from './list-finding-problems.ts';

const service = asDrafted(
  aService('shop/web').withPort(80, { name: 'http' }).withPort(90, { name: 'admin' }),
);
const ingress = asDrafted(
  anIngress('shop/web')
    .withPath('a.example', '/', 'Prefix', 'web', 80)
    .withPath('a.example', '/cart', 'Prefix', 'cart', 80),
);

const findingOf = (object: EditedObject, finding: Partial<Finding>): Finding => ({
  checkId: 'SVC-001',
  id: 'one',
  severity: 'error',
  effect: 'requests-fail',
  place: { ref: { kind: object.kind, namespace: 'shop', name: 'web' } },
  related: [],
  label: '',
  title: 'The selector `app=x` matches no Pod',
  happens: '',
  why: '',
  fixes: [],
  requests: [],
  requestCount: 0,
  ...finding,
});

const pathsOf = (object: EditedObject, ...findings: readonly Partial<Finding>[]) =>
  listFindingProblems(
    findings.map((finding) => findingOf(object, finding)),
    object,
    () => {},
  ).map(({ path }) => path);

test('a finding stands at its field, port or path, and one about a backend at the backend', () => {
  const ref = { kind: 'Service', namespace: 'shop', name: 'web' } as const;
  expect(
    pathsOf(
      service,
      { place: { ref, field: 'spec.selector' } },
      { place: { ref, portId: 'admin', field: 'spec.ports' } },
      { checkId: 'SVC-003', place: { ref, portId: 'admin', field: 'spec.ports' } },
      { place: { ref } },
    ),
  ).toEqual([['spec', 'selector'], ['spec', 'ports', 1], ['spec', 'ports', 1, 'targetPort'], []]);
  const path = { host: 'a.example', path: '/cart', pathType: 'Prefix', ordinal: 0 };
  const place = { ref: { kind: 'Ingress', namespace: 'shop', name: 'web' }, path } as const;
  const row = ['spec', 'rules', 0, 'http', 'paths', 1];
  expect(pathsOf(ingress, { checkId: 'ING-001', place }, { checkId: 'ING-013', place })).toEqual([
    [...row, 'backend'],
    row,
  ]);
});

test('a fix of this object is offered and carried out, one of another object is not', () => {
  const edit = { kind: 'set-entry', map: 'selector', key: 'app', from: 'x', to: 'web' } as const;
  const fixOf = (name: string) => ({
    title: 'Change the selector',
    explanation: '',
    edits: { ref: { kind: 'Service', namespace: 'shop', name } as const, edits: [edit] },
  });
  const done: unknown[] = [];
  const problemsWith = (name: string) =>
    listFindingProblems([findingOf(service, { fixes: [fixOf(name)] })], service, (edits) => done.push(edits));
  const [own] = problemsWith('web');
  expect(own).toMatchObject({ message: 'The selector app=x matches no Pod.', source: 'check' });
  own?.fix?.run();
  expect(done).toEqual([[edit]]);
  expect(problemsWith('other')[0]?.fix).toBeUndefined();
});

test('a hint is not a problem of a field', () => {
  expect(pathsOf(service, { severity: 'info' })).toEqual([]);
});
