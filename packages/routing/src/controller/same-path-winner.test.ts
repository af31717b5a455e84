import { expect, test } from 'vitest';
import { controllerFamilyOf } from './controller-profile.ts';
import { samePathRuleOf } from './same-path-winner.ts';

test.each([
  ['k8s.io/ingress-nginx', 'oldest'],
  ['haproxy-ingress.github.io/controller/blue', 'oldest'],
  ['nginx.org/ingress-controller', 'oldest-has-host'],
  ['traefik.io/ingress-controller', 'unspecified'],
  ['example.com/own', 'unspecified'],
])('[CTL-10] of the same path twice with controller %s: %s', (controller, rule) => {
  expect(samePathRuleOf(controllerFamilyOf(controller))).toBe(rule);
});

test('[CTL-2] a controller name stands for its family, with a part after a slash too', () => {
  expect(controllerFamilyOf('ingress-controllers.konghq.com/kong')).toBe('kong');
  expect(controllerFamilyOf('haproxy.org/ingress-controller/blue')).toBe('haproxytech');
  expect(controllerFamilyOf('haproxy.org/ingress-controller-blue')).toBeUndefined();
});
