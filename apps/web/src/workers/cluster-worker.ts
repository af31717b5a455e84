import { workerMessagesOf } from '../messages/worker-languages.ts';
import { ClusterHost } from './cluster-host.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no target origin
const post = (message: FromWorker): void => globalThis.postMessage(message);

let host: ClusterHost | undefined;

globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  // The page connects before it asks anything.
  if (data.type === 'connect') host ??= new ClusterHost(workerMessagesOf(data.language), post);
  host?.hear(data);
});
