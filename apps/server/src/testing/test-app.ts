import type { FastifyInstance, RouteOptions } from 'fastify';
import { onTestFinished } from 'vitest';
import { buildApp, type AppParts } from '../app.ts';
import type { AppSettings } from '../app-settings.ts';
import { LaunchSession } from '../guard/launch-session.ts';
import { UpstreamMetrics } from '../plugins/upstream-metrics.ts';
import { FakeClock } from './fake-clock.ts';
import { FakeDirectory } from './fake-directory.ts';

const settings: AppSettings = {
  mode: 'serve',
  isReadOnly: false,
  isDemoWritable: false,
  version: '0.0.0-test',
  allowedHosts: [],
  context: undefined,
  namespaces: undefined,
};

export interface TestApp {
  readonly app: FastifyInstance;
  readonly directory: FakeDirectory;
  readonly clock: FakeClock;
  readonly session: LaunchSession;
  /** What a request of the page itself carries. */
  readonly headers: Readonly<Record<string, string>>;
  readonly routes: readonly RouteOptions[];
}

export type TestAppOptions = Partial<Omit<AppParts, 'settings' | 'directory'>> & {
  readonly settings?: Partial<AppSettings>;
};

/** The server on a fake cluster, closed when the test ends. */
export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const clock = new FakeClock();
  const directory = new FakeDirectory();
  const session = new LaunchSession(clock);
  const routes: RouteOptions[] = [];
  const app = buildApp({
    pageFiles: { html: '<!doctype html><title>page</title>', find: () => undefined },
    upstreamMetrics: new UpstreamMetrics(),
    clock,
    log: undefined,
    session,
    onRoute: (route) => routes.push(route),
    ...options,
    directory,
    settings: { ...settings, ...options.settings },
  });
  onTestFinished(async () => app.close());
  await app.ready();
  const headers = {
    host: '127.0.0.1:7420',
    origin: 'http://127.0.0.1:7420',
    authorization: `Bearer ${session.token}`,
  };
  return { app, directory, clock, session, headers, routes };
}
