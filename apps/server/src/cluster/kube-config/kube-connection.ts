import { X509Certificate } from 'node:crypto';
import type { ClusterConnection, ConnectionCredentials } from '../cluster-connection.ts';
import { ClusterProblem } from '../cluster-problem.ts';
import { CredentialFile } from './credential-file.ts';
import { ExecCredentials } from './exec-credentials.ts';
import type { ExecSurroundings } from './exec-plugin.ts';
import { OidcToken } from './oidc-token.ts';
import type {
  ClusterFacts,
  ContextFacts,
  ImpersonationFacts,
  KubeConfigFacts,
  UserFacts,
} from './kube-config-facts.ts';

export interface ConnectionSurroundings extends ExecSurroundings {
  /** Grows only. */
  readonly monotonicNow: () => number;
  /** The wall clock: certificates expire by it. */
  readonly now: () => number;
}

const proxyProtocols = new Set(['http:', 'https:', 'socks5:', 'socks5h:']);

const unknownContext = (name: string, what: string): ClusterProblem =>
  new ClusterProblem('CONTEXT_UNKNOWN', what, {
    hint: `\`kubectl config get-contexts\` lists the contexts there are. Asked for: ${name}.`,
  });

const invalid = (message: string, cause?: unknown): ClusterProblem =>
  new ClusterProblem('KUBECONFIG_INVALID', message, {
    hint: 'Correct the kubeconfig; Fairlead reads it again by itself.',
    cause,
  });

/** The text of a field that is either a file or base64 in the kubeconfig; the data counts where both are there. */
function buildReader(
  { file, data }: { file: string | undefined; data: string | undefined },
  now: () => number,
): (() => Promise<string>) | undefined {
  if (data !== undefined) return async () => Buffer.from(data, 'base64').toString('utf8');
  if (file === undefined) return undefined;
  const content = new CredentialFile(file, now);
  return () => content.read();
}

function impersonationHeaders(
  impersonate: ImpersonationFacts | undefined,
): Record<string, string | string[]> {
  if (impersonate === undefined) return {};
  const { user, uid, groups, extra } = impersonate;
  const headers: [string, string | string[]][] = [['impersonate-user', user]];
  if (uid !== undefined) headers.push(['impersonate-uid', uid]);
  if (groups.length > 0) headers.push(['impersonate-group', [...groups]]);
  for (const [key, values] of extra)
    headers.push([`impersonate-extra-${encodeURIComponent(key).toLowerCase()}`, [...values]]);
  return Object.fromEntries(headers);
}

/** Reads a certificate's end once per certificate. */
class ExpiryCheck {
  #pem = '';
  #endsAtMs = Infinity;

  assertValid(pem: string, nowMs: number): void {
    if (pem !== this.#pem) {
      this.#pem = pem;
      this.#endsAtMs = readEnd(pem);
    }
    if (this.#endsAtMs > nowMs) return;
    throw new ClusterProblem(
      'CERTIFICATE_EXPIRED',
      `The client certificate of this context expired on ${new Date(this.#endsAtMs).toISOString().slice(0, 10)}.`,
      {
        hint: 'Get a new certificate from whoever runs the cluster, or log in again; Fairlead reads the kubeconfig anew by itself.',
      },
    );
  }
}

function readEnd(pem: string): number {
  try {
    return Date.parse(new X509Certificate(pem).validTo);
  } catch (cause) {
    throw invalid('The client certificate of this context is no PEM certificate.', cause);
  }
}

/** Everything that proves one user's identity, read from where the kubeconfig says. */
class UserCredentials {
  readonly #user: UserFacts;
  readonly #surroundings: ConnectionSurroundings;
  readonly #tokenFile: CredentialFile | undefined;
  readonly #exec: ExecCredentials | undefined;
  readonly #oidc: OidcToken | undefined;
  readonly #readCertificate: (() => Promise<string>) | undefined;
  readonly #readKey: (() => Promise<string>) | undefined;
  readonly #expiry = new ExpiryCheck();

  constructor(user: UserFacts, cluster: ClusterFacts, surroundings: ConnectionSurroundings) {
    const { monotonicNow } = surroundings;
    this.#user = user;
    this.#surroundings = surroundings;
    this.#tokenFile =
      user.tokenFile === undefined ? undefined : new CredentialFile(user.tokenFile, monotonicNow);
    this.#exec = user.exec === undefined ? undefined : new ExecCredentials(user.exec, cluster, surroundings);
    this.#oidc = user.authProvider === undefined ? undefined : new OidcToken(user.authProvider);
    this.#readCertificate = buildReader(
      { file: user.certificateFile, data: user.certificateData },
      monotonicNow,
    );
    this.#readKey = buildReader({ file: user.keyFile, data: user.keyData }, monotonicNow);
  }

