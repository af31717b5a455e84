import { anIngress, anIngressClass, aNode } from '@fairlead/kube-objects/testing';
import type { CheckCase } from './check-case.ts';
import { classesOf, runningNginx, runningTraefik } from './controllers.ts';

export const bare = anIngress('shop/web').withPath('a.example.com', '/', 'Prefix', 'web', 80);
const classDefault = anIngressClass('nginx').annotated({
  'ingressclass.kubernetes.io/is-default-class': 'true',
});
const { creationTimestamp: _stored, ...draftMeta } = bare.build().metadata;

export const ing006Cases: readonly CheckCase[] = [
  ['no class', [bare, runningNginx(), ...classesOf('nginx')], 1],
  ['an empty annotation', [bare.withClassAnnotation(''), runningNginx(), ...classesOf('nginx')], 1],
  ['a default class that came later', [bare, runningNginx(), classDefault], 1],
  ['several classes: somebody has to choose', [bare, ...classesOf('nginx', 'kong')], 1],
  [
    'a draft that will get the default class',
    [{ ...bare.build(), metadata: draftMeta }, runningNginx(), classDefault],
    0,
  ],
  ['a class', [bare.withClass('nginx'), runningNginx(), ...classesOf('nginx')], 0],
  ['a class that does not exist: another check tells that', [bare.withClass('nope'), runningNginx()], 0],
  ['the old annotation', [bare.withClassAnnotation('nope'), runningNginx()], 0],
  ['its controller takes those', [bare, runningNginx('--watch-ingress-without-class=true')], 0],
  ['Traefik takes those', [bare, runningTraefik(), ...classesOf('traefik', 'nginx')], 0],
  [
    'Traefik with a class of its own does not',
    [bare, runningTraefik('--providers.kubernetesingress.ingressclass=traefik'), ...classesOf('traefik')],
    1,
  ],
  ['a controller that is not known here', [bare, ...classesOf('nginx', 'own')], 0],
  ['nothing known of any controller', [bare], 0],
  [
    'a cluster of Google',
    [bare, ...classesOf('nginx'), aNode('gke-1').labelled({ 'cloud.google.com/gke-nodepool': 'a' })],
    0,
  ],
];
