import { anIngress, aService } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { allClasses } from './controllers.ts';

const targetType = 'alb.ingress.kubernetes.io/target-type';
const groups = 'cloud.google.com/neg';
const web = aService('shop/web').withPort(80);
const toWeb = (className: string) =>
  anIngress('shop/web').withClass(className).withPath('a.example.com', '/', 'Prefix', 'web', 80);
const ofGoogle = anIngress('shop/web')
  .withClassAnnotation('gce')
  .withPath('a.example.com', '/', 'Prefix', 'web', 80);

export const ing048Cases: readonly CheckCase[] = [
  ['AWS, by default', [toWeb('alb'), web, ...allClasses], 1],
  ['AWS, as the Ingress says', [toWeb('alb').annotated({ [targetType]: 'instance' }), web, ...allClasses], 1],
  ['AWS, as the Service says', [toWeb('alb'), web.annotated({ [targetType]: 'instance' }), ...allClasses], 1],
  ['AWS, targets are Pods', [toWeb('alb').annotated({ [targetType]: 'ip' }), web, ...allClasses], 0],
  ['AWS, a NodePort', [toWeb('alb'), web.withType('NodePort'), ...allClasses], 0],
  ['EKS makes targets of Pods', [toWeb('eks'), web, ...allClasses], 0],
  ['Google, without endpoint groups', [ofGoogle, web], 1],
  [
    'Google, endpoint groups for something else',
    [ofGoogle, web.annotated({ [groups]: '{"exposed_ports": {"80":{}}}' })],
    1,
  ],
  ['Google, with endpoint groups', [ofGoogle, web.annotated({ [groups]: '{"ingress":true}' })], 0],
  ['another controller', [toWeb('nginx'), web, ...allClasses], 0],
  ['a Service that is missing: another check tells that', [toWeb('alb'), ...allClasses], 0],
];
