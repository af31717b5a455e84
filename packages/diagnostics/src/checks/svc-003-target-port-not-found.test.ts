import { anIngress, anIngressClass } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';
import { pod, svc003Cases, svc003FixCases, web } from '../testing/cases/svc-003.ts';

test.each(svc003Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('SVC-003', ...objects)).toHaveLength(count);
});

test('it sits at the port, and only requests of that port are touched', () => {
  const service = web.withPort(90, { name: 'admin', targetPort: 9090 });
  const ingress = anIngress('shop/web')
    .withClass('nginx')
    .withPath('a.example.com', '/', 'Prefix', 'web', 'web')
    .withPath('a.example.com', '/admin', 'Prefix', 'web', 'admin');
  const [finding] = findingsAbout('SVC-003', service, pod('a'), anIngressClass('nginx'), ingress);
  expect(finding?.id).toBe('SVC-003:Service/shop/web~web');
  expect(finding?.place.portId).toBe('web');
  expect(finding?.requests).toEqual(['a.example.com/']);
});

test.each(svc003FixCases)('what the fix offers: %s', (_, objects, to) => {
  expect(findingsAbout('SVC-003', ...objects)[0]?.fixes[0]?.change?.to).toBe(to);
});

test('a name that stands elsewhere is told', () => {
  expect(
    findingsAbout('SVC-003', web, pod('a').withContainerPort('http', 80, { protocol: 'UDP' }))[0]?.why,
  ).toBe(
    'Service port `web` leads to the container port named `http`. The selected Pod has `http`. A port `http` exists, but for UDP; the Service asks for TCP.',
  );
});
