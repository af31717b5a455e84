import { createHash } from 'node:crypto';
import { keyOf, objectKey, ObjectStore, type ObjectKey } from '@fairlead/kube-objects';
import { buildExposure, GraphModel, listAccounted } from '@fairlead/resource-graph';
import type { BenchContext } from './harness/bench-context.ts';
import { drainLists } from './harness/drain-lists.ts';
import type { Figure } from './harness/figure.ts';
import { loadOnce } from './harness/first-load.ts';
import { pictureView } from './harness/picture-view.ts';
import { readSnapshot, type Snapshot } from './harness/read-snapshot.ts';
import { toSpread } from './harness/spread.ts';

async function listKeys(origin: string): Promise<ReadonlySet<ObjectKey>> {
  const keys = new Set<ObjectKey>();
  await drainLists(origin, (kind, { items }) => {
    for (const { metadata } of items) keys.add(objectKey(kind, metadata.namespace, metadata.name));
  });
  return keys;
}

/** What the page's own model makes of the snapshot: every key that a node or lane of the picture stands for. */
function accountedKeys({ head, objects }: Snapshot): readonly ObjectKey[] {
  const store = new ObjectStore();
  store.setAccess(head.access);
  store.apply(objects.map((object) => ({ op: 'put' as const, key: keyOf(object), object })));
  const graph = new GraphModel(store, pictureView);
  const lanes = store.listNamespaces().map((namespace) => graph.lane(namespace));
  return [...listAccounted(buildExposure(store)), ...lanes.flatMap(listAccounted)];
}

const digest = (keys: Iterable<string>): string =>
  createHash('sha256')
    .update([...keys].toSorted().join('\n'))
    .digest('hex')
    .slice(0, 16);

/** P18: objects accounted for in the picture / objects in the lists, compared name by name. */
export async function measureCompleteness(context: BenchContext): Promise<Figure> {
  const { fixture } = context;
  const simulator = await context.getSimulator(fixture);
  const listed = await listKeys(simulator.origin);
  let accounted: readonly ObjectKey[] = [];
  const load = await loadOnce(context, {
    fixture,
    inspect: async (server) => {
      accounted = accountedKeys(await readSnapshot(server));
    },
  });
  const inPicture = accounted.filter((key) => listed.has(key));
  const [listedDigest, pictureDigest] = [digest(listed), digest(accounted)];
  const isMet = listedDigest === pictureDigest && load.objectCount === listed.size;
  return {
    id: 'P18',
    fixture,
    title: 'objects accounted for in the picture / objects in the lists',
    ratio: toSpread([new Set(inPicture).size / listed.size]),
    digits: 3,
    goal: '= 1.000',
    isMet,
    isRequired: true,
    isNoisy: false,
    product: `${accounted.length} objects`,
    anchor: `${listed.size} objects`,
    notes: [
      `keys listed ${listedDigest}, keys in the picture ${pictureDigest}${accounted.length === inPicture.length ? '' : `, ${accounted.length - inPicture.length} of them not in the lists`}`,
      `the page itself says that ${load.objectCount} objects are in its picture`,
    ],
  };
}
