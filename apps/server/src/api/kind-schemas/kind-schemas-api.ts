import { apiPaths, writableKinds, type KindSchemaReply } from '@fairlead/api-contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { readContextName } from '../context-params.ts';

const kindParams = z.object({ kind: z.enum(writableKinds) });

/** What an editor of YAML completes and checks with, as the cluster at hand understands it. */
export function addKindSchemasApi(
  app: FastifyInstance,
  { directory }: { readonly directory: ClusterDirectory },
): void {
  app.get(apiPaths.kindSchema, async (request): Promise<KindSchemaReply> => {
    const { kind } = parseWith(kindParams, request.params);
    const client = await directory.getClient(readContextName(request.params));
    const [schema, { gitVersion }] = await Promise.all([
      client.readKindSchema(kind, request.signal),
      client.getVersion(request.signal),
    ]);
    return { serverVersion: gitVersion, schema: { ...schema } };
  });
}
