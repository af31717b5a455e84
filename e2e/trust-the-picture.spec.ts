import { computeEdges } from './graph-truth/compute-edges.ts';
import { kubectlQuery, type ListedObject } from './graph-truth/listed-objects.ts';
import { nameDrawnEdge } from './graph-truth/name-drawn-edge.ts';
import { readDrawnEdges } from './testing/drawn-edges.ts';
import { addressAt, expect, expectPicture, test } from './testing/journey.ts';
import { hasRealCluster, whyNoCluster } from './testing/real-cluster.ts';

test.skip(!hasRealCluster, whyNoCluster);
// All of a namespace is in the window.
test.use({ viewport: { width: 1440, height: 6000 } });

test('the edges on the screen are those computed from what kubectl prints', async ({
  page,
  served,
  cluster,
}) => {
  // One page for each namespace of the manifests, and beside other builds each takes several seconds.
  test.setTimeout(240_000);
  for (const refusal of cluster.refusals) {
    test.info().annotations.push({ type: 'refused by the API server', description: refusal });
    console.log(`refused by the API server: ${refusal}`);
  }
  const computeTruth = async () => {
    const { items } = JSON.parse(await cluster.kubectl(...kubectlQuery)) as { items: ListedObject[] };
    return computeEdges(items);
  };
  const namespaces = [...(await computeTruth())].filter(([, edges]) => edges.length > 0);
  expect(namespaces.length).toBeGreaterThan(0);
  for (const [namespace] of namespaces)
    await test.step(namespace, async () => {
      await page.goto(addressAt(served, `/c/admin/graph?ns=${namespace}`));
      await expectPicture(page);
      await expect(async () => {
        const drawn = (await readDrawnEdges(page))
          .filter(({ look }) => look !== 'suggestion')
          .map((edge) => ({ ...edge, words: nameDrawnEdge(edge) }));
        const truth = (await computeTruth()).get(namespace) ?? [];
        expect(drawn.map(({ words }) => words).toSorted()).toEqual(
          truth.map(({ words }) => words).toSorted(),
        );
        // A warning may lie on either; what ends nowhere never looks calm, what arrives never looks broken.
        const broken = new Set(truth.filter(({ isBroken }) => isBroken).map(({ words }) => words));
        expect(drawn.filter(({ words, look }) => look === (broken.has(words) ? 'calm' : 'error'))).toEqual(
          [],
        );
      }).toPass({ timeout: 15_000 });
    });
});
