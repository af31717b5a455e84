import { writableKinds, type WritableKind } from '@fairlead/api-contract';
import { kindInfo } from '@fairlead/kube-objects';
import { collectionPath, objectPath, queryText } from './api-path.ts';
import type { Clock } from './clock.ts';
import type { ObjectAddress } from './cluster-client.ts';
import { ClusterProblem } from './cluster-problem.ts';
import type { ClusterTransport, TransportRequest } from './cluster-transport.ts';
import type { ObjectDeletion, ObjectWrite, WriteResult, WriteTarget } from './object-writes.ts';
import { parseJsonObject } from './parse-answer.ts';

/** Who the API server notes as the writer in `metadata.managedFields`. */
const fieldManager = 'fairlead';
/** The API server gives up first, so that nothing is stored any more once we look again. */
const serverTimeLimitSeconds = 20;
export const writeTimeLimitMs = 22_000;

function addressOf({ kind, namespace, name }: WriteTarget): ObjectAddress {
  const known: readonly WritableKind[] = writableKinds;
  if (!known.includes(kind)) throw new TypeError(`objects of kind ${kind} are not written`);
  return { type: kindInfo(kind), namespace, name };
}

function writeQuery(isDryRun: boolean): string {
  return queryText({
    fieldManager,
    fieldValidation: 'Strict',
    dryRun: isDryRun ? 'All' : undefined,
    timeout: `${serverTimeLimitSeconds}s`,
  });
}

export function createRequest(write: ObjectWrite): TransportRequest {
  const path = `${collectionPath(addressOf(write))}${writeQuery(write.isDryRun)}`;
  return { action: `create ${write.kind} ${write.name}`, method: 'POST', path, body: write.object };
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

export function putRequest(write: ObjectWrite): TransportRequest {
  const metadata: unknown = write.object['metadata'];
  const isPinned =
    typeof metadata === 'object' &&
    metadata !== null &&
    'uid' in metadata &&
    isText(metadata.uid) &&
    'resourceVersion' in metadata &&
    isText(metadata.resourceVersion);
  if (!isPinned) throw new TypeError('a PUT names the uid and the resourceVersion of what it replaces');
  const path = `${objectPath(addressOf(write))}${writeQuery(write.isDryRun)}`;
  return { action: `update ${write.kind} ${write.name}`, method: 'PUT', path, body: write.object };
}

export function deleteRequest({
  uid,
  resourceVersion,
  isDryRun,
  ...target
}: ObjectDeletion): TransportRequest {
  const query = queryText({ timeout: `${serverTimeLimitSeconds}s` });
  return {
    action: `delete ${target.kind} ${target.name}`,
    method: 'DELETE',
    path: `${objectPath(addressOf(target))}${query}`,
    body: {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      preconditions: { uid, resourceVersion },
      ...(isDryRun && { dryRun: ['All'] }),
    },
  };
}

const tooLate = (): ClusterProblem =>
  new ClusterProblem('CLUSTER_UNREACHABLE', 'The API server did not answer in time.', {
    hint: 'Check that the cluster runs and that this machine reaches it (VPN, proxy-url).',
  });

/** Sends a write once and says what became of it. */
export async function sendWrite(
  transport: ClusterTransport,
  request: TransportRequest,
  { clock, timeLimitMs }: { readonly clock: Clock; readonly timeLimitMs: number },
): Promise<WriteResult> {
  const abort = new AbortController();
  const cancel = clock.schedule(timeLimitMs, () => abort.abort(tooLate()));
  const parts: Uint8Array[] = [];
  let warnings: readonly string[] = [];
  let isSent = false;
  try {
    const refusal = await transport.ask(request, {
      sink: { onBytes: (chunk) => parts.push(chunk) },
      signal: abort.signal,
      onSending: () => (isSent = true),
      onWarnings: (texts) => (warnings = texts),
    });
    if (refusal !== undefined)
      return { kind: 'refused', problem: transport.toProblem(refusal, request), warnings: refusal.warnings };
    return { kind: 'accepted', object: parseJsonObject(Buffer.concat(parts).toString('utf8')), warnings };
  } catch (error) {
    if (isSent && error instanceof ClusterProblem) return { kind: 'unanswered', problem: error };
    throw error;
  } finally {
    cancel();
  }
}
