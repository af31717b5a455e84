import { anIngress } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { classesOf } from './controllers.ts';

export const both = anIngress('shop/web')
  .withClass('nginx')
  .withPath('a.example.com', '/', 'Prefix', 'web', 80);

export const ing008Cases: readonly CheckCase[] = [
  ['another class', [both.withClassAnnotation('traefik'), ...classesOf('nginx', 'traefik')], 1],
  ['in other letters', [both.withClassAnnotation('Nginx'), ...classesOf('nginx')], 1],
  ['the same class', [both.withClassAnnotation('nginx'), ...classesOf('nginx')], 0],
  ['an empty annotation', [both.withClassAnnotation(''), ...classesOf('nginx')], 0],
  ['the field alone', [both, ...classesOf('nginx')], 0],
  ['the annotation alone', [anIngress('shop/web').withClassAnnotation('nginx'), ...classesOf('nginx')], 0],
];
