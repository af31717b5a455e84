import { expect, onTestFinished, test } from 'vitest';
import type { ContractCluster } from '../../../cluster/testing/cluster-contract.ts';
import { openClusterApp } from '../../../testing/cluster-app.ts';
import { Colleague } from './colleague.ts';

const rbac = 'rbac.authorization.k8s.io';

/** Lets `nobody` read and write Services of the colleague's namespace; returns how to take it back. */
async function grant(colleague: Colleague): Promise<() => Promise<void>> {
  const { namespace } = colleague;
  const path = `/apis/${rbac}/v1/namespaces/${namespace}`;
  const metadata = { name: 'editor', namespace };
  const role = {
    metadata,
    rules: [{ apiGroups: [''], resources: ['services'], verbs: ['get', 'update'] }],
  };
  const binding = {
    metadata,
    roleRef: { apiGroup: rbac, kind: 'Role', name: 'editor' },
    subjects: [{ apiGroup: rbac, kind: 'User', name: 'nobody' }],
  };
  for (const [resource, body] of [
    ['roles', role],
    ['rolebindings', binding],
  ] as const) {
    const { statusCode } = await colleague.send({ method: 'POST', path: `${path}/${resource}`, body });
    expect(statusCode).toBe(201);
  }
  return async () => {
    const { statusCode } = await colleague.send({ method: 'DELETE', path: `${path}/rolebindings/editor` });
    expect(statusCode).toBe(200);
  };
}

/** On a cluster whose rights can be changed: not the fake one. */
export function describeLostRights(start: () => Promise<ContractCluster>): void {
  test('[R16] rights that are lost while editing are said to be, each time with the requests of one try', async () => {
    const colleague = new Colleague(await start());
    await colleague.arrive();
    onTestFinished(() => colleague.leave());
    const page = await openClusterApp(colleague.cluster, { identity: 'nobody' });
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: { ...base, spec: { type: 'NodePort' } } } as const;
    const takeBack = await grant(colleague);
    await expect.poll(async () => (await page.dryRun(edit)).outcome, { timeout: 10_000 }).toBe('refused');
    const mine = { ...base, spec: { ...(base['spec'] as object), selector: { app: 'mine' } } };
    const good = { ...edit, mine };
    expect((await page.dryRun(good)).outcome).toBe('accepted');
    await takeBack();
    await expect.poll(async () => (await page.dryRun(good)).outcome, { timeout: 10_000 }).toBe('forbidden');
    const before = page.door.requests.length;
    const reviewed = {
      clusterId: page.clusterId,
      reviewedResourceVersion: base.metadata.resourceVersion,
    };
    expect(await page.apply({ ...good, ...reviewed })).toMatchObject({
      outcome: 'forbidden',
      verb: 'get',
      kubernetesMessage: expect.stringContaining('User "nobody" cannot get resource "services"'),
    });
    expect(page.door.requests.slice(before).map(({ method }) => method)).toEqual(['GET']);
    expect(await colleague.find(base)).toEqual(base);
  }, 60_000);
}
