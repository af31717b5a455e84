import type { ApplyRequest, DryRunRequest } from '@fairlead/api-contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContractCluster } from '../../../cluster/testing/cluster-contract.ts';
import { openClusterApp, type ClusterApp } from '../../../testing/cluster-app.ts';
import type { StoredObject } from '../edit-target.ts';
import { Colleague } from './colleague.ts';

type Content = Readonly<Record<string, unknown>>;

/** The object with some fields of its spec set. */
export const withSpec = (object: StoredObject, spec: Content): StoredObject => ({
  ...object,
  spec: { ...(object['spec'] as object), ...spec },
});

/** What the page sends once it was reviewed. */
export const asReviewed = (
  edit: DryRunRequest,
  { clusterId }: Pick<ClusterApp, 'clusterId'>,
  live?: Content,
): ApplyRequest => {
  if (edit.operation === 'create') return { ...edit, clusterId };
  const { metadata } = (live ?? edit.base) as StoredObject;
  return { ...edit, clusterId, reviewedResourceVersion: metadata.resourceVersion };
};

/** Edits from the request of the page to the cluster, on whatever calls itself a Kubernetes API. */
export function describeEdits(title: string, start: () => Promise<ContractCluster>): void {
  describe(title, () => {
    let colleague: Colleague;

    beforeAll(async () => {
      colleague = new Colleague(await start());
      await colleague.arrive();
    }, 60_000);
    afterAll(() => colleague.leave(), 30_000);

    describeUpdates(() => colleague);
    describeCreation(() => colleague);
    describeDeletion(() => colleague);
    describeRights(() => colleague);
    describeLostAnswers(() => colleague);
  });
}

const writesOf = ({ door }: ClusterApp) => door.requests.filter(({ method }) => method !== 'GET');

