import { aCluster, anIngress, anIngressClass } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import type { RoutingProfile } from '../controllers/routing-profile.ts';
import { specProfile } from '../controllers/spec.ts';
import { buildRoutingIndex } from './routing-index.ts';
import { traceRequest } from './trace-request.ts';

const answering = (fixedStatus: number | null): RoutingProfile => ({
  ...specProfile,
  buildRoutes: (ingresses, context) => {
    const built = specProfile.buildRoutes(ingresses, context);
    return { ...built, routes: built.routes.map((route) => ({ ...route, fixedStatus })) };
  },
});

test.each([403, null])('[TRC-19] a rule that answers %s itself asks no backend', (status) => {
  const reader = aCluster()
    .with(
      anIngressClass('own'),
      anIngress('shop/web').withClass('own').withPath('a.example.com', '/', 'Prefix', 'a', 80),
    )
    .build();
  const index = buildRoutingIndex({ reader }, answering(status));
  expect(
    traceRequest(index, { method: 'GET', scheme: 'http', host: 'a.example.com', path: '/' }),
  ).toMatchObject({
    result: 'fail',
    stage: 'backend',
    reason: 'BACKEND_NOT_FOUND',
    httpStatus: status,
    ingress: 'shop/web',
    endpoints: [],
  });
});
