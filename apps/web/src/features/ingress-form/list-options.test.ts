import { expect, test } from 'vitest';
import { messagesOf } from '../../messages/languages.ts';
import {
  firstValueOf,
  foreignNotes,
  isOption,
  listFreeOptions,
  listSetOptions,
  optionNotes,
} from './list-options.ts';

const { options: words } = messagesOf('en').ingressForm;
const bodySize = 'nginx.ingress.kubernetes.io/proxy-body-size';
const redirect = 'nginx.ingress.kubernetes.io/ssl-redirect';

test('options that are set or taken out are listed with what they were, others are not', () => {
  const set = listSetOptions('ingress-nginx', { [bodySize]: '50m', note: 'x' }, { [redirect]: 'false' });
  expect(set.map(({ annotation, value, before }) => [annotation.key, value, before])).toEqual([
    [redirect, undefined, 'false'],
    [bodySize, '50m', undefined],
  ]);
  expect(listSetOptions(undefined, { [bodySize]: '50m' }, {})).toEqual([]);
  expect(listSetOptions('istio', { [bodySize]: '50m' }, {})).toEqual([]);
});

test('only what an Ingress can set and does not set yet is offered', () => {
  const keys = listFreeOptions('kong', { 'konghq.com/plugins': 'a' }).map(({ key }) => key);
  expect(keys).toContain('konghq.com/strip-path');
  expect(keys).not.toContain('konghq.com/plugins');
  expect(keys).not.toContain('konghq.com/retries');
});

test('an option that the controller cannot read, or reads on the Service only, is warned about', () => {
  const notesOf = (family: 'ingress-nginx' | 'kong', key: string, value: string): readonly string[] =>
    listSetOptions(family, { [key]: value }, {}).flatMap((option) =>
      optionNotes(option, words).map(({ message }) => message),
    );
  expect(notesOf('ingress-nginx', bodySize, '50m')).toEqual([]);
  expect(notesOf('ingress-nginx', bodySize, '50 MB')).toEqual(['A size is expected, such as 512k or 20m.']);
  expect(notesOf('kong', 'konghq.com/retries', '5')).toEqual([
    'Read on the Service only. On an Ingress it does nothing.',
  ]);
});

test('an annotation of another controller is said to be ignored, one of nobody is not', () => {
  expect(foreignNotes('nginx.org/hsts', 'ingress-nginx', words).map(({ message }) => message)).toEqual([
    'For F5 NGINX. ingress-nginx, which serves this class, ignores it.',
  ]);
  expect(foreignNotes('nginx.org/hsts', undefined, words)).toEqual([]);
  expect(foreignNotes('cert-manager.io/cluster-issuer', 'kong', words)).toEqual([]);
  expect(foreignNotes(bodySize, 'ingress-nginx', words)).toEqual([]);
});

test('an option begins with what differs from the default where there are two values, else with the default', () => {
  const firstOf = (key: string): string | undefined =>
    listFreeOptions('ingress-nginx', {})
      .filter((annotation) => annotation.key === key)
      .map(firstValueOf)[0];
  expect(firstOf(redirect)).toBe('false');
  expect(firstOf('nginx.ingress.kubernetes.io/enable-cors')).toBe('true');
  expect(firstOf(bodySize)).toBe('1m');
  expect(firstOf('nginx.ingress.kubernetes.io/affinity')).toBe('cookie');
  expect(firstOf('nginx.ingress.kubernetes.io/rewrite-target')).toBe('');
});

test('keys of the catalogue have a field of their own, whatever they are called', () => {
  expect(isOption('ingress-nginx', bodySize)).toBe(true);
  expect(isOption('ingress-nginx', '__proto__')).toBe(false);
  expect(isOption(undefined, bodySize)).toBe(false);
});
