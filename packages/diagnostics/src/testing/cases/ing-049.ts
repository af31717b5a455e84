import { anIngress, anIngressClass } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { classesOf } from './controllers.ts';

const web = anIngress('shop/web').withClass('alb').withPath('a.example.com', '/', 'Prefix', 'web', 80);
const ofAws = anIngressClass('alb').withController('ingress.k8s.aws/alb');
const parameters = { apiGroup: 'elbv2.k8s.aws', kind: 'IngressClassParams', name: 'open' };

export const ing049Cases: readonly CheckCase[] = [
  ['nothing says it', [web, ...classesOf('alb')], 1],
  ['said', [web.annotated({ 'alb.ingress.kubernetes.io/scheme': 'internal' }), ...classesOf('alb')], 0],
  [
    'one of a group',
    [web.annotated({ 'alb.ingress.kubernetes.io/group.name': 'edge' }), ...classesOf('alb')],
    0,
  ],
  [
    'the class has parameters',
    [web, { build: () => ({ ...ofAws.build(), spec: { ...ofAws.build().spec, parameters } }) }],
    0,
  ],
  ['another controller', [web.withClass('nginx'), ...classesOf('nginx')], 0],
];
