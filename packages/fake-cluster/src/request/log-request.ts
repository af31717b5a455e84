import { keyFor, subjectFor, type WriteContext } from '../registry/write-context.ts';
import { parseStored } from '../storage/parse-stored.ts';
import { badRequest, notFound } from '../status/refusals.ts';
import { timestampOf } from '../clock.ts';
import { TextStream } from '../watch/text-stream.ts';
import type { FakeReply } from './fake-request.ts';
import { refusalReply, textReply } from './replies.ts';
import { isSet } from './request-query.ts';
import type { Target } from './target.ts';

/** What every container of the fake says. */
const lines = ['starting', 'listening on :8080', 'ready'];

/** `pods/<name>/log`: three lines, once the container runs. A followed log stays open. */
export function replyToLog(context: WriteContext, target: Target): FakeReply {
  const { served, namespace, name, query } = target;
  const object = context.storage.find(keyFor(served, namespace, name));
  if (object === undefined) return refusalReply(notFound(subjectFor(served, name)));
  const pod = parseStored('Pod', object);
  const containers = [...(pod.spec.containers ?? []), ...(pod.spec.initContainers ?? [])];
  const container = query.get('container') ?? containers[0]?.name ?? '';
  if (!containers.some((candidate) => candidate.name === container)) {
    return refusalReply(badRequest(`container ${container} is not valid for pod ${name}`));
  }
  const waiting = pod.status?.containerStatuses?.find((status) => status.name === container)?.state?.waiting;
  if (pod.status?.podIP === undefined || waiting?.reason === 'ImagePullBackOff') {
    const why = waiting?.reason ?? 'ContainerCreating';
    return refusalReply(badRequest(`container "${container}" in pod "${name}" is waiting to start: ${why}`));
  }
  const since = pod.status.startTime ?? timestampOf(context.clock.now());
  const shown = lines.slice(-Number(query.get('tailLines') ?? lines.length));
  const text = shown.map((line) => `${isSet(query, 'timestamps') ? `${since} ` : ''}${line}\n`).join('');
  if (!isSet(query, 'follow')) {
    return { ...textReply(200, text), headers: { 'content-type': 'text/plain' } };
  }
  const stream = new TextStream(() => {});
  stream.write(text);
  return { kind: 'stream', statusCode: 200, headers: { 'content-type': 'text/plain' }, stream };
}
