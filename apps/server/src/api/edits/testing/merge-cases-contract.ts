import { writableObjectSchema } from '@fairlead/api-contract';
import { treeOf } from '@fairlead/edits';
import { mergeCases } from '@fairlead/edits/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractCluster } from '../../../cluster/testing/cluster-contract.ts';
import { openClusterApp, type ClusterApp } from '../../../testing/cluster-app.ts';
import type { StoredObject } from '../edit-target.ts';
import { isContained } from '../is-contained.ts';
import { Colleague } from './colleague.ts';

type MergeCase = (typeof mergeCases)[number];

/** What an API server adds to a Service nobody said more of. */
const filledIn = new Set([
  'allocateLoadBalancerNodePorts',
  'clusterIP',
  'clusterIPs',
  'externalTrafficPolicy',
  'healthCheckNodePort',
  'internalTrafficPolicy',
  'ipFamilies',
  'ipFamilyPolicy',
  'sessionAffinity',
  'type',
]);

const inNamespace = (namespace: string, object: MergeCase['base']) => {
  const { metadata, ...content } = treeOf(object);
  return writableObjectSchema.parse({ ...content, metadata: { ...(metadata as object), namespace } });
};

const record = (value: unknown): Record<string, unknown> => ({ ...(value as object | undefined) });

/** All that was expected is stored, in this order, and nothing else but what the API server adds. */
function expectStored(stored: StoredObject | undefined, expected: Record<string, unknown>): void {
  const [found, wanted] = [record(stored?.['spec']), record(expected['spec'])];
  expect(isContained(wanted, found), JSON.stringify({ found, wanted }, null, 1)).toBe(true);
  const added = Object.keys(found).filter((key) => !Object.hasOwn(wanted, key) && !filledIn.has(key));
  expect(added).toEqual([]);
  expect(record(found['selector'])).toEqual(record(wanted['selector']));
  for (const map of ['labels', 'annotations', 'finalizers'])
    expect(record(stored?.metadata[map])).toEqual(record(record(expected['metadata'])[map]));
}

interface Played {
  readonly page: ClusterApp;
  readonly colleague: Colleague;
}

/** The colleague has already put theirs in place of base. */
async function playCase(given: MergeCase, base: StoredObject, { page, colleague }: Played): Promise<void> {
  const mine = inNamespace(colleague.namespace, given.mine);
  const edit = { operation: 'update', base, mine } as const;
  const before = await colleague.find(base);
  const checked = await page.dryRun(edit);
  const reviewed = { ...edit, clusterId: page.clusterId };
  if (given.expected.kind === 'conflicts') {
    expect(checked).toMatchObject({
      outcome: 'conflict',
      conflicts: given.expected.places.map((place) => ({ place })),
    });
    const resourceVersion = base.metadata.resourceVersion;
    const applied = await page.apply({ ...reviewed, reviewedResourceVersion: resourceVersion });
    expect(applied.outcome).toBe('conflict');
    expect(await colleague.find(base)).toEqual(before);
    return;
  }
  if (checked.outcome === 'accepted') {
    const live = checked.live as StoredObject;
    const isMoved = live.metadata.resourceVersion !== base.metadata.resourceVersion;
    expect(checked.isRebased).toBe(isMoved);
    if (isMoved) {
      const early = await page.apply({
        ...reviewed,
        reviewedResourceVersion: base.metadata.resourceVersion,
      });
      expect(early.outcome).toBe('rebased');
      expect(await colleague.find(base)).toEqual(before);
    }
    const reviewedResourceVersion = live.metadata.resourceVersion;
    expect(await page.apply({ ...reviewed, reviewedResourceVersion })).toMatchObject({ outcome: 'applied' });
  } else expect(checked.outcome).toBe('unchanged');
  expectStored(await colleague.find(base), record(treeOf(given.expected.object)));
}

/** Every merge table, with a colleague who changes the object in between. */
export function describeMergeCases(title: string, start: () => Promise<ContractCluster>): void {
  describe(title, () => {
    let colleague: Colleague;
    beforeAll(async () => {
      colleague = new Colleague(await start());
      await colleague.arrive();
    }, 60_000);
    afterAll(() => colleague.leave(), 30_000);

    test.each(mergeCases.map((given) => [given.name, given] as const))('%s', async (_name, given) => {
      const page = await openClusterApp(colleague.cluster);
      const base = await colleague.create(inNamespace(colleague.namespace, given.base));
      const theirs = inNamespace(colleague.namespace, given.theirs);
      const { uid, resourceVersion } = base.metadata;
      const changed = await colleague.send({
        method: 'PUT',
        path: colleague.pathOf(base),
        body: { ...theirs, metadata: { ...theirs.metadata, uid, resourceVersion } },
      });
      expect([changed.statusCode, changed.body]).toEqual([200, expect.anything()]);
      await playCase(given, base, { page, colleague });
      await colleague.change(base, { metadata: { finalizers: null } });
      await colleague.remove(base);
    });
  });
}
