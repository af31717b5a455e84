import type { FastifyInstance } from 'fastify';
import { Gauge, type Registry } from 'prom-client';
import type { ClusterDirectory } from '../cluster/cluster-directory.ts';
import type { Clock } from '../clock.ts';
import type { UpstreamMetrics } from './upstream-metrics.ts';

interface MetricsParts {
  readonly directory: ClusterDirectory;
  readonly clock: Clock;
  readonly countViewers: () => ReadonlyMap<string, number>;
}

/** Prometheus text at `/metrics`. It tells how many objects there are, so it needs the token like everything else. */
export function addMetrics(app: FastifyInstance, upstream: UpstreamMetrics, parts: MetricsParts): void {
  const { registry } = upstream;
  registerReaderGauges(registry, parts);
  registry.registerMetric(
    new Gauge({
      name: 'fairlead_viewers',
      help: 'Connected tabs by context.',
      labelNames: ['context'],
      registers: [],
      collect() {
        this.reset();
        for (const [context, count] of parts.countViewers()) this.set({ context }, count);
      },
    }),
  );
  app.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

function registerReaderGauges(registry: Registry, { directory, clock }: MetricsParts): void {
  registry.registerMetric(
    new Gauge({
      name: 'fairlead_watch_silence_seconds',
      help: 'Time since the API server last sent a byte on the watch of a kind.',
      labelNames: ['context', 'kind', 'namespace'],
      registers: [],
      collect() {
        this.reset();
        for (const { contextName: context, feed } of listFeeds(directory)) {
          if (feed.phase !== 'live' || feed.lastByteAtMs === undefined) continue;
          const silentMs = clock.monotonicNow() - feed.lastByteAtMs;
          this.set({ context, kind: feed.kind, namespace: feed.namespace ?? '' }, silentMs / 1000);
        }
      },
    }),
  );
  registry.registerMetric(
    new Gauge({
      name: 'fairlead_objects',
      help: 'Objects held by context and kind.',
      labelNames: ['context', 'kind', 'namespace'],
      registers: [],
      collect() {
        this.reset();
        for (const { contextName: context, feed } of listFeeds(directory))
          this.set({ context, kind: feed.kind, namespace: feed.namespace ?? '' }, feed.objectCount);
      },
    }),
  );
}

const listFeeds = (directory: ClusterDirectory) =>
  directory
    .listReaders()
    .flatMap((reader) => reader.listFeeds().map((feed) => ({ contextName: reader.contextName, feed })));
