import type { Pod } from '@fairlead/kube-objects';
import { keyFor, subjectFor, type WriteContext } from '../registry/write-context.ts';
import { parseStored } from '../storage/parse-stored.ts';
import { badRequest, notFound } from '../status/refusals.ts';
import type { Refusal } from '../status/refusal.ts';
import { TextStream } from '../watch/text-stream.ts';
import type { FakeReply } from './fake-request.ts';
import { refusalReply, textReply } from './replies.ts';
import { isSet } from './request-query.ts';
import type { Target } from './target.ts';

/** What every container of the fake says. */
const lines = ['starting', 'listening on :8080', 'ready'];

const headers = { 'content-type': 'text/plain' };

const waitingReason = (pod: Pod, container: string): string | undefined =>
  pod.status?.containerStatuses?.find(({ name }) => name === container)?.state?.waiting?.reason;

/** The container does not exist, or does not run yet. */
function refuseLog(pod: Pod, container: string): Refusal | undefined {
  const { name } = pod.metadata;
  const containers = [...(pod.spec.containers ?? []), ...(pod.spec.initContainers ?? [])];
  if (!containers.some((candidate) => candidate.name === container)) {
    return badRequest(`container ${container} is not valid for pod ${name}`);
  }
  const waiting = waitingReason(pod, container);
  const isStarted = pod.status?.podIP !== undefined && waiting !== 'ImagePullBackOff';
  const why = waiting ?? 'ContainerCreating';
  return isStarted
    ? undefined
    : badRequest(`container "${container}" in pod "${name}" is waiting to start: ${why}`);
}

function logText(pod: Pod, query: ReadonlyMap<string, string>): string {
  const tail = query.get('tailLines');
  const shown = tail === undefined ? lines : lines.slice(lines.length - Math.min(Number(tail), lines.length));
  const prefix = isSet(query, 'timestamps') ? `${pod.status?.startTime ?? ''} ` : '';
  return shown.map((line) => `${prefix}${line}\n`).join('');
}

/** `pods/<name>/log`: three lines, once the container runs. A followed log stays open. */
export function replyToLog(context: WriteContext, target: Target): FakeReply {
  const { served, namespace, name, query } = target;
  const object = context.storage.find(keyFor(served, namespace, name));
  if (object === undefined) return refusalReply(notFound(subjectFor(served, name)));
  const pod = parseStored('Pod', object);
  const refusal = refuseLog(pod, query.get('container') ?? pod.spec.containers?.[0]?.name ?? '');
  if (refusal !== undefined) return refusalReply(refusal);
  const text = logText(pod, query);
  if (!isSet(query, 'follow')) return { ...textReply(200, text), headers };
  const stream = new TextStream(() => {});
  stream.write(text);
  return { kind: 'stream', statusCode: 200, headers, stream };
}
