import { dirname, isAbsolute, join } from 'node:path';
import { KubeConfig, loadYaml } from '@kubernetes/client-node';
import { ClusterProblem } from '../cluster-problem.ts';
import type {
  AuthProviderFacts,
  ClusterFacts,
  ContextFacts,
  ExecPluginFacts,
  ImpersonationFacts,
  KubeConfigFacts,
  UserFacts,
} from './kube-config-facts.ts';

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const record = (raw: unknown): Raw => (isRecord(raw) ? raw : {});
const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined);
const list = (raw: unknown): readonly unknown[] => (Array.isArray(raw) ? raw : []);
const texts = (raw: unknown): readonly string[] => list(raw).flatMap((one) => text(one) ?? []);

/** A YAML error without the lines around it: they may hold a token. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? '';
}

function invalid(file: string, what: string): ClusterProblem {
  return new ClusterProblem('KUBECONFIG_INVALID', `The kubeconfig ${file} cannot be read: ${what}`, {
    hint: 'Correct the file; Fairlead reads it again by itself. `kubectl config view` shows what kubectl makes of it.',
    cause: new Error(what),
  });
}

function parseExec(raw: unknown): ExecPluginFacts | undefined {
  if (!isRecord(raw)) return undefined;
  return {
    command: text(raw['command']) ?? '',
    args: list(raw['args']).map(String),
    env: list(raw['env']).flatMap((entry) => {
      const { name, value } = record(entry);
      return typeof name === 'string' ? [{ name, value: typeof value === 'string' ? value : '' }] : [];
    }),
    apiVersion: text(raw['apiVersion']) ?? 'client.authentication.k8s.io/v1',
    installHint: text(raw['installHint']),
    provideClusterInfo: raw['provideClusterInfo'] === true,
    needsTerminal: raw['interactiveMode'] === 'Always',
  };
}

function parseAuthProvider(raw: unknown): AuthProviderFacts | undefined {
  const { name, config } = record(raw);
  if (typeof name !== 'string') return undefined;
  return {
    name,
    config: new Map(
      Object.entries(record(config)).flatMap(([key, value]) =>
        typeof value === 'string' ? [[key, value] as const] : [],
      ),
    ),
  };
}

function parseImpersonation(raw: Raw): ImpersonationFacts | undefined {
  const user = text(raw['as']);
  if (user === undefined) return undefined;
  return {
    user,
    uid: text(raw['as-uid']),
    groups: texts(raw['as-groups']),
    extra: new Map(
      Object.entries(record(raw['as-user-extra'])).map(([key, values]) => [key, texts(values)] as const),
    ),
  };
}

/** A plugin's command with a slash is meant from the file's folder, one without is looked up in PATH. */
function resolveCommand(exec: ExecPluginFacts | undefined, folder: string): ExecPluginFacts | undefined {
  if (exec === undefined || isAbsolute(exec.command) || !/[\\/]/.test(exec.command)) return exec;
  return { ...exec, command: join(folder, exec.command) };
}

function toCluster(cluster: ReturnType<KubeConfig['getClusters']>[number]): ClusterFacts {
  return {
    name: cluster.name,
    server: cluster.server,
    caFile: text(cluster.caFile),
    caData: text(cluster.caData),
    tlsServerName: text(cluster.tlsServerName),
    skipsTlsVerification: cluster.skipTLSVerify,
    proxyUrl: text(cluster.proxyUrl),
  };
}

/** What client-node leaves out of a user (`tokenFile`, impersonation beyond `as`) is read from the raw entry. */
function toUser(user: ReturnType<KubeConfig['getUsers']>[number], raw: Raw, folder: string): UserFacts {
  const tokenFile = text(raw['tokenFile']);
  return {
    name: user.name,
    certificateFile: text(user.certFile),
    certificateData: text(user.certData),
    keyFile: text(user.keyFile),
    keyData: text(user.keyData),
    token: text(user.token),
    tokenFile: tokenFile === undefined || isAbsolute(tokenFile) ? tokenFile : join(folder, tokenFile),
    username: text(user.username),
    password: text(user.password),
    exec: resolveCommand(parseExec(user.exec), folder),
    authProvider: parseAuthProvider(user.authProvider),
    impersonate: parseImpersonation(raw),
  };
}

const toContext = (context: ReturnType<KubeConfig['getContexts']>[number]): ContextFacts => ({
  name: context.name,
  cluster: context.cluster,
  user: text(context.user),
  namespace: text(context.namespace),
});

function rawUsers(raw: Raw): ReadonlyMap<string, Raw> {
  return new Map(
    list(raw['users']).flatMap((entry) => {
      const { name, user } = record(entry);
      return typeof name === 'string' ? [[name, record(user)] as const] : [];
    }),
  );
}

/** The first of several entries of one name counts, as between files. */
const byName = <T extends { readonly name: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.toReversed().map((entry) => [entry.name, entry]));

/** Reads one kubeconfig. An empty file is an empty one; an entry without its necessary fields is left out. */
export function parseKubeConfig(yaml: string, file: string): KubeConfigFacts {
  if (yaml.trim() === '')
    return { currentContext: undefined, contexts: new Map(), clusters: new Map(), users: new Map() };
  const config = new KubeConfig();
  let raw: unknown;
  try {
    raw = loadYaml<unknown>(yaml);
    if (!isRecord(raw)) throw new TypeError('it holds no fields');
    config.loadFromString(yaml, { onInvalidEntry: 'filter' });
  } catch (error) {
    throw invalid(file, firstLine(error));
  }
  const folder = dirname(file);
  config.makePathsAbsolute(folder);
  const users = rawUsers(record(raw));
  return {
    currentContext: text(config.getCurrentContext()),
    contexts: byName(config.getContexts().map(toContext)),
    clusters: byName(config.getClusters().map(toCluster)),
    users: byName(config.getUsers().map((user) => toUser(user, users.get(user.name) ?? {}, folder))),
  };
}
