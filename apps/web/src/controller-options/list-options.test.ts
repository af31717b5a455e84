import type { ControllerFamily } from '@fairlead/routing';
import { expect, test } from 'vitest';
import { messagesOf } from '../messages/languages.ts';
import {
  firstValueOf,
  foreignNotes,
  isOption,
  isOptionFamily,
  listFreeOptions,
  listSetOptions,
  optionNotes,
  type OptionKind,
} from './list-options.ts';

const { controllerOptions: words } = messagesOf('en');
const bodySize = 'nginx.ingress.kubernetes.io/proxy-body-size';
const redirect = 'nginx.ingress.kubernetes.io/ssl-redirect';

test('options that are set or taken out are listed with what they were, others are not', () => {
  const set = listSetOptions('ingress-nginx', 'Ingress', {
    now: { [bodySize]: '50m', note: 'x' },
    before: { [redirect]: 'false' },
  });
  expect(set.map(({ annotation, value, before }) => [annotation.key, value, before])).toEqual([
    [redirect, undefined, 'false'],
    [bodySize, '50m', undefined],
  ]);
  expect(listSetOptions('istio', 'Ingress', { now: { [bodySize]: '50m' }, before: {} })).toEqual([]);
});

test('what an object of that kind can set and does not set yet is offered', () => {
  const keysOf = (kind: OptionKind): readonly string[] =>
    listFreeOptions('kong', kind, { 'konghq.com/plugins': 'a' }).map(({ key }) => key);
  expect(keysOf('Ingress')).toContain('konghq.com/strip-path');
  expect(keysOf('Ingress')).not.toContain('konghq.com/plugins');
  expect(keysOf('Ingress')).not.toContain('konghq.com/retries');
  expect(keysOf('Service')).toContain('konghq.com/retries');
  expect(keysOf('Service')).not.toContain('konghq.com/strip-path');
  expect(isOptionFamily('kong')).toBe(true);
  expect(isOptionFamily('istio')).toBe(false);
});

test.each<[ControllerFamily, OptionKind, Readonly<Record<string, string>>, readonly string[]]>([
  ['ingress-nginx', 'Ingress', { [bodySize]: '50m' }, []],
  ['ingress-nginx', 'Ingress', { [bodySize]: '50 MB' }, ['A size is expected, such as 512k or 20m.']],
  [
    'kong',
    'Ingress',
    { 'konghq.com/retries': '5' },
    ['Read on the Service only. On an Ingress it does nothing.'],
  ],
  ['kong', 'Service', { 'konghq.com/retries': '5' }, []],
  [
    'ingress-nginx',
    'Ingress',
    { 'nginx.ingress.kubernetes.io/canary-weight': '10' },
    ['Does nothing without canary.'],
  ],
  [
    'ingress-nginx',
    'Ingress',
    { 'nginx.ingress.kubernetes.io/limit-burst-multiplier': '3' },
    ['Does nothing without limit-rps or limit-rpm.'],
  ],
  [
    'ingress-nginx',
    'Ingress',
    { 'nginx.ingress.kubernetes.io/app-root': ' ' },
    ['Empty it does nothing: give it a value.'],
  ],
  [
    'nginx-f5',
    'Ingress',
    { 'nginx.com/health-checks': 'true' },
    ['Read by NGINX Plus only; the free edition ignores it.'],
  ],
])('%s is warned about on %s: %j', (family, kind, now, messages) => {
  const set = listSetOptions(family, kind, { now, before: {} });
  expect(set).toHaveLength(1);
  expect(
    set.flatMap((option) => optionNotes(option, { kind, now }, words).map(({ message }) => message)),
  ).toEqual(messages);
});

test('an annotation of another controller is said to be ignored, one of nobody is not', () => {
  expect(foreignNotes('nginx.org/hsts', 'ingress-nginx', words).map(({ message }) => message)).toEqual([
    'For F5 NGINX. ingress-nginx, which serves this class, ignores it.',
  ]);
  expect(foreignNotes('nginx.org/hsts', undefined, words)).toEqual([]);
  expect(foreignNotes('cert-manager.io/cluster-issuer', 'kong', words)).toEqual([]);
  expect(foreignNotes(bodySize, 'ingress-nginx', words)).toEqual([]);
});

test('a key that the controller does not know by that name is said with the one that was meant', () => {
  const slip = 'nginx.ingress.kubernetes.io/proxy-body-szie';
  expect(foreignNotes(slip, 'ingress-nginx', words).map(({ message }) => message)).toEqual([
    `Not known. ${bodySize} was probably meant.`,
  ]);
  expect(foreignNotes(slip, 'kong', words)).toHaveLength(1);
});

test('an option begins with what differs from the default where there are two values, else with the default', () => {
  const firstOf = (key: string): string | undefined =>
    listFreeOptions('ingress-nginx', 'Ingress', {})
      .filter((annotation) => annotation.key === key)
      .map(firstValueOf)[0];
  expect(firstOf(redirect)).toBe('false');
  expect(firstOf('nginx.ingress.kubernetes.io/enable-cors')).toBe('true');
  expect(firstOf(bodySize)).toBe('1m');
  expect(firstOf('nginx.ingress.kubernetes.io/affinity')).toBe('cookie');
  expect(firstOf('nginx.ingress.kubernetes.io/rewrite-target')).toBe('');
});

test('keys of the catalogue have a field of their own, whatever they are called', () => {
  expect(isOption('ingress-nginx', 'Ingress', bodySize)).toBe(true);
  expect(isOption('ingress-nginx', 'Ingress', '__proto__')).toBe(false);
  expect(isOption('ingress-nginx', 'Service', bodySize)).toBe(false);
  expect(isOption('kong', 'Ingress', 'konghq.com/retries')).toBe(true);
  expect(isOption(undefined, 'Ingress', bodySize)).toBe(false);
});
