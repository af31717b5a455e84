import { refOf } from '@fairlead/kube-objects';
import { aCluster, anIngress, anIngressClass, aService, aSlice } from '@fairlead/kube-objects/testing';
import { expect, test } from 'vitest';
import type { RoutingProfile } from '../controllers/routing-profile.ts';
import { specProfile } from '../controllers/spec.ts';
import { buildRoutingIndex } from './routing-index.ts';
import { updateRoutingIndex } from './update-routing-index.ts';

/** A profile that tells how many Ingresses its tables are built from, each time. */
function watched(): { readonly profile: RoutingProfile; readonly sizes: number[] } {
  const sizes: number[] = [];
  return {
    sizes,
    profile: {
      ...specProfile,
      buildRoutes: (ingresses, context) => {
        sizes.push(ingresses.length);
        return specProfile.buildRoutes(ingresses, context);
      },
    },
  };
}

const slice = aSlice('shop/a-1').of('a').withPort(8080);
const store = () =>
  aCluster()
    .with(
      anIngressClass('web'),
      aService('shop/a').withPort(80, { targetPort: 8080 }),
      slice,
      ...Array.from({ length: 50 }, (_, at) =>
        anIngress(`shop/i${at}`).withClass('web').withPath(`h${at}.example.com`, '/', 'Prefix', 'a', 80),
      ),
    )
    .build();

test('[TRC-15] other endpoints build no table anew, and are seen', () => {
  const { profile, sizes } = watched();
  const reader = store();
  const index = buildRoutingIndex({ reader }, profile);
  const object = slice.withEndpoint('10.0.0.7').build();
  reader.apply([{ op: 'put', object }]);
  const updated = updateRoutingIndex(index, { reader }, [refOf(object)]);
  expect(sizes).toEqual([50]);
  expect(updated.exactHosts).toBe(index.exactHosts);
  const [route] = updated.exactHosts.get('h7.example.com')?.routes ?? [];
  expect(route && updated.targetOf(route).kind).toBe('ready');
});

test('[TRC-15] a changed Ingress builds anew the tables of its hosts only', () => {
  const { profile, sizes } = watched();
  const reader = store();
  const index = buildRoutingIndex({ reader }, profile);
  const object = anIngress('shop/i7')
    .withClass('web')
    .withPath('h8.example.com', '/x', 'Exact', 'a', 80)
    .build();
  reader.apply([{ op: 'put', object }]);
  const updated = updateRoutingIndex(index, { reader }, [refOf(object)]);
  expect(sizes).toEqual([50, 2]);
  expect(updated.exactHosts.get('h7.example.com')).toBe(undefined);
  expect(updated.exactHosts.get('h8.example.com')?.routes.length).toBe(2);
  expect(updated.exactHosts.get('h9.example.com')).toBe(index.exactHosts.get('h9.example.com'));
});
