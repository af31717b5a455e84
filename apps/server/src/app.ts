import { fastify, LogController, type FastifyInstance, type RouteOptions } from 'fastify';
import { addAccessApi } from './api/access/access-api.ts';
import { addContextsApi } from './api/contexts/contexts-api.ts';
import { addControllerSettingsApi } from './api/controller-settings/controller-settings-api.ts';
import { patientConfirmation, type ConfirmationRules } from './api/edits/confirm-write.ts';
import { addEditsApi } from './api/edits/edits-api.ts';
import { addKindSchemasApi } from './api/kind-schemas/kind-schemas-api.ts';
import { addObjectsApi } from './api/objects/objects-api.ts';
import { addRetryApi } from './api/retry/retry-api.ts';
import { addSessionApi } from './api/session/session-api.ts';
import { addTlsSecretsApi } from './api/tls-secrets/tls-secrets-api.ts';
import { addSnapshotApi } from './api/updates/snapshot-api.ts';
import { addUpdatesSockets } from './api/updates/updates-sockets.ts';
import { ViewedContexts } from './api/updates/viewed-contexts.ts';
import type { AppSettings } from './app-settings.ts';
import type { ClusterDirectory } from './cluster/cluster-directory.ts';
import type { Clock } from './clock.ts';
import type { GuardRules } from './guard/judge-request.ts';
import type { LaunchSession } from './guard/launch-session.ts';
import { addErrorReplies } from './plugins/error-replies.ts';
import { addHealth } from './plugins/health.ts';
import { acceptJsonOnly } from './plugins/json-bodies.ts';
import { addMetrics } from './plugins/metrics.ts';
import { addPage } from './plugins/page.ts';
import type { PageFiles } from './plugins/page-files.ts';
import { addRequestGuard } from './plugins/request-guard.ts';
import { addRequestLog, buildLogger, type LogOptions } from './plugins/request-log.ts';
import { addSecurityHeaders } from './plugins/security-headers.ts';
import type { UpstreamMetrics } from './plugins/upstream-metrics.ts';

export interface AppParts {
  readonly settings: AppSettings;
  readonly directory: ClusterDirectory;
  readonly session: LaunchSession;
  readonly pageFiles: PageFiles;
  readonly upstreamMetrics: UpstreamMetrics;
  readonly clock: Clock;
  /** `undefined` silences the log. */
  readonly log: LogOptions | undefined;
  /** How long a write without an answer is looked for, unless told otherwise. */
  readonly confirmation?: ConfirmationRules;
  /** Hears of every route, for whoever wants to see them all. */
  readonly onRoute?: (route: RouteOptions) => void;
}

const bodyLimitBytes = 3 * 1024 * 1024;

/** The whole server but for listening: hooks that see every request first, then the areas of the API, then the page. */
export function buildApp(parts: AppParts): FastifyInstance {
  const { settings, directory, session, confirmation = patientConfirmation } = parts;
  const app = openApp(parts.log);
  const guardRules: GuardRules = {
    allowedHosts: settings.allowedHosts,
    isToken: (text) => session.isToken(text),
  };
  if (parts.onRoute !== undefined) app.addHook('onRoute', parts.onRoute);
  const contexts = new ViewedContexts(directory, parts.clock);
  const sockets = addUpdatesSockets(app.server, {
    contexts,
    guardRules,
    onBug: (error) => app.log.error({ err: error }, 'unexpected error'),
  });
  let isStopping = false;
  app.addHook('preClose', (done) => {
    isStopping = true;
    contexts.close();
    sockets.close();
    done();
  });

  addErrorReplies(app);
  addRequestLog(app);
  addSecurityHeaders(app);
  addRequestGuard(app, guardRules);
  acceptJsonOnly(app);

  addHealth(app, () => isStopping);
  addMetrics(app, parts.upstreamMetrics, {
    directory,
    clock: parts.clock,
    countViewers: () => contexts.countViewers(),
  });
  addSessionApi(app, { directory, session, settings });
  addContextsApi(app, { directory, chosenContext: settings.context });
  addSnapshotApi(app, { directory, contexts });
  addObjectsApi(app, { directory });
  addRetryApi(app, { directory });
  addAccessApi(app, { directory });
  addKindSchemasApi(app, { directory });
  addTlsSecretsApi(app, { directory });
  addControllerSettingsApi(app, { directory });
  addEditsApi(app, { settings, directory, confirmation });
  addPage(app, parts.pageFiles);
  return app;
}

function openApp(log: LogOptions | undefined): FastifyInstance {
  return fastify({
    logger: log === undefined ? false : buildLogger(log),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: false,
    bodyLimit: bodyLimitBytes,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 10_000 },
    routerOptions: { maxParamLength: 1024 },
    return503OnClosing: false,
  });
}
