import { apiPaths, codeRequestSchema, type CodeReply, type SessionReply } from '@fairlead/api-contract';
import type { FastifyInstance } from 'fastify';
import { canApply, canDryRun, type AppSettings } from '../../app-settings.ts';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import type { LaunchSession } from '../../guard/launch-session.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { RequestProblem } from '../../plugins/request-problem.ts';
import { buildContextsReply } from '../contexts/contexts-reply.ts';

interface SessionApiParts {
  readonly directory: ClusterDirectory;
  readonly session: LaunchSession;
  readonly settings: AppSettings;
}

export function addSessionApi(app: FastifyInstance, parts: SessionApiParts): void {
  const { directory, session, settings } = parts;

  app.get(apiPaths.session, async (request): Promise<SessionReply> => {
    const contexts = await buildContextsReply(directory, settings.context);
    return {
      ...contexts,
      mode: settings.mode,
      readOnly: !canApply(settings),
      canDryRun: canDryRun(settings),
      version: settings.version,
      port: request.socket.localPort ?? 0,
      startId: session.startId,
      ...(settings.namespaces !== undefined && { namespaces: [...settings.namespaces] }),
    };
  });

  app.post(apiPaths.sessionCode, { config: { guard: 'code' } }, (request): CodeReply => {
    const { code } = parseWith(codeRequestSchema, request.body);
    const token = session.redeemCode(code);
    if (token === undefined) throw new RequestProblem('CODE_WRONG');
    return { token };
  });
}
