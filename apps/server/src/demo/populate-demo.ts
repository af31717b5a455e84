import type { ObjectAccess } from '@fairlead/fake-cluster';
import type { HistoryClock } from './history-clock.ts';
import { demoHistory } from './world/demo-world.ts';
import { buildTlsSecrets } from './world/tls-secrets.ts';
import { demoNodes, edgeLabel } from './world/edge.ts';

/** Machines with the addresses and roles the demo speaks of. */
function nameNodes(cluster: ObjectAccess): void {
  demoNodes.forEach((name, index) => {
    const isEdge = name.startsWith('edge');
    const labels = {
      [edgeLabel]: isEdge ? 'true' : null,
      'topology.kubernetes.io/region': 'eu-1',
      'topology.kubernetes.io/zone': `eu-1${'abc'.charAt(index % 3)}`,
    };
    const addresses = [
      { type: 'InternalIP', address: isEdge ? `192.168.50.${11 + index}` : `10.20.0.${11 + index}` },
      { type: 'Hostname', address: name },
    ];
    cluster.patch({ kind: 'Node', name }, { metadata: { labels } });
    cluster.patch({ kind: 'Node', name }, { status: { addresses } }, 'status');
  });
}

/** What ingress-nginx writes into the Ingresses it serves: the addresses of the nodes it runs on. */
function reportAddresses(cluster: ObjectAccess): void {
  const addresses = cluster
    .list('Node')
    .filter(({ metadata }) => metadata.name.startsWith('edge'))
    .map(({ status }) => ({ ip: status?.addresses?.find(({ type }) => type === 'InternalIP')?.address }));
  for (const { metadata, spec } of cluster.list('Ingress')) {
    if (spec.ingressClassName !== undefined && spec.ingressClassName !== 'nginx') continue;
    const name = { kind: 'Ingress', namespace: metadata.namespace ?? '', name: metadata.name } as const;
    cluster.patch(name, { status: { loadBalancer: { ingress: addresses } } }, 'status');
  }
}

/** How long ago the demo begins. */
export const demoAgeMs = 41 * 86_400_000;

/** Lets the demo's objects come to be, one chapter after the other, and then joins the present. */
export function populateDemo(cluster: ObjectAccess, clock: HistoryClock): void {
  nameNodes(cluster);
  const chapterMs = demoAgeMs / (demoHistory.length + 1);
  for (const secret of buildTlsSecrets(clock.now() + demoAgeMs)) cluster.create(secret);
  for (const chapter of demoHistory) {
    for (const manifest of chapter) cluster.create(manifest);
    clock.pass(chapterMs);
  }
  reportAddresses(cluster);
  clock.joinPresent();
}
