import type { ApplyReply, ApplyRequest, DryRunReply, DryRunRequest } from '@fairlead/api-contract';
import { applyReplySchema, dryRunReplySchema } from '@fairlead/api-contract';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { patientConfirmation } from '../api/edits/confirm-write.ts';
import { buildApp } from '../app.ts';
import type { AppSettings } from '../app-settings.ts';
import { KubeClusterDirectory } from '../cluster/kube-cluster-directory.ts';
import type { ContractCluster, ContractIdentity } from '../cluster/testing/cluster-contract.ts';
import { openApiDoor, type ApiDoor } from '../cluster/testing/api-door.ts';
import { systemClock } from '../clock.ts';
import { LaunchSession } from '../guard/launch-session.ts';
import { UpstreamMetrics } from '../plugins/upstream-metrics.ts';

/** The whole server before a cluster, as one identity, with a door in between. */
export interface ClusterApp {
  readonly app: FastifyInstance;
  readonly door: ApiDoor;
  readonly headers: Readonly<Record<string, string>>;
  readonly clusterId: string;
  readonly dryRun: (edit: DryRunRequest) => Promise<DryRunReply>;
  readonly apply: (edit: ApplyRequest) => Promise<ApplyReply>;
}

export interface ClusterAppOptions {
  readonly identity?: ContractIdentity;
  readonly settings?: Partial<AppSettings>;
  readonly writeTimeLimitMs?: number;
}

const settings: AppSettings = {
  mode: 'serve',
  isReadOnly: false,
  isDemoWritable: false,
  version: '0.0.0-test',
  allowedHosts: [],
  context: undefined,
  namespaces: undefined,
};

/** Opens the server on a cluster; closed when the test ends. */
export async function openClusterApp(
  cluster: ContractCluster,
  { identity = 'admin', writeTimeLimitMs, ...options }: ClusterAppOptions = {},
): Promise<ClusterApp> {
  const door = await openApiDoor(cluster.sourceOf(identity), identity);
  const directory = new KubeClusterDirectory({ source: door.source, writeTimeLimitMs });
  const session = new LaunchSession(systemClock);
  const app = buildApp({
    settings: { ...settings, ...options.settings },
    directory,
    session,
    pageFiles: { html: '<!doctype html><title>page</title>', find: () => undefined },
    upstreamMetrics: new UpstreamMetrics(),
    clock: systemClock,
    log: undefined,
    confirmation: { ...patientConfirmation, delaysMs: [0, 20] },
  });
  await app.ready();
  onTestFinished(async () => {
    await app.close();
    await directory.close();
    await door.close();
  });
  const headers = {
    host: '127.0.0.1:7420',
    origin: 'http://127.0.0.1:7420',
    authorization: `Bearer ${session.token}`,
  };
  const post = async (path: string, payload: object): Promise<unknown> => {
    const reply = await app.inject({
      method: 'POST',
      url: `/api/contexts/${identity}/edits/${path}`,
      payload,
      headers,
    });
    return reply.json();
  };
  const { id: clusterId } = await (await directory.getClient(identity)).getIdentity();
  return {
    app,
    door,
    headers,
    clusterId,
    dryRun: async (edit) => dryRunReplySchema.parse(await post('dry-run', edit)),
    apply: async (edit) => applyReplySchema.parse(await post('apply', edit)),
  };
}