function describeUpdates(getColleague: () => Colleague): void {
  test('an update is checked, then stored, and noted as fairlead’s', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const mine = withSpec(base, { selector: { app: 'other' } });
    const edit = { operation: 'update', base, mine } as const;
    const checked = await page.dryRun(edit);
    expect(checked).toMatchObject({
      outcome: 'accepted',
      live: { metadata: { resourceVersion: base.metadata.resourceVersion } },
      object: { spec: { selector: { app: 'other' } } },
      isRebased: false,
      warnings: [],
    });
    expect((await colleague.find(base))?.metadata.resourceVersion).toBe(base.metadata.resourceVersion);
    const applied = await page.apply(asReviewed(edit, page));
    expect(applied).toMatchObject({
      outcome: 'applied',
      object: { spec: { selector: { app: 'other' } } },
      isConfirmedByReading: false,
    });
    const stored = await colleague.find(base);
    expect(stored).toMatchObject({ spec: { selector: { app: 'other' } } });
    const managers = stored?.metadata['managedFields'] as readonly { manager: string; operation: string }[];
    expect(managers).toContainEqual(expect.objectContaining({ manager: 'fairlead', operation: 'Update' }));
    for (const { path } of writesOf(page))
      expect(path).toMatch(/\?fieldManager=fairlead&fieldValidation=Strict&/);
  });

  test('a field the kind does not have is refused at that field', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const mine = withSpec(base, { selectors: { app: 'x' } });
    expect(await page.dryRun({ operation: 'update', base, mine })).toMatchObject({
      outcome: 'refused',
      statusCode: 400,
      fieldErrors: [{ field: 'spec.selectors', message: 'unknown field "spec.selectors"' }],
    });
  });

  test('several errors come all at once', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const mine = withSpec(base, {
      ports: [
        { port: 80, targetPort: 80, protocol: 'TCP' },
        { port: 81, targetPort: 81, protocol: 'TCP' },
      ],
    });
    const reply = await page.dryRun({ operation: 'update', base, mine });
    expect(reply).toMatchObject({
      outcome: 'refused',
      statusCode: 422,
      reason: 'Invalid',
      fieldErrors: [
        { field: 'spec.ports[0].name', message: 'Required value', reason: 'FieldValueRequired' },
        { field: 'spec.ports[1].name', message: 'Required value', reason: 'FieldValueRequired' },
      ],
    });
    expect(await page.apply(asReviewed({ operation: 'update', base, mine }, page))).toEqual(reply);
  });

  test('warnings of the API server come with the check', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const ingress = colleague.ingress();
    const annotations = { 'kubernetes.io/ingress.class': 'nginx' };
    const mine = { ...ingress, metadata: { ...ingress.metadata, annotations } };
    expect(await page.dryRun({ operation: 'create', mine })).toMatchObject({
      outcome: 'accepted',
      warnings: [
        'annotation "kubernetes.io/ingress.class" is deprecated, please use \'spec.ingressClassName\' instead',
      ],
    });
  });

  test('another person’s change to other fields is kept: checked on the new state, reviewed again, then stored', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    const theirs = await colleague.change(base, { metadata: { labels: { team: 'theirs' } } });
    const applied = await page.apply(asReviewed(edit, page));
    expect(applied).toMatchObject({
      outcome: 'rebased',
      live: { metadata: { resourceVersion: theirs.metadata.resourceVersion } },
      merged: { metadata: { labels: { team: 'theirs' } }, spec: { selector: { app: 'mine' } } },
    });
    expect(writesOf(page)).toEqual([]);
    const checked = await page.dryRun(edit);
    expect(checked).toMatchObject({ outcome: 'accepted', isRebased: true });
    expect(await page.apply(asReviewed(edit, page, theirs))).toMatchObject({ outcome: 'applied' });
    expect(await colleague.find(base)).toMatchObject({
      metadata: { labels: { team: 'theirs' } },
      spec: { selector: { app: 'mine' } },
    });
  });

  test('what both changed is a conflict with three values, and nothing is sent', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    const theirs = await colleague.change(base, { spec: { selector: { app: 'theirs' } } });
    const conflict = {
      outcome: 'conflict',
      live: { metadata: { resourceVersion: theirs.metadata.resourceVersion } },
      conflicts: [{ base: 'web', mine: 'mine', theirs: 'theirs' }],
    };
    expect(await page.dryRun(edit)).toMatchObject(conflict);
    expect(await page.apply(asReviewed(edit, page))).toMatchObject(conflict);
    expect(writesOf(page)).toEqual([]);
  });

  test('somebody who writes in the very last moment is not overwritten', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    page.door.before = async ({ method }) => {
      if (method === 'PUT') await colleague.change(base, { metadata: { labels: { late: 'yes' } } });
    };
    expect(await page.apply(asReviewed(edit, page))).toMatchObject({
      outcome: 'rebased',
      merged: { metadata: { labels: { late: 'yes' } }, spec: { selector: { app: 'mine' } } },
    });
    expect(await colleague.find(base)).toMatchObject({
      metadata: { labels: { late: 'yes' } },
      spec: { selector: { app: 'web' } },
    });
  });

  test('an edit that changes nothing is not sent', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: base } as const;
    expect(await page.dryRun(edit)).toMatchObject({ outcome: 'unchanged' });
    expect(await page.apply(asReviewed(edit, page))).toMatchObject({ outcome: 'unchanged' });
    expect(writesOf(page)).toEqual([]);
  });

  test('a Service that was deleted is not created again by an update, however late it goes', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    page.door.before = async ({ method }) => {
      if (method === 'PUT') await colleague.remove(base);
    };
    expect(await page.apply(asReviewed(edit, page))).toEqual({ outcome: 'deleted' });
    expect(await colleague.find(base)).toBeUndefined();
    page.door.before = () => Promise.resolve();
    expect(await page.dryRun(edit)).toEqual({ outcome: 'deleted' });
  });

  test('an object of the same name that was made anew is another one', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const object = colleague.service();
    const base = await colleague.create(object);
    await colleague.remove(base);
    const again = await colleague.create(object);
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    const deleted = { outcome: 'deleted', live: { metadata: { uid: again.metadata.uid } } };
    expect(await page.dryRun(edit)).toMatchObject(deleted);
    expect(await page.apply(asReviewed(edit, page))).toMatchObject(deleted);
    expect(writesOf(page)).toEqual([]);
  });

  test('a draft of another cluster is not applied', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    expect(await page.apply(asReviewed(edit, { clusterId: 'another' }))).toEqual({
      outcome: 'other-cluster',
      clusterId: page.clusterId,
    });
    expect(writesOf(page)).toEqual([]);
  });

  test('what the API server allocates is said to be assigned on apply', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: withSpec(base, { type: 'NodePort' }) } as const;
    expect(await page.dryRun(edit)).toMatchObject({
      outcome: 'accepted',
      assignedOnApply: ['spec.ports[0].nodePort'],
    });
    const applied = await page.apply(asReviewed(edit, page));
    expect(applied).toMatchObject({
      outcome: 'applied',
      object: { spec: { ports: [{ nodePort: expect.any(Number) }] } },
    });
  });
}

