import { readConfig, readProcessFacts } from '../config.ts';
import { openDemoCluster } from '../demo/demo-cluster.ts';
import { readVersion } from '../version.ts';
import type { CommandStreams } from './command-line.ts';
import { demoHelp, parseDemoFlags } from './demo-flags.ts';
import { runServer, type RunningServer } from './run-server.ts';

/** `fairlead demo`: the real server on a cluster that lives in this process. */
export async function demo(
  args: readonly string[],
  streams: CommandStreams,
): Promise<RunningServer | undefined> {
  const flags = parseDemoFlags(args);
  if (flags === 'help') {
    streams.out(demoHelp);
    return undefined;
  }
  const cluster = await openDemoCluster({ seed: flags.seed });
  return runServer({
    config: readConfig(readProcessFacts()),
    flags,
    settings: {
      mode: 'demo',
      isReadOnly: flags.isReadOnly,
      isDemoWritable: flags.isWritable,
      version: readVersion(),
      allowedHosts: flags.allowedHosts,
      context: undefined,
      namespaces: undefined,
    },
    cluster,
    streams,
  });
}
