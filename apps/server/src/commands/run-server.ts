import { fileURLToPath } from 'node:url';
import { codeFragmentPrefix, tokenFragmentPrefix } from '@fairlead/api-contract';
import { buildApp } from '../app.ts';
import type { AppSettings } from '../app-settings.ts';
import type { ClusterDirectory } from '../cluster/cluster-directory.ts';
import { systemClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { LaunchSession } from '../guard/launch-session.ts';
import { defaultPort, listen } from '../listen.ts';
import { openBrowser } from '../open-browser.ts';
import { readPageFiles } from '../plugins/page-files.ts';
import { UpstreamMetrics } from '../plugins/upstream-metrics.ts';
import type { CommandStreams } from './command-line.ts';
import type { ListenFlags } from './listen-flags.ts';

/** The cluster side of a server: what differs between `serve` and `demo`. */
export interface ServerCluster {
  readonly directory: ClusterDirectory;
  close(): Promise<void>;
}

export interface ServerRequest {
  readonly config: Config;
  readonly flags: ListenFlags;
  readonly settings: AppSettings;
  readonly cluster: ServerCluster;
  readonly streams: CommandStreams;
}

export interface RunningServer {
  /** Ends requests and watches; what is under way has `drainMs` to finish. */
  stop(): Promise<void>;
}

const drainMs = 5_000;
const pageFolder = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

/** Starts listening; the address with its token is the last line on standard output. */
export async function runServer(request: ServerRequest): Promise<RunningServer> {
  const { config, flags, settings, cluster, streams } = request;
  const session = new LaunchSession(systemClock, config.token);
  const upstreamMetrics = new UpstreamMetrics();
  const app = buildApp({
    settings,
    directory: cluster.directory,
    session,
    pageFiles: readPageFiles(pageFolder),
    upstreamMetrics,
    clock: systemClock,
    log: { level: config.logLevel, stream: process.stderr },
  });
  const port = await listen(app, flags);
  upstreamMetrics.start();
  tellHow(port, request);
  const address = `http://127.0.0.1:${port}/#`;
  if (shouldOpen(request))
    openBrowser(`${address}${codeFragmentPrefix}${session.issueCode()}`, process.platform, (reason) =>
      streams.notice(`The browser could not be opened (${reason}). Open the address yourself:`),
    );
  streams.out(`${address}${tokenFragmentPrefix}${session.token}`);
  return {
    async stop() {
      upstreamMetrics.stop();
      const cut = setTimeout(() => app.server.closeAllConnections(), drainMs);
      await app.close();
      clearTimeout(cut);
      await cluster.close();
    },
  };
}

function tellHow(port: number, { flags, streams }: ServerRequest): void {
  if (flags.port === undefined && port !== defaultPort)
    streams.notice(
      `Port ${defaultPort} is taken; Fairlead listens on ${port}. Drafts kept in the browser under ${defaultPort} are not shown here.`,
    );
  if (flags.address !== '127.0.0.1' && flags.address !== '::1')
    streams.notice(
      `Fairlead listens on ${flags.address}, without TLS: whoever can read the traffic can read the token. Use it behind a port-forward or a proxy only.`,
    );
}

function shouldOpen({ config, flags, streams }: ServerRequest): boolean {
  return flags.mayOpen && config.hasDisplay && (streams.isOutputTerminal || config.isAskedToOpen);
}
