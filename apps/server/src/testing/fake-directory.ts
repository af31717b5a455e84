import type { AccessQuestion, ClusterClient } from '../cluster/cluster-client.ts';
import type { ClusterDirectory, ContextSummary } from '../cluster/cluster-directory.ts';
import { ClusterProblem } from '../cluster/cluster-problem.ts';
import type { ContextReader } from '../cluster/context-reader.ts';
import type { WriteResult } from '../cluster/object-writes.ts';
import { FakeReader } from './fake-reader.ts';

export const demoContext: ContextSummary = {
  name: 'demo',
  clusterName: 'demo',
  server: 'https://127.0.0.1:6443',
  userName: 'viewer',
  namespace: undefined,
  isCurrent: true,
  skipsTlsVerification: false,
};

/** A client that answers from what the test gave it and remembers what it was asked. */
export class FakeClient implements ClusterClient {
  readonly contextName = 'demo';
  readonly server = 'https://127.0.0.1:6443';
  readonly asked: string[] = [];
  objectJson = '{"kind":"Service"}';
  object: unknown;
  problem: ClusterProblem | undefined;

  getObject: ClusterClient['getObject'] = ({ type, namespace, name }) =>
    this.#answer(`get ${type.resource} ${namespace ?? '-'}/${name}`, {
      json: this.objectJson,
      object: this.object,
    });
  listObjectEvents: ClusterClient['listObjectEvents'] = ({ kind, namespace, name, uid }) =>
    this.#answer(`events ${kind} ${namespace ?? '-'}/${name}${uid === undefined ? '' : ` ${uid}`}`, []);
  listTlsSecretNames: ClusterClient['listTlsSecretNames'] = (namespace) =>
    this.#answer(`tls secrets in ${namespace}`, ['shop-tls']);
  readCertificateFacts: ClusterClient['readCertificateFacts'] = ({ namespace, name }) =>
    this.#answer(`certificate ${namespace}/${name}`, {
      names: ['shop.example.com'],
      commonName: '',
      issuer: 'a CA',
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2027-01-01T00:00:00Z',
      fingerprint: 'ab',
      isKeyPresent: true,
      problem: undefined,
    });
  readKindSchema: ClusterClient['readKindSchema'] = (kind) =>
    this.#answer(`schema of ${kind}`, { type: 'object' });
  reviewAccess = ({ verb, resource, namespace }: AccessQuestion) =>
    this.#answer(`may ${verb} ${resource} in ${namespace ?? '*'}`, {
      isAllowed: verb !== 'delete',
      reason: undefined,
    });
  getVersion = () => this.#answer('version', { gitVersion: 'v1.34.1', major: '1', minor: '34' });
  getIdentity = () => this.#answer('identity', { id: 'uid-of-kube-system', isFromKubeSystem: true });
  findUserName = () => this.#answer('who', 'viewer');
  readListPage = () => this.#answer('list', undefined);
  readWatch = () => this.#answer('watch', undefined);
  createObject: ClusterClient['createObject'] = ({ kind, name, isDryRun }) =>
    this.#accept(`create ${kind} ${name}${isDryRun ? ' dry' : ''}`);
  putObject: ClusterClient['putObject'] = ({ kind, name, isDryRun }) =>
    this.#accept(`put ${kind} ${name}${isDryRun ? ' dry' : ''}`);
  deleteObject: ClusterClient['deleteObject'] = ({ kind, name, isDryRun }) =>
    this.#accept(`delete ${kind} ${name}${isDryRun ? ' dry' : ''}`);
  close = () => Promise.resolve();

  #accept(question: string): Promise<WriteResult> {
    return this.#answer(question, { kind: 'accepted', object: {}, warnings: [] });
  }

  #answer<T>(question: string, value: T): Promise<T> {
    this.asked.push(question);
    return this.problem === undefined ? Promise.resolve(value) : Promise.reject(this.problem);
  }
}

/** A directory with one context, `demo`. */
export class FakeDirectory implements ClusterDirectory {
  readonly client = new FakeClient();
  reader = new FakeReader();
  contexts: readonly ContextSummary[] = [demoContext];
  problem: ClusterProblem | undefined;

  listContexts(): Promise<readonly ContextSummary[]> {
    return this.problem ? Promise.reject(this.problem) : Promise.resolve(this.contexts);
  }

  getClient(contextName: string): Promise<ClusterClient> {
    return this.#find(contextName, this.client);
  }

  getReader(contextName: string): Promise<ContextReader> {
    return this.#find(contextName, this.reader);
  }

  listReaders(): readonly ContextReader[] {
    return [this.reader];
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #find<T>(contextName: string, value: T): Promise<T> {
    if (this.problem !== undefined) return Promise.reject(this.problem);
    if (contextName === 'demo') return Promise.resolve(value);
    return Promise.reject(
      new ClusterProblem('CONTEXT_UNKNOWN', `There is no context ${contextName}.`, { hint: 'Look again.' }),
    );
  }
}
