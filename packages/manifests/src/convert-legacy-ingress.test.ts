import { expect, test } from 'vitest';
import { convertLegacyIngress } from './convert-legacy-ingress.ts';
import { convertLegacyIngressText } from './convert-legacy-ingress-text.ts';
import type { JsonObject, JsonValue } from './json-value.ts';

const old = { serviceName: 'web', servicePort: 80 };

const anIngress = (spec: JsonObject, apiVersion = 'networking.k8s.io/v1'): JsonObject => ({
  apiVersion,
  kind: 'Ingress',
  metadata: { name: 'web' },
  spec,
});

const withPath = (path: JsonObject, host?: string): JsonObject => ({
  rules: [{ ...(host === undefined ? {} : { host }), http: { paths: [path] } }],
});

const number = (port: number): JsonObject => ({ service: { name: 'web', port: { number: port } } });

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  ['spec.backend', { backend: old }, { defaultBackend: number(80) }, ['default-backend', 'backend-service']],
  [
    'a port by number',
    withPath({ path: '/', pathType: 'Prefix', backend: old }),
    withPath({ path: '/', pathType: 'Prefix', backend: number(80) }),
    ['backend-service'],
  ],
  [
    'a port by name',
    withPath({ path: '/', pathType: 'Prefix', backend: { serviceName: 'web', servicePort: 'http' } }),
    withPath({
      path: '/',
      pathType: 'Prefix',
      backend: { service: { name: 'web', port: { name: 'http' } } },
    }),
    ['backend-service'],
  ],
  [
    'a port whose name is a number',
    withPath({ path: '/', pathType: 'Prefix', backend: { serviceName: 'web', servicePort: '80' } }),
    withPath({ path: '/', pathType: 'Prefix', backend: number(80) }),
    ['port-number-from-text', 'backend-service'],
  ],
  [
    'a path without pathType',
    withPath({ path: '/', backend: old }),
    withPath({ path: '/', pathType: 'ImplementationSpecific', backend: number(80) }),
    ['backend-service', 'path-type-added'],
  ],
  [
    'no path',
    withPath({ pathType: 'Prefix', backend: old }),
    withPath({ pathType: 'Prefix', backend: number(80) }),
    ['backend-service', 'path-missing'],
  ],
  [
    'the host *',
    withPath({ path: '/', pathType: 'Exact', backend: old }, '*'),
    withPath({ path: '/', pathType: 'Exact', backend: number(80) }),
    ['host-any', 'backend-service'],
  ],
  [
    'both default backends',
    { backend: old, defaultBackend: number(81) },
    { defaultBackend: number(81) },
    ['legacy-field-dropped'],
  ],
  [
    'both ways in one backend',
    withPath({ path: '/', pathType: 'Exact', backend: { ...old, ...number(81) } }),
    withPath({ path: '/', pathType: 'Exact', backend: number(81) }),
    ['legacy-field-dropped'],
  ],
])('%s is converted, also where the apiVersion says v1', (_, before, after, codes) => {
  for (const apiVersion of ['networking.k8s.io/v1', 'networking.k8s.io/v1beta1', 'extensions/v1beta1']) {
    const conversion = convertLegacyIngress(anIngress(before, apiVersion));
    expect(conversion?.object).toEqual(anIngress(after));
    const expected = apiVersion.endsWith('/v1') ? codes : ['api-version', ...codes];
    expect(conversion?.notes.map(({ code }) => code)).toEqual(expected);
  }
});

test('resource backends stay', () => {
  const resource = { resource: { kind: 'Bucket', name: 'b' } };
  const conversion = convertLegacyIngress(anIngress({ backend: resource }, 'extensions/v1beta1'));
  expect(conversion?.object['spec']).toEqual({ defaultBackend: resource });
});

test.each<[string, JsonValue]>([
  ['nginx', 'nginx'],
  ['gce', null],
  ['Not A Class', null],
])('the class annotation %s becomes the field where its controller reads the field', (className, field) => {
  const ingress = {
    ...anIngress({ backend: old }, 'extensions/v1beta1'),
    metadata: { name: 'web', annotations: { 'kubernetes.io/ingress.class': className } },
  };
  const conversion = convertLegacyIngress(ingress);
  const spec = conversion?.object['spec'];
  expect(spec).toEqual(
    field === null ? { defaultBackend: number(80) } : { ingressClassName: field, defaultBackend: number(80) },
  );
  expect(conversion?.object['metadata']).toEqual(field === null ? ingress.metadata : { name: 'web' });
});

test.each([
  anIngress(withPath({ path: '/', pathType: 'Prefix', backend: number(80) })),
  { apiVersion: 'v1', kind: 'Service', spec: { backend: old } },
  { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', spec: null },
])('what is written as v1 wants it is left alone', (object) => {
  expect(convertLegacyIngress(object)).toBeUndefined();
});

test('odd objects are converted as far as they can be', () => {
  const odd = {
    apiVersion: 'extensions/v1beta1',
    kind: 'Ingress',
    metadata: null,
    spec: { rules: [null, { http: { paths: null } }, { http: { paths: [null, 1] } }], backend: null },
  };
  expect(convertLegacyIngress(odd)?.object).toMatchObject({
    apiVersion: 'networking.k8s.io/v1',
    spec: { defaultBackend: null },
  });
  expect(
    convertLegacyIngress({ apiVersion: 'networking.k8s.io/v1beta1', kind: 'IngressClass' })?.notes,
  ).toHaveLength(1);
});

test('a text is converted with the comments beside what stays', () => {
  const text = `# shop
apiVersion: extensions/v1beta1 # old
kind: Ingress
metadata:
  name: shop # the name
spec:
  rules:
  # the first host
  - host: shop.example.com # quoted
    http:
      paths:
      - path: / # everything
        backend:
          serviceName: web
          servicePort: 80
`;
  expect(convertLegacyIngressText(text)?.text).toBe(`# shop
apiVersion: networking.k8s.io/v1 # old
kind: Ingress
metadata:
  name: shop # the name
spec:
  rules:
  # the first host
  - host: shop.example.com # quoted
    http:
      paths:
      - path: / # everything
        pathType: ImplementationSpecific
        backend:
          service:
            name: web
            port:
              number: 80
`);
  expect(convertLegacyIngressText('a: [')).toBeUndefined();
});
