import { ClusterProblem } from '../cluster/cluster-problem.ts';
import { KubeConfigConnectionSource } from '../cluster/kube-config/kube-config-connection-source.ts';
import { KubeClusterDirectory } from '../cluster/kube-cluster-directory.ts';
import { readConfig, readProcessFacts } from '../config.ts';
import { readVersion } from '../version.ts';
import type { CommandStreams } from './command-line.ts';
import { runServer, type RunningServer } from './run-server.ts';
import { parseServeFlags, serveHelp } from './serve-flags.ts';

/** `fairlead serve`. A kubeconfig that cannot be used does not stop it: the page explains what is wrong with it. */
export async function serve(
  args: readonly string[],
  streams: CommandStreams,
): Promise<RunningServer | undefined> {
  const config = readConfig(readProcessFacts());
  const flags = parseServeFlags(args, config.workingFolder);
  if (flags === 'help') {
    streams.out(serveHelp);
    return undefined;
  }
  const source = new KubeConfigConnectionSource(
    { ...config.kubeConfigPlaces, flag: flags.kubeconfig },
    config.connectionSurroundings,
  );
  await tellAboutKubeConfig(source, streams);
  const directory = new KubeClusterDirectory({ source, namespaces: flags.namespaces });
  return runServer({
    config,
    flags,
    settings: {
      mode: 'serve',
      isReadOnly: flags.isReadOnly,
      isDemoWritable: false,
      version: readVersion(),
      allowedHosts: flags.allowedHosts,
      context: flags.context,
      namespaces: flags.namespaces,
    },
    cluster: { directory, close: () => directory.close() },
    streams,
  });
}

/** What the page will say of a kubeconfig that cannot be used is said in the terminal as well. */
async function tellAboutKubeConfig(
  source: Pick<KubeConfigConnectionSource, 'listNotices'>,
  { notice }: CommandStreams,
): Promise<void> {
  try {
    for (const line of await source.listNotices()) notice(line);
  } catch (error) {
    if (!(error instanceof ClusterProblem)) throw error;
    notice(`${error.message} ${error.hint} (${error.code})`);
  }
}
