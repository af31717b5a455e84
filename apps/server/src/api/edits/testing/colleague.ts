import { storedObjectSchema } from '@fairlead/api-contract';
import { kindInfo } from '@fairlead/kube-objects';
import { expect } from 'vitest';
import { collectionPath, objectPath } from '../../../cluster/api-path.ts';
import type { ContractCluster } from '../../../cluster/testing/cluster-contract.ts';
import { sendRaw, type RawAnswer, type RawRequest } from '../../../cluster/testing/raw-request.ts';
import type { StoredObject } from '../edit-target.ts';

type Kind = 'Service' | 'Ingress';
type Content = Readonly<Record<string, unknown>>;

/** Somebody else with all rights on the same cluster, who works in a namespace of their own, past our code. */
export class Colleague {
  readonly cluster: ContractCluster;
  readonly namespace = `edits-${Math.random().toString(36).slice(2, 10)}`;
  #count = 0;

  constructor(cluster: ContractCluster) {
    this.cluster = cluster;
  }

  async send(request: RawRequest): Promise<RawAnswer> {
    return sendRaw((await this.cluster.sourceOf('admin').connect('admin')).connection, request);
  }

  async arrive(): Promise<void> {
    for (const name of [this.namespace, 'shop']) {
      const body = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
      const { statusCode } = await this.send({ method: 'POST', path: '/api/v1/namespaces', body });
      expect([201, 409]).toContain(statusCode);
    }
  }

  async leave(): Promise<void> {
    await this.send({ method: 'DELETE', path: `/api/v1/namespaces/${this.namespace}` });
    await this.cluster.close();
  }

  newName(): string {
    this.#count += 1;
    return `object-${this.#count}`;
  }

  service(spec: Content = {}, namespace = this.namespace) {
    const name = this.newName();
    return {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace },
      spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }], ...spec },
    } as const;
  }

  ingress(spec: Content = {}) {
    const backend = { service: { name: 'web', port: { number: 80 } } };
    const paths = [{ path: '/', pathType: 'Prefix', backend }];
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: this.newName(), namespace: this.namespace },
      spec: { rules: [{ host: 'shop.example.com', http: { paths } }], ...spec },
    } as const;
  }

  async create(object: Content & { readonly kind: Kind; readonly metadata: Content }): Promise<StoredObject> {
    const namespace = String(object.metadata['namespace']);
    const path = collectionPath({ type: kindInfo(object.kind), namespace });
    const { statusCode, body } = await this.send({ method: 'POST', path, body: object });
    expect([statusCode, body]).toEqual([201, expect.anything()]);
    return storedObjectSchema.parse(body);
  }

  async find({ kind, metadata }: StoredObject): Promise<StoredObject | undefined> {
    const { statusCode, body } = await this.send({ method: 'GET', path: this.pathOf({ kind, metadata }) });
    return statusCode === 404 ? undefined : storedObjectSchema.parse(body);
  }

  /** Changes the object as it is now with a merge patch, which always succeeds. */
  async change(
    { kind, metadata }: Pick<StoredObject, 'kind' | 'metadata'>,
    patch: Content,
  ): Promise<StoredObject> {
    const { statusCode, body } = await this.send({
      method: 'PATCH',
      path: this.pathOf({ kind, metadata }),
      body: patch,
      contentType: 'application/merge-patch+json',
    });
    expect([statusCode, body]).toEqual([200, expect.anything()]);
    return storedObjectSchema.parse(body);
  }

  async remove({ kind, metadata }: Pick<StoredObject, 'kind' | 'metadata'>): Promise<void> {
    const { statusCode } = await this.send({ method: 'DELETE', path: this.pathOf({ kind, metadata }) });
    expect(statusCode).toBe(200);
  }

  pathOf({ kind, metadata: { namespace, name } }: Pick<StoredObject, 'kind' | 'metadata'>): string {
    return objectPath({ type: kindInfo(kind), namespace, name });
  }
}
