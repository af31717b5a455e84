import { anIngress, anIngressClass, aPod, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findingsAbout } from '../testing/diagnose-objects.ts';

const web = aService('shop/web').selecting({ app: 'web' }).withPort(80, { name: 'web', targetPort: 'http' });
const pod = (name: string) => aPod(`shop/${name}`).labelled({ app: 'web' });

test.each([
  ['no Pod names the port', [web, pod('a').withContainerPort('other', 80)], 1],
  ['no Pod declares a port', [web, pod('a')], 1],
  ['the name is for another protocol', [web, pod('a').withContainerPort('http', 80, { protocol: 'UDP' })], 1],
  ['only an ordinary init container has it', [web, pod('a').withInitContainerPort('http', 80)], 1],
  ['a container has it', [web, pod('a').withContainerPort('http', 80)], 0],
  ['a sidecar has it', [web, pod('a').withInitContainerPort('http', 80, 'Always')], 0],
  ['one of two Pods has it', [web, pod('a'), pod('b').withContainerPort('http', 80)], 0],
  [
    'a number needs no declaration',
    [aService('shop/web').selecting({ app: 'web' }).withPort(80), pod('a')],
    0,
  ],
  ['no Pod matches: another check tells that', [web], 0],
  ['the only Pod has ended', [web, pod('a').inPhase('Succeeded')], 0],
  ['no selector', [aService('shop/web').withPort(80, { targetPort: 'http' }), pod('a')], 0],
])('%s', (_, objects, count) => {
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

test.each([
  ['a slip of the name', [pod('a').withContainerPort('htpp', 80).withContainerPort('admin', 90)], 'htpp'],
  ['the only name', [pod('a').withContainerPort('frontdoor', 80)], 'frontdoor'],
  ['the only number, where nothing is named', [pod('a').withContainerPort('', 8080)], '8080'],
  [
    'several names, none near',
    [pod('a').withContainerPort('one', 80).withContainerPort('two', 90)],
    undefined,
  ],
  ['another protocol', [pod('a').withContainerPort('http', 80, { protocol: 'UDP' })], undefined],
])('what the fix offers: %s', (_, pods, to) => {
  expect(findingsAbout('SVC-003', web, ...pods)[0]?.fixes[0]?.change?.to).toBe(to);
});

test('a name that stands elsewhere is told', () => {
  expect(
    findingsAbout('SVC-003', web, pod('a').withContainerPort('http', 80, { protocol: 'UDP' }))[0]?.why,
  ).toBe(
    'Service port `web` leads to the container port named `http`. The selected Pod has `http`. A port `http` exists, but for UDP; the Service asks for TCP.',
  );
});
