import { expect, test } from 'vitest';
import { findMeantAnnotation, listAnnotationTroubles } from './annotation-trouble.ts';
import { checkAnnotationValue } from './check-annotation.ts';
import type { ControllerFamily } from '../ingress-controller.ts';
import type { AnnotationValue } from './controller-annotation.ts';
import {
  annotationCatalogues,
  findAnnotationCatalogue,
  findControllerAnnotation,
  listAnnotationFamilies,
} from './find-annotation.ts';

test.each(annotationCatalogues.map((catalogue) => [catalogue.family, catalogue] as const))(
  '[CTL-8] the catalogue of %s is large enough and without doubles, and its own keys lead to it',
  (family, { annotations }) => {
    expect(annotations.length).toBeGreaterThanOrEqual(15);
    expect(new Set(annotations.map(({ key }) => key)).size).toBe(annotations.length);
    for (const { key } of annotations) expect(listAnnotationFamilies(key)).toContain(family);
  },
);

test.each(annotationCatalogues.flatMap(({ annotations }) => annotations))(
  '[CTL-9] the default of $key is a value it can have',
  ({ value, byDefault }) => {
    if (byDefault !== undefined) expect(checkAnnotationValue(value, byDefault)).toBeUndefined();
  },
);

test.each([
  ['nginx.ingress.kubernetes.io/anything', ['ingress-nginx']],
  ['nginx.org/client-max-body-size', ['nginx-f5']],
  ['ingress.kubernetes.io/ssl-redirect', ['nginx-f5', 'haproxytech', 'haproxy-ingress']],
  ['ingress.kubernetes.io/force-ssl-redirect', ['kong', 'haproxytech', 'haproxy-ingress', 'contour']],
  ['projectcontour.io/num-retries', ['contour']],
  ['cert-manager.io/cluster-issuer', []],
  ['__proto__', []],
])('[CTL-8] %s is read by', (key, families) => {
  expect(listAnnotationFamilies(key)).toEqual(families);
});

test('[CTL-8] a controller without a catalogue has none, and a key that is not in one is not known', () => {
  expect(findAnnotationCatalogue('istio')).toBeUndefined();
  expect(findControllerAnnotation('kong', 'nginx.org/hsts')).toBeUndefined();
  expect(findControllerAnnotation('kong', 'konghq.com/strip-path')?.effect).toBe('strip-path');
});

const choice: AnnotationValue = { kind: 'choice', choices: ['on', 'off'] };

test.each<[AnnotationValue, string, ReturnType<typeof checkAnnotationValue>]>([
  [{ kind: 'text' }, '', undefined],
  [{ kind: 'snippet' }, 'more_set_headers "a";', undefined],
  [{ kind: 'boolean' }, 'true', undefined],
  [{ kind: 'boolean' }, '1', undefined],
  [{ kind: 'boolean' }, 'yes', 'annotation-not-a-boolean'],
  [{ kind: 'number', least: 0 }, '10', undefined],
  [{ kind: 'number', least: 0 }, '-1', 'annotation-out-of-range'],
  [{ kind: 'number', least: 400, most: 599 }, '600', 'annotation-out-of-range'],
  [{ kind: 'number' }, '1.5', 'annotation-not-a-number'],
  [{ kind: 'duration', unit: 's' }, '60', undefined],
  [{ kind: 'duration', unit: 's' }, '60s', 'annotation-not-a-number'],
  [{ kind: 'time' }, '1m30s', undefined],
  [{ kind: 'time' }, '60', undefined],
  [{ kind: 'time' }, 'a minute', 'annotation-not-a-time'],
  [{ kind: 'size' }, '20m', undefined],
  [{ kind: 'size' }, '20 MB', 'annotation-not-a-size'],
  [choice, 'on', undefined],
  [choice, 'On', 'annotation-not-a-choice'],
  [{ kind: 'ranges' }, '203.0.113.0/24, 2001:db8::/32,192.0.2.1', undefined],
  [{ kind: 'ranges' }, '203.0.113.0/33', 'annotation-not-ranges'],
  [{ kind: 'ranges' }, '', 'annotation-not-ranges'],
])('[CTL-9] %j as %s', (value, text, expected) => {
  expect(checkAnnotationValue(value, text)).toBe(expected);
});

test.each(
  annotationCatalogues.flatMap(({ annotations, prefixes }) =>
    annotations.map((one) => [one, prefixes] as const),
  ),
)(
  '[CTL-18] what switches $key on is of the same controller, and is not itself',
  ({ key, needs = [] }, prefixes) => {
    for (const each of needs) {
      expect(prefixes.some((prefix) => each.startsWith(prefix))).toBe(true);
      expect(each).not.toBe(key);
    }
  },
);

const nginx = (key: string): string => `nginx.ingress.kubernetes.io/${key}`;

test.each<[ControllerFamily, string, Readonly<Record<string, string>>, readonly string[]]>([
  ['ingress-nginx', nginx('canary-weight'), { [nginx('canary-weight')]: '10' }, ['switched-off']],
  ['ingress-nginx', nginx('canary-weight'), { [nginx('canary')]: 'false' }, ['switched-off']],
  ['ingress-nginx', nginx('canary-weight'), { [nginx('canary')]: 'true' }, []],
  [
    'ingress-nginx',
    nginx('cors-allow-origin'),
    { [nginx('cors-allow-origin')]: '' },
    ['empty', 'switched-off'],
  ],
  ['ingress-nginx', nginx('limit-burst-multiplier'), { [nginx('limit-rpm')]: '60' }, []],
  ['ingress-nginx', nginx('session-cookie-name'), { [nginx('affinity')]: 'cookie' }, []],
  ['ingress-nginx', nginx('ssl-redirect'), { [nginx('ssl-redirect')]: '' }, []],
  ['haproxytech', 'haproxy.org/rate-limit-period', {}, ['switched-off']],
  ['haproxy-ingress', 'haproxy-ingress.github.io/session-cookie-name', {}, ['switched-off']],
  ['traefik', 'traefik.ingress.kubernetes.io/router.tls.domains.0.main', {}, ['switched-off']],
  ['nginx-f5', 'nginx.com/health-checks', { 'nginx.com/health-checks': 'true' }, ['nginx-plus']],
  ['nginx-f5', 'nginx.org/hsts-max-age', { 'nginx.org/hsts': 'True' }, []],
])('[CTL-18] %s: %s beside %j', (family, key, annotations, codes) => {
  const annotation = findControllerAnnotation(family, key);
  expect(annotation).toBeDefined();
  if (annotation !== undefined)
    expect(listAnnotationTroubles(annotation, annotations).map(({ code }) => code)).toEqual(codes);
});

test.each<[ControllerFamily, string, string | undefined]>([
  ['ingress-nginx', nginx('rewrite-targt'), nginx('rewrite-target')],
  ['ingress-nginx', nginx('rewrite-target'), undefined],
  ['ingress-nginx', nginx('limit-rpm'), undefined],
  ['ingress-nginx', nginx('auth-tls-secret'), undefined],
  ['ingress-nginx', 'nginx.org/hst', undefined],
  [
    'traefik',
    'traefik.ingress.kubernetes.io/router.entrypoint',
    'traefik.ingress.kubernetes.io/router.entrypoints',
  ],
  ['traefik', 'traefik.ingress.kubernetes.io/router.tls.domains.1.main', undefined],
  ['istio', 'haproxy.org/chek', undefined],
])('[CTL-19] for %s the key %s is meant as', (family, key, meant) => {
  expect(findMeantAnnotation(family, key)).toBe(meant);
});
