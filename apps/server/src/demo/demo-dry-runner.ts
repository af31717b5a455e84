import type { DryRunReply, EditRequest } from '@fairlead/api-contract';
import { kindInfo } from '@fairlead/kube-objects';
import type { BodyReply, FakeCluster, FakeRequest } from '@fairlead/fake-cluster';
import { z } from 'zod';
import type { DryRunner } from '../api/edits/dry-runner.ts';
import { collectionPath, objectPath, queryText } from '../cluster/api-path.ts';
import { ClusterProblem } from '../cluster/cluster-problem.ts';
import { toClusterProblem } from '../cluster/kube-status.ts';
import { demoContext, demoIdentity } from './demo-access.ts';

const objectSchema = z.record(z.string(), z.unknown());

function toRequest({ operation, object }: EditRequest): FakeRequest {
  const { namespace, name } = object.metadata;
  const type = kindInfo(object.kind);
  const query = queryText({ dryRun: 'All', fieldValidation: 'Strict', fieldManager: 'fairlead' }).slice(1);
  return {
    method: operation === 'create' ? 'POST' : 'PUT',
    path:
      operation === 'create' ? collectionPath({ type, namespace }) : objectPath({ type, namespace, name }),
    query,
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(object),
    identity: demoIdentity,
  };
}

/** `Warning: 299 - "unknown field"` headers (RFC 7234), several in one line. */
function readWarnings({ headers }: BodyReply): readonly string[] {
  const text = headers['warning'] ?? headers['Warning'] ?? '';
  return [...text.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) =>
    quoted.replaceAll(/\\(.)/g, '$1'),
  );
}

/** Asks the demo's API server what it would store. */
export class DemoDryRunner implements DryRunner {
  readonly #cluster: Pick<FakeCluster, 'handle'>;

  constructor(cluster: Pick<FakeCluster, 'handle'>) {
    this.#cluster = cluster;
  }

  async dryRun(context: string, request: EditRequest): Promise<DryRunReply> {
    if (context !== demoContext)
      throw new ClusterProblem('CONTEXT_UNKNOWN', `There is no context named ${context}.`, {
        hint: `The only context is ${demoContext}.`,
      });
    const reply = this.#cluster.handle(toRequest(request));
    if (reply.kind !== 'body') throw new TypeError('A dry run was answered with a stream.');
    const body: unknown = JSON.parse(reply.body);
    if (reply.statusCode >= 400) {
      const action = `${request.operation} ${request.object.kind} ${request.object.metadata.name}`;
      throw toClusterProblem({ statusCode: reply.statusCode, action, body });
    }
    return { object: objectSchema.parse(body), warnings: [...readWarnings(reply)] };
  }
}
