import type { ObjectAccess } from '@fairlead/fake-cluster';
import { buildFixedConnectionSource } from '../cluster/fixed-connection-source.ts';
import { KubeClusterDirectory } from '../cluster/kube-cluster-directory.ts';
import { systemClock } from '../clock.ts';
import type { ServerCluster } from '../commands/run-server.ts';
import { demoAccess, demoContext, demoIdentity } from './demo-access.ts';
import { DemoDryRunner } from './demo-dry-runner.ts';
import { startFakeListener } from './fake-listener.ts';
import { tellStory } from './story.ts';
import { demoWorld } from './world/demo-world.ts';
import { demoNodes, edgeLabel } from './world/edge.ts';

/** Machines with the addresses and roles the demo speaks of. */
function nameNodes(cluster: ObjectAccess): void {
  demoNodes.forEach((name, index) => {
    const address = name.startsWith('edge') ? `192.168.50.${11 + index}` : `10.20.0.${11 + index}`;
    const labels = {
      [edgeLabel]: name.startsWith('edge') ? 'true' : null,
      'topology.kubernetes.io/region': 'eu-1',
      'topology.kubernetes.io/zone': `eu-1${'abc'.charAt(index % 3)}`,
    };
    cluster.patch({ kind: 'Node', name }, { metadata: { labels } });
    cluster.patch(
      { kind: 'Node', name },
      {
        status: {
          addresses: [
            { type: 'InternalIP', address },
            { type: 'Hostname', address: name },
          ],
        },
      },
      'status',
    );
  });
}

/** What ingress-nginx writes into the Ingresses it serves: the addresses of the nodes it runs on. */
function reportAddresses(cluster: ObjectAccess): void {
  const addresses = cluster
    .list('Node')
    .filter(({ metadata }) => metadata.name.startsWith('edge'))
    .map(({ status }) => ({ ip: status?.addresses?.find(({ type }) => type === 'InternalIP')?.address }));
  for (const { metadata, spec } of cluster.list('Ingress')) {
    if (spec.ingressClassName !== 'nginx') continue;
    const name = { kind: 'Ingress', namespace: metadata.namespace ?? '', name: metadata.name } as const;
    cluster.patch(name, { status: { loadBalancer: { ingress: addresses } } }, 'status');
  }
}

/** The demo's cluster behind a real address, and everything of the real server that reads it. */
export async function openDemoCluster({ seed }: { readonly seed: number }): Promise<ServerCluster> {
  const listener = await startFakeListener({ seed, nodes: demoNodes, access: demoAccess });
  const { cluster } = listener;
  nameNodes(cluster);
  for (const manifest of demoWorld) cluster.create(manifest);
  reportAddresses(cluster);
  const endStory = tellStory({ cluster, clock: systemClock, seed });
  const directory = new KubeClusterDirectory({
    source: buildFixedConnectionSource({
      contextName: demoContext,
      server: listener.url,
      token: listener.tokenOf(demoIdentity),
    }),
  });
  return {
    directory,
    dryRunner: new DemoDryRunner(cluster),
    async close() {
      endStory();
      await directory.close();
      await listener.close();
    },
  };
}
