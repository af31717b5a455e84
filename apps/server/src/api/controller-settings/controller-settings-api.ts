import {
  apiPaths,
  controllerKindSchema,
  namespaceNameSchema,
  objectNameSchema,
  type ControllerSettingsReply,
} from '@fairlead/api-contract';
import { kindInfo, ObjectStore, parseTrimmedObject, type ObjectReader } from '@fairlead/kube-objects';
import { findControllerConfigMap, listTracedControllers, readConfigMapOptions } from '@fairlead/routing';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterDirectory } from '../../cluster/cluster-directory.ts';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import { parseConfigMap } from '../../cluster/parse-config-map.ts';
import { parseWith } from '../../plugins/parse-with.ts';
import { readContextName } from '../context-params.ts';

const workloadParams = z.object({
  kind: controllerKindSchema,
  namespace: namespaceNameSchema,
  name: objectNameSchema,
});

const configMapType = { group: '', version: 'v1', resource: 'configmaps' };

function readerOf(whole: unknown): ObjectReader {
  const reader = new ObjectStore();
  const object = parseTrimmedObject(whole);
  if (object.kind !== 'Unreadable') reader.apply([{ op: 'put', object }]);
  return reader;
}

/** `undefined`: there is no such ConfigMap, which is no failure of the one who asks. */
async function findConfigMap(
  client: ClusterClient,
  place: { readonly namespace: string; readonly name: string },
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return (await client.getObject({ type: configMapType, ...place }, signal)).object;
  } catch (error) {
    if (error instanceof ClusterProblem && error.code === 'OBJECT_NOT_FOUND') return undefined;
    throw error;
  }
}

/**
 * Options that controllers have in a ConfigMap. The request names a workload, never a ConfigMap: only the one that this
 * workload's own arguments name is read, and only options that decide about routing leave here.
 */
export function addControllerSettingsApi(
  app: FastifyInstance,
  { directory }: { readonly directory: ClusterDirectory },
): void {
  app.get(apiPaths.controllerSettings, async (request): Promise<ControllerSettingsReply> => {
    const { kind, namespace, name } = parseWith(workloadParams, request.params);
    const client = await directory.getClient(readContextName(request.params));
    const workload = await client.getObject({ type: kindInfo(kind), namespace, name }, request.signal);
    const reader = readerOf(workload.object);
    const controller = listTracedControllers(reader).find(({ running }) => running !== undefined);
    const place = controller && findControllerConfigMap(reader, controller);
    if (controller === undefined || place === undefined) return { configMap: null, options: {} };
    const configMap = `${place.namespace}/${place.name}`;
    const found = await findConfigMap(client, place, request.signal);
    return found === undefined
      ? { configMap, isMissing: true, options: {} }
      : { configMap, options: readConfigMapOptions(parseConfigMap(found).data, controller.profile) };
  });
}
