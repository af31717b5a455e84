import { apiPaths, objectEventsQuerySchema, type ObjectEventsReply } from '@fairlead/api-contract';
import type { FastifyInstance } from 'fastify';
import type { ObjectEvent } from '../../cluster/cluster-client.ts';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { readContextName, readObjectAddress } from '../context-params.ts';

const toEntry = ({ firstSeen, lastSeen, ...rest }: ObjectEvent): ObjectEventsReply['events'][number] => ({
  ...rest,
  ...(firstSeen !== undefined && { firstSeen }),
  ...(lastSeen !== undefined && { lastSeen }),
});

/** Whole objects and their Events, fetched for one viewer at one moment and kept nowhere. */
export function addObjectsApi(
  app: FastifyInstance,
  { directory }: { readonly directory: ClusterDirectory },
): void {
  app.get(apiPaths.object, async (request, reply) => {
    const address = readObjectAddress(request.params);
    const client = await directory.getClient(readContextName(request.params));
    const { json } = await client.getObject(address, request.signal);
    // The API server's text goes through unread: numbers beyond 2^53 would not survive being parsed and printed.
    return reply.type('application/json').send(`{"object":${json}}`);
  });

  app.get(apiPaths.objectEvents, async (request): Promise<ObjectEventsReply> => {
    const address = readObjectAddress(request.params);
    const { uid } = parseWith(objectEventsQuerySchema, request.query);
    const client = await directory.getClient(readContextName(request.params));
    const events = await client.listObjectEvents({ ...address, uid }, request.signal);
    return { events: events.map(toEntry) };
  });
}
