import type { Ingress, IngressBackend } from '@fairlead/kube-objects';
import { expect, test } from 'vitest';
import { checkHost } from './check-host.ts';
import { checkIngressFields } from './check-ingress-fields.ts';

const backend: IngressBackend = { service: { name: 'web', port: { number: 80 } } };
const path = { path: '/', pathType: 'Prefix', backend };

const ingress = (spec: Ingress['spec'], metadata: Partial<Ingress['metadata']> = {}): Ingress => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'shop', namespace: 'shop', ...metadata },
  spec,
});

const found = (spec: Ingress['spec'], metadata?: Partial<Ingress['metadata']>): readonly string[] =>
  checkIngressFields(ingress(spec, metadata)).map(
    ({ path: at, code, severity }) => `${at.join('.')} ${severity === 'warning' ? '~' : ''}${code}`,
  );

const withPaths = (...paths: readonly Partial<typeof path>[]): Ingress['spec'] => ({
  rules: [{ host: 'shop.example.com', http: { paths: paths.map((each) => ({ ...path, ...each })) } }],
});
const withBackend = (other: IngressBackend): Ingress['spec'] => withPaths({ backend: other });
const at = 'spec.rules.0.http.paths.0';

test.each<[string, Ingress['spec'], readonly string[]]>([
  ['a plain Ingress', withPaths({}), []],
  ['[ING-20] neither rules nor a default', {}, ['spec.rules rules-or-default-required']],
  ['[ING-20] a default backend alone', { defaultBackend: backend }, []],
  [
    '[ING-21] an empty class',
    { ...withPaths({}), ingressClassName: '' },
    ['spec.ingressClassName class-not-a-name'],
  ],
  [
    '[ING-22] a host with a port',
    { rules: [{ host: 'a.example.com:80', http: { paths: [path] } }] },
    ['spec.rules.0.host host-with-port'],
  ],
  [
    '[ING-23] a rule without paths',
    { rules: [{ host: 'a.example.com' }] },
    ['spec.rules.0 ~rule-without-paths'],
  ],
  [
    '[ING-23] an empty list of paths',
    { rules: [{ host: 'a.example.com', http: { paths: [] } }] },
    ['spec.rules.0.http.paths rule-without-paths'],
  ],
  ['[ING-23] a pathType of its own', withPaths({ pathType: 'Regex' }), [`${at}.pathType path-type-unknown`]],
  ['[ING-24] no slash', withPaths({ path: 'api' }), [`${at}.path path-without-slash`]],
  ['[ING-24] an empty path', withPaths({ path: '' }), [`${at}.path path-without-slash`]],
  ['[ING-24] a double slash', withPaths({ path: '/a//b' }), [`${at}.path path-with-refused-part`]],
  ['[ING-24] an encoded slash', withPaths({ path: '/a%2Fb' }), [`${at}.path path-with-refused-part`]],
  ['[ING-24] a step up', withPaths({ path: '/a/../b' }), [`${at}.path path-with-refused-part`]],
  ['[ING-24] a dot at the end', withPaths({ path: '/a/.' }), [`${at}.path path-with-refused-part`]],
  ['[ING-24] dots within a name', withPaths({ path: '/a/..b' }), []],
  [
    '[ING-24] a pattern where the controller decides',
    withPaths({ path: '/api(/|$)(.*)//', pathType: 'ImplementationSpecific' }),
    [],
  ],
  [
    '[ING-24] no path where the controller decides',
    withPaths({ path: '', pathType: 'ImplementationSpecific' }),
    [],
  ],
  [
    '[ING-24] a pattern without slash',
    withPaths({ path: '^/api', pathType: 'ImplementationSpecific' }),
    [`${at}.path path-without-slash`],
  ],
  ['[ING-25] no backend', withBackend({}), [`${at}.backend backend-required`]],
  [
    '[ING-25] both kinds of backend',
    withBackend({ ...backend, resource: { kind: 'Bucket', name: 'a' } }),
    [`${at}.backend backend-of-both-kinds`],
  ],
  [
    '[ING-25] a resource without words',
    withBackend({ resource: { kind: '', name: '' } }),
    [
      `${at}.backend.resource.kind resource-kind-required`,
      `${at}.backend.resource.name resource-name-required`,
    ],
  ],
  [
    '[ING-26] no Service name and no port',
    withBackend({ service: { name: '' } }),
    [`${at}.backend.service.name service-required`, `${at}.backend.service.port service-port-required`],
  ],
  [
    '[ING-26] no Service name',
    withBackend({ service: { name: 'Web', port: { number: 80 } } }),
    [`${at}.backend.service.name service-not-a-name`],
  ],
  [
    '[ING-26] name and number',
    withBackend({ service: { name: 'web', port: { name: 'http', number: 80 } } }),
    [`${at}.backend.service.port service-port-of-both-kinds`],
  ],
  [
    '[ING-26] a port name of a Service that is too long for an Ingress',
    withBackend({ service: { name: 'web', port: { name: 'grpc-internal-api-v2' } } }),
    [`${at}.backend.service.port.name service-port-not-a-name`],
  ],
  [
    '[ING-26] digits as a port name',
    withBackend({ service: { name: 'web', port: { name: '8080' } } }),
    [`${at}.backend.service.port.name service-port-not-a-name`],
  ],
  [
    '[ING-26] a port beyond the range',
    { defaultBackend: { service: { name: 'web', port: { number: 70_000 } } } },
    ['spec.defaultBackend.service.port.number service-port-out-of-range'],
  ],
  [
    '[ING-27] a Secret that is no name',
    { ...withPaths({}), tls: [{ hosts: ['shop.example.com'], secretName: 'Shop_TLS' }] },
    ['spec.tls.0.secretName secret-not-a-name'],
  ],
  ['[ING-27] no Secret and no hosts', { ...withPaths({}), tls: [{}] }, []],
  [
    '[ING-27] a TLS host that no rule has',
    { ...withPaths({}), tls: [{ hosts: ['shopp.example.com', '*.example.com'] }] },
    ['spec.tls.0.hosts.0 ~tls-host-without-rule'],
  ],
  [
    '[ING-27] any host has every TLS host',
    { rules: [{ http: { paths: [path] } }], tls: [{ hosts: ['a.b'] }] },
    [],
  ],
  [
    '[ING-28] the same path twice',
    withPaths({}, { path: '/a' }, {}),
    ['spec.rules.0.http.paths.2.path ~path-twice'],
  ],
  ['[ING-28] the same path with another type', withPaths({}, { pathType: 'Exact' }), []],
])('%s', (_, spec, expected) => {
  expect(found(spec)).toEqual(expected);
});

