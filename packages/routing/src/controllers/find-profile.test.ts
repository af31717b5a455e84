import { expect, test } from 'vitest';
import { findProfile, isProfileName, profileNameOfController, profileNames } from './find-profile.ts';

test('a profile is found by its own name and by no other', () => {
  for (const name of profileNames) expect(findProfile(name).name).toBe(name);
  expect(profileNames).toHaveLength(11);
  expect(isProfileName('traefik')).toBe(true);
  expect(isProfileName('constructor')).toBe(false);
});

test.each([
  ['k8s.io/ingress-nginx', 'ingress-nginx'],
  ['k8s.io/ingress-nginx-internal', 'ingress-nginx'],
  ['webapprouting.kubernetes.azure.com/nginx/default', 'ingress-nginx'],
  ['traefik.io/ingress-controller', 'traefik'],
  ['haproxy-ingress.github.io/controller', 'haproxy-ingress'],
  ['haproxy-ingress.github.io/controller/blue', 'haproxy-ingress'],
  ['ingress.k8s.aws/alb', 'alb'],
  ['eks.amazonaws.com/alb', 'alb'],
  ['projectcontour.io/ingress-controller', 'contour'],
  ['nginx.org/ingress-controller', 'f5-nginx'],
  ['haproxy.org/ingress-controller/blue', 'haproxytech'],
  ['ingress-controllers.konghq.com/kong', 'kong'],
  ['istio.io/ingress-controller', 'istio'],
  ['cilium.io/ingress-controller', undefined],
  ['traefik.io/ingress-controllers', undefined],
  ['', undefined],
])('[CTL-12] an IngressClass of %s is traced by %s', (controller, name) => {
  expect(profileNameOfController(controller)).toBe(name);
});
