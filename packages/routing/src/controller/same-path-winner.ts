import type { ControllerFamily } from './ingress-controller.ts';

/**
 * [CTL-10] What a controller does where two Ingresses claim the same host, path and type. `oldest`: the older one keeps the
 * path. `oldest-has-host`: the older one keeps the whole host. `unspecified`: its documentation and source promise nothing.
 */
export type SamePathRule = 'oldest' | 'oldest-has-host' | 'unspecified';

const rules: Readonly<Record<ControllerFamily, SamePathRule>> = {
  'ingress-nginx': 'oldest',
  'haproxy-ingress': 'oldest',
  istio: 'oldest',
  'nginx-f5': 'oldest-has-host',
  traefik: 'unspecified',
  haproxytech: 'unspecified',
  kong: 'unspecified',
  contour: 'unspecified',
};

/** [CTL-10] `undefined` for the family: a controller that is not known here. */
export const samePathRuleOf = (family: ControllerFamily | undefined): SamePathRule =>
  family === undefined ? 'unspecified' : rules[family];