test('[ING-19] a name with a capital letter', () => {
  expect(found(withPaths({}), { name: 'Shop' })).toEqual(['metadata.name name-not-a-dns-name']);
});

test('[ING-21] an annotation that names another class', () => {
  const annotations = { 'kubernetes.io/ingress.class': 'traefik' };
  expect(found({ ...withPaths({}), ingressClassName: 'nginx' }, { annotations })).toEqual([
    'spec.ingressClassName ~class-and-annotation',
  ]);
  expect(found({ ...withPaths({}), ingressClassName: 'traefik' }, { annotations })).toEqual([]);
});

test.each([
  ['shop.example.com', undefined],
  ['localhost', undefined],
  ['*.example.com', undefined],
  ['192.0.2.1', 'host-is-an-address'],
  ['2001:db8::1', 'host-is-an-address'],
  ['shop.example.com:8080', 'host-with-port'],
  ['shop.example.com.', 'host-with-final-dot'],
  ['Shop.example.com', 'host-not-lower-case'],
  ['*', 'wildcard-not-first-label'],
  ['*shop.example.com', 'wildcard-not-first-label'],
  ['shop.*.com', 'wildcard-not-first-label'],
  ['*.*.com', 'wildcard-not-first-label'],
  ['*.-a.com', 'host-not-a-name'],
  ['my_shop.example.com', 'host-not-a-name'],
  ['https://shop.example.com', 'host-not-a-name'],
  [`${'a'.repeat(250)}.com`, 'host-not-a-name'],
])('[ING-22] %s as a host', (host, expected) => {
  expect(checkHost(host)).toBe(expected);
});
