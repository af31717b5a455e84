import { ObjectStore, parseTrimmedObject, type ObjectReader, type StringMap } from '@fairlead/kube-objects';
import { findControllerConfigMap, listTracedControllers, type CertificateFacts } from '@fairlead/routing';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { ClusterProblem } from '../../cluster/cluster-problem.ts';
import { KubeConfigConnectionSource } from '../../cluster/kube-config/kube-config-connection-source.ts';
import { KubeClusterDirectory } from '../../cluster/kube-cluster-directory.ts';
import { listOnce } from '../../cluster/list-once.ts';
import { parseConfigMap } from '../../cluster/parse-config-map.ts';
import type { Config } from '../../config.ts';
import { toRoutingFacts } from './certificate-reader.ts';
import { InputProblem } from './input-problem.ts';
import { parseJson } from './parse-json.ts';
import type { ObjectSource } from './source-flags.ts';
import type { World } from './world.ts';

type LiveSource = Extract<ObjectSource, { kind: 'cluster' }>;

/** The Secrets that Ingresses name, as `namespace/name`. */
const listNamedSecrets = (reader: ObjectReader): readonly string[] => [
  ...new Set(
    reader
      .list('Ingress')
      .flatMap(({ metadata: { namespace = '' }, spec }) =>
        (spec.tls ?? []).flatMap(({ secretName = '' }) =>
          secretName === '' ? [] : [`${namespace}/${secretName}`],
        ),
      ),
  ),
];

/** Of a Secret that is not there nothing. */
async function readCertificate(
  client: Pick<ClusterClient, 'readCertificateFacts'>,
  id: string,
): Promise<readonly (readonly [string, CertificateFacts])[]> {
  const [namespace = '', name = ''] = id.split('/');
  const facts = await client.readCertificateFacts({ namespace, name });
  return facts.problem === 'secret-missing' ? [] : [[id, toRoutingFacts(facts)]];
}

/** `undefined` where Secrets may not be read. */
async function readCertificates(
  client: Pick<ClusterClient, 'readCertificateFacts'>,
  reader: ObjectReader,
): Promise<ReadonlyMap<string, CertificateFacts> | undefined> {
  try {
    const found = await Promise.all(listNamedSecrets(reader).map((id) => readCertificate(client, id)));
    return new Map(found.flat());
  } catch (error) {
    if (error instanceof ClusterProblem && error.code === 'CLUSTER_FORBIDDEN') return undefined;
    throw error;
  }
}

const configMapType = { group: '', version: 'v1', resource: 'configmaps' };

/** The ConfigMaps that controllers have settings in, as far as they are there and may be read. */
async function readConfigMaps(
  client: Pick<ClusterClient, 'getObject'>,
  reader: ObjectReader,
): Promise<ReadonlyMap<string, StringMap>> {
  const configMaps = new Map<string, StringMap>();
  for (const controller of listTracedControllers(reader)) {
    const place = findControllerConfigMap(reader, controller);
    if (place === undefined) continue;
    try {
      const { object } = await client.getObject({ type: configMapType, ...place });
      const { id, data } = parseConfigMap(object);
      configMaps.set(id, data);
    } catch (error) {
      const canDoWithout =
        error instanceof ClusterProblem &&
        (error.code === 'CLUSTER_FORBIDDEN' || error.code === 'OBJECT_NOT_FOUND');
      if (!canDoWithout) throw error;
    }
  }
  return configMaps;
}

async function chooseContext(directory: KubeClusterDirectory, wanted: string | undefined): Promise<string> {
  if (wanted !== undefined) return wanted;
  const current = (await directory.listContexts()).find(({ isCurrent }) => isCurrent);
  if (current === undefined)
    throw new InputProblem(['The kubeconfig names no current context. Choose one with --context.']);
  return current.name;
}

async function readWorld(
  source: KubeConfigConnectionSource,
  directory: KubeClusterDirectory,
  wanted: string | undefined,
): Promise<World> {
  const context = await chooseContext(directory, wanted);
  const client = await directory.getClient(context);
  const { connection } = await source.connect(context);
  const { objects, access } = await listOnce(client, connection.namespace);
  const reader = new ObjectStore();
  reader.apply(
    objects.flatMap((json) => {
      const object = parseTrimmedObject(parseJson(json));
      return object.kind === 'Unreadable' ? [] : [{ op: 'put' as const, object }];
    }),
  );
  reader.setAccess(access);
  const certificates = await readCertificates(client, reader);
  const configMaps = await readConfigMaps(client, reader);
  return { reader, configMaps, sources: new Map(), ...(certificates === undefined ? {} : { certificates }) };
}

/** The live cluster of a kubeconfig, read once. What keeps it from being read is an {@link InputProblem}. */
export async function readLiveWorld(
  { kubeconfig, context }: LiveSource,
  { kubeConfigPlaces, connectionSurroundings }: Config,
): Promise<World> {
  const source = new KubeConfigConnectionSource(
    { ...kubeConfigPlaces, flag: kubeconfig },
    connectionSurroundings,
  );
  const directory = new KubeClusterDirectory({ source });
  try {
    return await readWorld(source, directory, context);
  } catch (error) {
    if (!(error instanceof ClusterProblem)) throw error;
    throw new InputProblem([`${error.message} ${error.hint} (${error.code})`], error);
  } finally {
    await directory.close();
  }
}