function describeCreation(getColleague: () => Colleague): void {
  test('a new object is checked and created, with what is assigned on apply', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const edit = { operation: 'create', mine: colleague.service() } as const;
    const checked = await page.dryRun(edit);
    expect(checked).toMatchObject({ outcome: 'accepted', object: { spec: { type: 'ClusterIP' } } });
    expect(checked.outcome === 'accepted' && checked.assignedOnApply).toEqual(
      expect.arrayContaining(['spec.clusterIP', 'spec.clusterIPs']),
    );
    expect(await page.apply(asReviewed(edit, page))).toMatchObject({
      outcome: 'applied',
      object: { metadata: { uid: expect.any(String) } },
    });
  });

  test('what is there already is not overwritten', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const object = colleague.service();
    const there = await colleague.create(object);
    const edit = { operation: 'create', mine: object } as const;
    const exists = { outcome: 'exists', live: { metadata: { uid: there.metadata.uid } } };
    expect(await page.dryRun(edit)).toMatchObject(exists);
    expect(await page.apply(asReviewed(edit, page))).toMatchObject(exists);
    expect(await colleague.find(there)).toEqual(there);
  });

  test('a namespace that does not exist is an error of metadata.namespace', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const edit = { operation: 'create', mine: colleague.service({}, 'nowhere') } as const;
    expect(await page.dryRun(edit)).toMatchObject({
      outcome: 'refused',
      statusCode: 404,
      fieldErrors: [{ field: 'metadata.namespace', message: 'namespaces "nowhere" not found' }],
    });
  });
}

function describeDeletion(getColleague: () => Colleague): void {
  test.each(['Service', 'Ingress'] as const)('a %s is checked for deletion, then deleted', async (kind) => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(kind === 'Service' ? colleague.service() : colleague.ingress());
    const edit = { operation: 'delete', base } as const;
    expect(await page.dryRun(edit)).toMatchObject({ outcome: 'accepted', isRebased: false });
    expect(await colleague.find(base)).toBeDefined();
    expect(await page.apply(asReviewed(edit, page))).toEqual({
      outcome: 'applied',
      warnings: [],
      isConfirmedByReading: false,
    });
    expect(await colleague.find(base)).toBeUndefined();
    expect(await page.apply(asReviewed(edit, page))).toEqual({ outcome: 'deleted' });
  });

  test('an object that changed since it was looked at is not deleted', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'delete', base } as const;
    page.door.before = async ({ method }) => {
      if (method === 'DELETE') await colleague.change(base, { metadata: { labels: { late: 'yes' } } });
    };
    const rebased = { outcome: 'rebased', live: { metadata: { labels: { late: 'yes' } } } };
    expect(await page.apply(asReviewed(edit, page))).toMatchObject(rebased);
    expect(await page.apply(asReviewed(edit, page))).toMatchObject(rebased);
    expect(await colleague.find(base)).toBeDefined();
  });

  test('an object that was made anew is not deleted', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const object = colleague.service();
    const base = await colleague.create(object);
    await colleague.remove(base);
    const again = await colleague.create(object);
    const edit = { operation: 'delete', base } as const;
    const deleted = { outcome: 'deleted', live: { metadata: { uid: again.metadata.uid } } };
    expect(await page.dryRun(edit)).toMatchObject(deleted);
    expect(await page.apply(asReviewed(edit, page))).toMatchObject(deleted);
    expect(await colleague.find(again)).toBeDefined();
  });

  test('an object with finalizers stays for now, and the reply shows it', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const object = colleague.service();
    const finalizers = ['fairlead.dev/test'];
    const base = await colleague.create({ ...object, metadata: { ...object.metadata, finalizers } });
    const edit = { operation: 'delete', base } as const;
    expect(await page.apply(asReviewed(edit, page))).toMatchObject({
      outcome: 'applied',
      object: { metadata: { deletionTimestamp: expect.any(String), finalizers } },
    });
    await colleague.change(base, { metadata: { finalizers: null } });
    expect(await colleague.find(base)).toBeUndefined();
  });
}

function describeRights(getColleague: () => Colleague): void {
  test('a missing right is said with its verb, and nothing is tried again', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster, { identity: 'viewer' });
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    const kubernetesMessage = `services "${base.metadata.name}" is forbidden: User "viewer" cannot update resource "services" in API group "" in the namespace "${colleague.namespace}"`;
    const forbidden = { outcome: 'forbidden', verb: 'update', kubernetesMessage };
    expect(await page.dryRun(edit)).toEqual(forbidden);
    expect(await page.apply(asReviewed(edit, page))).toEqual(forbidden);
    expect(await page.apply(asReviewed({ operation: 'delete', base }, page))).toMatchObject({
      outcome: 'forbidden',
      verb: 'delete',
    });
    expect(await page.dryRun({ operation: 'create', mine: colleague.service() })).toMatchObject({
      outcome: 'forbidden',
      verb: 'create',
    });
    expect(writesOf(page)).toHaveLength(4);
  });

  test('who may not even read is told so', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster, { identity: 'nobody' });
    const base = await colleague.create(colleague.service());
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    expect(await page.dryRun(edit)).toMatchObject({ outcome: 'forbidden', verb: 'get' });
    expect(writesOf(page)).toEqual([]);
  });

  test('who may write one namespace can', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster, { identity: 'shop-editor' });
    const base = await colleague.create({
      ...colleague.service(),
      metadata: { name: `${colleague.namespace}-edited`, namespace: 'shop' },
    });
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    expect(await page.apply(asReviewed(edit, page))).toMatchObject({ outcome: 'applied' });
    await colleague.remove(base);
  });
}

