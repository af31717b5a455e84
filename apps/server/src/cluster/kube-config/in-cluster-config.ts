import { access, readFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import type { KubeConfigFacts, UserFacts } from './kube-config-facts.ts';

/** What Kubernetes gives a Pod: two variables and a mounted folder. */
export interface ServiceAccountPlace {
  /** `/var/run/secrets/kubernetes.io/serviceaccount`. */
  readonly folder: string;
  /** `KUBERNETES_SERVICE_HOST` and `KUBERNETES_SERVICE_PORT`. */
  readonly host: string | undefined;
  readonly port: string | undefined;
}

const name = 'in-cluster';

const user: UserFacts = {
  name,
  certificateFile: undefined,
  certificateData: undefined,
  keyFile: undefined,
  keyData: undefined,
  token: undefined,
  tokenFile: undefined,
  username: undefined,
  password: undefined,
  exec: undefined,
  authProvider: undefined,
  impersonate: undefined,
};

const isThere = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The service account of the Pod we run in, as a kubeconfig with one context; `undefined` outside of a cluster. */
export async function inClusterConfig({
  folder,
  host,
  port,
}: ServiceAccountPlace): Promise<KubeConfigFacts | undefined> {
  const tokenFile = join(folder, 'token');
  if (host === undefined || host === '' || !(await isThere(tokenFile))) return undefined;
  const caFile = join(folder, 'ca.crt');
  const namespaceFile = join(folder, 'namespace');
  const namespace = (await isThere(namespaceFile))
    ? (await readFile(namespaceFile, 'utf8')).trim()
    : undefined;
  const cluster = {
    name,
    server: `https://${isIPv6(host) ? `[${host}]` : host}:${port ?? '443'}`,
    caFile: (await isThere(caFile)) ? caFile : undefined,
    caData: undefined,
    tlsServerName: undefined,
    skipsTlsVerification: false,
    proxyUrl: undefined,
  };
  return {
    currentContext: name,
    contexts: new Map([[name, { name, cluster: name, user: name, namespace }]]),
    clusters: new Map([[name, cluster]]),
    users: new Map([[name, { ...user, tokenFile }]]),
  };
}
