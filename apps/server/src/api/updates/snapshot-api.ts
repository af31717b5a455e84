import { Readable } from 'node:stream';
import { apiPaths } from '@fairlead/api-contract';
import type { FastifyInstance } from 'fastify';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import { chooseEncoding } from '../../plugins/accepted-encoding.ts';
import { readContextName } from '../context-params.ts';
import type { ViewedContexts } from './viewed-contexts.ts';

interface SnapshotApiParts {
  readonly directory: ClusterDirectory;
  readonly contexts: ViewedContexts;
}

/** A small cluster is complete within this time: its first picture is the whole one. */
const firstLoadWaitMs = 300;

/** Newline-delimited JSON, packed; whoever fetches it is a viewer until the last byte is sent. */
export function addSnapshotApi(app: FastifyInstance, { directory, contexts }: SnapshotApiParts): void {
  app.get(apiPaths.snapshot, async (request, reply) => {
    const contextName = readContextName(request.params);
    const updates = await contexts.open(contextName);
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const hold = updates.reader.acquire();
    reply.raw.once('close', () => hold.release());
    const client = await directory.getClient(contextName);
    const [{ id }] = await Promise.all([client.getIdentity(), updates.waitForFirstLoad(firstLoadWaitMs)]);
    if (encoding !== 'identity') void reply.header('content-encoding', encoding);
    const body = Readable.from(updates.getSnapshot(id, encoding).read(), { objectMode: false });
    return reply.header('vary', 'accept-encoding').type('application/x-ndjson').send(body);
  });
}
