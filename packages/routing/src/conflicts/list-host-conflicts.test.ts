import {
  aCluster,
  anIngress,
  anIngressClass,
  aService,
  type IngressBuilder,
} from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import { findProfile } from '../controllers/find-profile.ts';
import type { ProfileName } from '../controllers/routing-profile.ts';
import { buildRoutingIndex } from '../engine/routing-index.ts';
import { listHostConflicts } from './list-host-conflicts.ts';
import { listRouteConflicts } from './list-route-conflicts.ts';
import { listNearHosts } from './near-hosts.ts';
import type { RouteConflict } from './route-conflict.ts';

/** Who is told; of rules for any host the request that tells it may be another one. */
const told = (conflicts: readonly RouteConflict[]): readonly unknown[] =>
  conflicts.map(({ code, losers }) => [code, losers]);

const web = (name: string): IngressBuilder => anIngress(`shop/${name}`).withClass('web');
const ingresses = [
  web('own')
    .withPath('a.example.com', '/own', 'Prefix', 'a', 80)
    .withPath('a.example.com', '/own', 'Prefix', 'a', 80)
    .withPath('b.example.com', '/x', 'Exact', 'a', 80),
  web('b').withPath('b.example.com', '/x', 'Prefix', 'a', 80),
  web('wild')
    .withPath('*.example.com', '/', 'Prefix', 'a', 80)
    .withPath('*.example.com', '/', 'Prefix', 'a', 80),
  web('any').withPath('', '/any', 'Prefix', 'a', 80).withPath('', '/any', 'Exact', 'a', 80),
];

test.each<ProfileName>(['spec', 'ingress-nginx', 'traefik', 'haproxy-ingress', 'kong', 'contour'])(
  '[CFL-7] what conflicts at a host with %s is what conflicts there among all rules',
  (profile) => {
    const reader = aCluster()
      .with(anIngressClass('web').withController('example.com/web'), aService('shop/a'), ...ingresses)
      .build();
    const options = { controllerClass: 'example.com/web', allowEmptyServices: true };
    const all = listRouteConflicts(buildRoutingIndex({ reader }, findProfile(profile), options));
    expect(all).not.toEqual([]);
    const objects = reader.list('Ingress');
    for (const host of ['a.example.com', 'b.example.com', '*.example.com', '']) {
      const near = listNearHosts(host);
      const taken = objects.filter(({ spec }) =>
        (spec.rules ?? []).some((rule) => near.includes(rule.host ?? '')),
      );
      expect(told(listHostConflicts(reader, { profile, options }, { host, ingresses: taken })), host).toEqual(
        told(all.filter((conflict) => conflict.host === host)),
      );
    }
  },
);

test.each([
  ['a.b.example.com', ['a.b.example.com', '*.b.example.com', '*.example.com', '*.com', '']],
  ['*.example.com', ['*.example.com', '*.com', '']],
  ['', ['']],
])('[CFL-7] near %j', (host, near) => {
  expect(listNearHosts(host)).toEqual(near);
});
