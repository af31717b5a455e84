import {
  apiPaths,
  namespaceNameSchema,
  objectNameSchema,
  type CertificateReply,
  type TlsSecretsReply,
} from '@fairlead/api-contract';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { readContextName } from '../context-params.ts';

const namespaceParams = z.object({ namespace: namespaceNameSchema });
const secretParams = z.object({ namespace: namespaceNameSchema, name: objectNameSchema });

/** What an editor of Ingresses must know of Secrets: which TLS Secrets there are, and the certificate of one. */
export function addTlsSecretsApi(
  app: FastifyInstance,
  { directory }: { readonly directory: ClusterDirectory },
): void {
  app.get(apiPaths.tlsSecrets, async (request): Promise<TlsSecretsReply> => {
    const { namespace } = parseWith(namespaceParams, request.params);
    const client = await directory.getClient(readContextName(request.params));
    return { names: [...(await client.listTlsSecretNames(namespace, request.signal))] };
  });

  app.get(apiPaths.certificate, async (request): Promise<CertificateReply> => {
    const secret = parseWith(secretParams, request.params);
    const client = await directory.getClient(readContextName(request.params));
    const { names, problem, ...facts } = await client.readCertificateFacts(secret, request.signal);
    return { ...facts, names: [...names], ...(problem !== undefined && { problem }) };
  });
}
