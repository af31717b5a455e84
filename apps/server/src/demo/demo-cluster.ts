import { buildFixedConnectionSource } from '../cluster/fixed-connection-source.ts';
import { KubeClusterDirectory } from '../cluster/kube-cluster-directory.ts';
import { systemClock } from '../clock.ts';
import type { ServerCluster } from '../commands/run-server.ts';
import { demoAccess, demoContext, demoIdentity } from './demo-access.ts';
import { startFakeListener } from './fake-listener.ts';
import { tellStory } from './story.ts';
import { HistoryClock } from './history-clock.ts';
import { demoAgeMs, populateDemo } from './populate-demo.ts';
import { readOpenApi } from './read-open-api.ts';
import { demoNodes } from './world/edge.ts';

/** The demo's cluster behind a real address, and everything of the real server that reads it. */
export async function openDemoCluster({ seed }: { readonly seed: number }): Promise<ServerCluster> {
  const clock = new HistoryClock(systemClock, demoAgeMs);
  const listener = await startFakeListener({
    seed,
    nodes: demoNodes,
    access: demoAccess,
    clock,
    documents: readOpenApi(),
  });
  const { cluster } = listener;
  populateDemo(cluster, clock);
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
    async close() {
      endStory();
      await directory.close();
      await listener.close();
    },
  };
}
