import { expect, test } from 'vitest';
import type { ControllerOptions } from './options.ts';
import { readConfigMapOptions } from './read-config-map-options.ts';
import { readControllerOptions } from './read-controller-options.ts';
import type { ProfileName } from './routing-profile.ts';

test.each<[ProfileName, string, ControllerOptions]>([
  ['ingress-nginx', '', {}],
  ['ingress-nginx', '/nginx-ingress-controller --election-id=x', {}],
  ['ingress-nginx', '--watch-ingress-without-class', { watchIngressWithoutClass: true }],
  ['ingress-nginx', '--watch-ingress-without-class=false', { watchIngressWithoutClass: false }],
  ['ingress-nginx', '--watch-ingress-without-class=maybe', {}],
  ['ingress-nginx', '--watch-ingress-without-class false', { watchIngressWithoutClass: true }],
  ['ingress-nginx', '--controller-class=k8s.io/own', { controllerClass: 'k8s.io/own' }],
  ['ingress-nginx', '--controller-class= --ingress-class=', {}],
  ['ingress-nginx', '--ingress-class own', { ingressClass: 'own' }],
  ['ingress-nginx', '--ingress-class --v=2', {}],
  ['ingress-nginx', '--ingress-class=a --ingress-class=b', { ingressClass: 'b' }],
  ['f5-nginx', '-ingress-class=own', { ingressClass: 'own' }],
  ['traefik', '--providers.kubernetesingress', {}],
  ['traefik', '--providers.kubernetesIngress.ingressClass=own', { ingressClass: 'own' }],
  ['traefik', '--providers.kubernetesingress.strictPrefixMatching', { strictPrefixMatching: true }],
  ['traefik', '--providers.kubernetesingress.allowEmptyServices=true', { allowEmptyServices: true }],
  ['traefik', '--entryPoints.websecure.http.tls=true', { entryPointTls: true }],
  ['traefik', '--entryPoints.websecure.http.tls=false', { entryPointTls: false }],
  ['traefik', '--entryPoints.websecure.http.tls.certResolver=le', { entryPointTls: true }],
  ['traefik', '--entryPoints.web.http.tls=true', {}],
  ['haproxytech', '--ingress.class=own', { ingressClass: 'own' }],
  ['haproxytech', '--empty-ingress-class', { watchIngressWithoutClass: true }],
  [
    'haproxy-ingress',
    '--controller-class=blue --watch-ingress-without-class',
    { controllerClass: 'haproxy-ingress.github.io/controller/blue', watchIngressWithoutClass: true },
  ],
  ['kong', '--ingress-class=own', { ingressClass: 'own' }],
  ['contour', 'serve --ingress-class-name=a,b', { ingressClass: 'a,b' }],
  ['alb', '--ingress-class=alb', { ingressClass: 'alb' }],
  ['alb', '--ingress-class=', { ingressClass: '' }],
  ['istio', '--ingress-class=x', {}],
  ['gce', '--ingress-class=x', {}],
  ['spec', '--ingress-class=x', {}],
])('[CTL-13] %s started with "%s"', (profile, line, options) => {
  expect(readControllerOptions(line === '' ? [] : line.split(' '), profile)).toEqual(options);
});

test.each<[ProfileName, Readonly<Record<string, string>> | undefined, ControllerOptions]>([
  ['haproxy-ingress', { 'strict-host': 'true' }, { strictHost: true }],
  ['haproxy-ingress', { 'strict-host': 'false' }, { strictHost: false }],
  ['haproxy-ingress', { 'strict-host': 'perhaps' }, {}],
  ['haproxy-ingress', undefined, {}],
  [
    'istio',
    { mesh: 'ingressClass: own\ningressControllerMode: DEFAULT' },
    { ingressControllerMode: 'DEFAULT', ingressClass: 'own' },
  ],
  ['istio', { mesh: 'ingressControllerMode: "OFF" # none' }, { ingressControllerMode: 'OFF' }],
  ['istio', { mesh: 'defaultConfig:\n  ingressControllerMode: OFF' }, {}],
  ['istio', { mesh: 'ingressControllerMode: SOMETIMES' }, {}],
  ['traefik', { 'strict-host': 'true' }, {}],
])('[CTL-14] %s with the ConfigMap %j', (profile, data, options) => {
  expect(readConfigMapOptions(data, profile)).toEqual(options);
});
