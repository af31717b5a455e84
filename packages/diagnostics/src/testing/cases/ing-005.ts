import { anIngress, anIngressClass } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';

export const ingress = anIngress('shop/web');

export const ing005Cases: readonly CheckCase[] = [
  ['a class that does not exist', [ingress.withClass('ngnix')], 1],
  ['a class in other letters', [ingress.withClass('Nginx'), anIngressClass('nginx')], 1],
  ['a class that exists', [ingress.withClass('nginx'), anIngressClass('nginx')], 0],
  ['only the old annotation', [ingress.withClassAnnotation('ngnix')], 0],
  ['no class', [ingress], 0],
];
