import { expect, test } from 'vitest';
import { checkAnnotationValue } from './check-annotation.ts';
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
