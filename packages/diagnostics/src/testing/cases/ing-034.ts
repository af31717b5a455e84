import { anIngress } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses } from './controllers.ts';

export const withDefault = (className: string) =>
  anIngress('shop/web').withClass(className).withDefaultBackend('rest', 80);
const ruled = (className: string) =>
  withDefault(className).withPath('a.example.com', '/x', 'Prefix', 'web', 80);

export const ing034Cases: readonly CheckCase[] = [
  ['Traefik, with rules', [ruled('traefik'), ...allClasses], 1],
  [
    'Traefik, with several hosts',
    [ruled('traefik').withPath('b.example.com', '/', 'Prefix', 'web', 80), ...allClasses],
    1,
  ],
  ['Traefik, without rules', [withDefault('traefik'), ...allClasses], 0],
  ['Istio, with rules', [ruled('istio'), ...allClasses], 1],
  ['Istio, without rules', [withDefault('istio'), ...allClasses], 1],
  [
    'a rule without paths: somebody has to say',
    [withDefault('istio').withRule({ host: 'a.example.com' }), ...allClasses],
    1,
  ],
  ['another controller', [ruled('nginx'), ...allClasses], 0],
  ['a controller that is not known here', [ruled('own'), ...allClasses], 0],
  [
    'no default backend',
    [anIngress('shop/web').withClass('istio').withPath('', '/', 'Prefix', 'web', 80), ...allClasses],
    0,
  ],
];

export const ing035Cases: readonly CheckCase[] = [
  ['with rules', [ruled('nginx'), ...allClasses], 1],
  [
    'where every host has its root',
    [withDefault('nginx').withPath('a.example.com', '/', 'Prefix', 'web', 80), ...allClasses],
    1,
  ],
  ['without rules', [withDefault('nginx'), ...allClasses], 0],
  ['another controller', [ruled('kong'), ...allClasses], 0],
  [
    'no default backend',
    [anIngress('shop/web').withClass('nginx').withPath('', '/', 'Prefix', 'web', 80), ...allClasses],
    0,
  ],
];
