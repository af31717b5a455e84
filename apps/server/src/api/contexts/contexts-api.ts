import { apiPaths, type ClusterReply } from '@fairlead/api-contract';
import type { FastifyInstance } from 'fastify';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import { readContextName } from '../context-params.ts';
import { buildContextsReply } from './contexts-reply.ts';

interface ContextsApiParts {
  readonly directory: ClusterDirectory;
  readonly chosenContext: string | undefined;
}

export function addContextsApi(app: FastifyInstance, { directory, chosenContext }: ContextsApiParts): void {
  app.get(apiPaths.contexts, () => buildContextsReply(directory, chosenContext));

  app.get(apiPaths.cluster, async (request): Promise<ClusterReply> => {
    const client = await directory.getClient(readContextName(request.params));
    const [version, identity, userName] = await Promise.all([
      client.getVersion(),
      client.getIdentity(),
      client.findUserName(),
    ]);
    return {
      context: client.contextName,
      server: client.server,
      clusterId: identity.id,
      version: version.gitVersion,
      ...(userName !== undefined && { userName }),
    };
  });
}