  async read(): Promise<ConnectionCredentials> {
    const fromExec = await this.#exec?.read();
    const clientCertificate = (await this.#readPair()) ?? fromExec?.clientCertificate;
    if (clientCertificate !== undefined)
      this.#expiry.assertValid(clientCertificate.certificatePem, this.#surroundings.now());
    const authorization = await this.#authorization(fromExec?.token);
    return {
      headers: {
        ...impersonationHeaders(this.#user.impersonate),
        ...(authorization === undefined ? {} : { authorization }),
      },
      clientCertificate,
    };
  }

  forget(): boolean {
    this.#tokenFile?.forget();
    this.#exec?.forget();
    return this.#tokenFile !== undefined || this.#exec !== undefined;
  }

  async #authorization(execToken: string | undefined): Promise<string | undefined> {
    const { token, username, password } = this.#user;
    const bearer =
      (await this.#tokenFile?.read())?.trim() ?? token ?? execToken ?? (await this.#oidc?.read());
    if (bearer !== undefined && bearer !== '') {
      if (/[^\x21-\x7e]/.test(bearer))
        throw invalid('The token of this context holds characters no token has.');
      return `Bearer ${bearer}`;
    }
    if (username === undefined) return undefined;
    return `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}`;
  }

  async #readPair(): Promise<ConnectionCredentials['clientCertificate']> {
    if (this.#readCertificate === undefined) return undefined;
    if (this.#readKey === undefined) throw invalid('The context has a client certificate but no client key.');
    return { certificatePem: await this.#readCertificate(), keyPem: await this.#readKey() };
  }
}

function assertServer({ server, proxyUrl, name }: ClusterFacts): void {
  const isHttp = URL.canParse(server) && /^https?:$/.test(new URL(server).protocol);
  if (!isHttp) throw invalid(`The server of cluster ${name} is no http or https address.`);
  if (proxyUrl === undefined) return;
  if (!URL.canParse(proxyUrl) || !proxyProtocols.has(new URL(proxyUrl).protocol))
    throw invalid(`The proxy-url of cluster ${name} is no http, https or socks5 address.`);
}

function findUser(facts: KubeConfigFacts, { name, user }: ContextFacts): UserFacts | undefined {
  if (user === undefined) return undefined;
  const found = facts.users.get(user);
  if (found === undefined) throw invalid(`Context ${name} names a user that is not there: ${user}.`);
  if (found.authProvider !== undefined && found.authProvider.name !== 'oidc')
    throw new ClusterProblem(
      'KUBECONFIG_INVALID',
      `Context ${name} logs in through the auth-provider ${found.authProvider.name}, which Kubernetes has removed.`,
      { hint: "Use the provider's exec plugin (`users[].user.exec`) instead." },
    );
  return found;
}

/** How the context's cluster is reached. Reads the CA file; credentials are read with each request. */
export async function connectContext(
  facts: KubeConfigFacts,
  contextName: string,
  surroundings: ConnectionSurroundings,
): Promise<ClusterConnection> {
  const context = facts.contexts.get(contextName);
  if (context === undefined)
    throw unknownContext(contextName, `The kubeconfig has no context named ${contextName}.`);
  const cluster = facts.clusters.get(context.cluster);
  if (cluster === undefined)
    throw invalid(`Context ${contextName} names a cluster that is not there: ${context.cluster}.`);
  assertServer(cluster);
  const user = findUser(facts, context);
  const credentials = user && new UserCredentials(user, cluster, surroundings);
  const readCa = buildReader({ file: cluster.caFile, data: cluster.caData }, surroundings.monotonicNow);
  return {
    contextName,
    server: cluster.server,
    namespace: context.namespace,
    caPem: await readCa?.(),
    tlsServerName: cluster.tlsServerName,
    skipsTlsVerification: cluster.skipsTlsVerification,
    proxyUrl: cluster.proxyUrl,
    readCredentials: async () => (await credentials?.read()) ?? { headers: {}, clientCertificate: undefined },
    forgetCredentials: () => credentials?.forget() ?? false,
  };
}
