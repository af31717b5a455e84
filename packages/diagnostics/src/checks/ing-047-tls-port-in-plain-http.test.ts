import { anIngress, aService } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { classesOf } from '../testing/cases/controllers.ts';
import { ing047Cases } from '../testing/cases/ing-047.ts';
import { findingsAbout } from '../testing/diagnose-objects.ts';

test.each(ing047Cases)('%s', (_, objects, count) => {
  expect(findingsAbout('ING-047', ...objects)).toHaveLength(count);
});

const ingress = anIngress('shop/web').withPath('a.example.com', '/', 'Prefix', 'tls', 443);
const tls = aService('shop/tls').withPort(443, { name: 'https' });

test('F5’s list of Services keeps those that are in it', () => {
  const own = ingress.withClass('f5').annotated({ 'nginx.org/ssl-services': 'other' });
  const [finding] = findingsAbout('ING-047', own, tls, ...classesOf('f5'));
  expect(finding?.fixes[0]?.edits?.edits).toMatchObject([
    { key: 'nginx.org/ssl-services', from: 'other', to: 'other,tls' },
  ]);
});

test('what counts for more than the TLS port is told, not edited', () => {
  const plain = aService('shop/web').withPort(80);
  const mixed = ingress.withClass('nginx').withPath('a.example.com', '/x', 'Prefix', 'web', 80);
  const [onIngress] = findingsAbout('ING-047', mixed, tls, plain, ...classesOf('nginx'));
  expect(onIngress?.fixes[0]?.edits).toBeUndefined();
  expect(onIngress?.fixes[0]?.explanation).toContain('the whole Ingress');
  const both = aService('shop/tls').withPort(443, { name: 'https' }).withPort(80, { name: 'http' });
  const [onService] = findingsAbout('ING-047', ingress.withClass('kong'), both, ...classesOf('kong'));
  expect(onService?.fixes[0]?.edits).toBeUndefined();
  expect(onService?.fixes[0]?.explanation).toContain('the whole Service');
});