function describeLostAnswers(getColleague: () => Colleague): void {
  const lost = ['lose-answer', { answer: 502 }] as const;

  test.each(['lose-answer', 'swallow-answer'] as const)(
    '[R20] stored, and its answer lost (%s): applied once, and said to be',
    async (fate) => {
      const colleague = getColleague();
      const page = await openClusterApp(colleague.cluster, { writeTimeLimitMs: 500 });
      const base = await colleague.create(colleague.service());
      const object = colleague.service();
      page.door.fateOf = ({ method }) => (method === 'GET' ? 'pass' : fate);
      const confirmed = { outcome: 'applied', isConfirmedByReading: true };
      const update = { operation: 'update', base, mine: withSpec(base, { type: 'NodePort' }) } as const;
      expect(await page.apply(asReviewed(update, page))).toMatchObject(confirmed);
      expect(await page.apply(asReviewed({ operation: 'create', mine: object }, page))).toMatchObject(
        confirmed,
      );
      const live = await colleague.find(base);
      if (live === undefined) throw new Error('it is gone');
      const removal = { operation: 'delete', base: live } as const;
      expect(await page.apply(asReviewed(removal, page))).toMatchObject(confirmed);
      expect(writesOf(page).map(({ method }) => method)).toEqual(['PUT', 'POST', 'DELETE']);
    },
  );

  test.each(['cut', { answer: 502 }] as const)(
    '[R20] never arrived (%j): said not to be applied, sent once',
    async (fate) => {
      const colleague = getColleague();
      const page = await openClusterApp(colleague.cluster);
      const base = await colleague.create(colleague.service());
      const object = colleague.service();
      page.door.fateOf = ({ method }) => (method === 'GET' ? 'pass' : fate);
      const update = { operation: 'update', base, mine: withSpec(base, { type: 'NodePort' }) } as const;
      expect(await page.apply(asReviewed(update, page))).toEqual({ outcome: 'not-applied', live: base });
      expect(await page.apply(asReviewed({ operation: 'create', mine: object }, page))).toEqual({
        outcome: 'not-applied',
      });
      expect(await page.apply(asReviewed({ operation: 'delete', base }, page))).toEqual({
        outcome: 'not-applied',
        live: base,
      });
      expect(writesOf(page).map(({ method }) => method)).toEqual(['PUT', 'POST', 'DELETE']);
      expect(await colleague.find(base)).toEqual(base);
    },
  );

  test.each(lost)(
    '[R20] a cluster that cannot be read after a write (%j) leaves it unknown',
    async (fate) => {
      const colleague = getColleague();
      const page = await openClusterApp(colleague.cluster);
      const base = await colleague.create(colleague.service());
      let isLost = false;
      page.door.fateOf = ({ method }) => {
        if (method !== 'GET') isLost = true;
        if (method === 'GET') return isLost ? 'cut' : 'pass';
        return fate;
      };
      const edit = { operation: 'update', base, mine: withSpec(base, { type: 'NodePort' }) } as const;
      expect(await page.apply(asReviewed(edit, page))).toEqual({ outcome: 'unknown' });
      expect(writesOf(page)).toHaveLength(1);
    },
  );

  test('a change that arrived and was changed on by somebody else has arrived', async () => {
    const colleague = getColleague();
    const page = await openClusterApp(colleague.cluster);
    const base = await colleague.create(colleague.service());
    page.door.fateOf = ({ method }) => (method === 'PUT' ? 'lose-answer' : 'pass');
    page.door.before = async ({ method }) => {
      if (method === 'GET' && writesOf(page).length > 0)
        await colleague.change(base, { metadata: { labels: { after: 'yes' } } });
    };
    const edit = { operation: 'update', base, mine: withSpec(base, { selector: { app: 'mine' } }) } as const;
    expect(await page.apply(asReviewed(edit, page))).toMatchObject({
      outcome: 'applied',
      object: { metadata: { labels: { after: 'yes' } }, spec: { selector: { app: 'mine' } } },
    });
  });
}
