import { messagesOf, pageLanguage } from '../messages/languages.ts';
import type { WorkerPort } from './cluster-client.ts';
import { startWorker } from './start-worker.ts';
import type { FromWorker } from './worker-messages.ts';

/** Starts a worker for one cluster. */
export function startClusterWorker(): WorkerPort {
  const worker = startWorker('cluster');
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no target origin
    send: (message) => worker.postMessage(message),
    listen: (listener) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => listener(data));
      worker.addEventListener('error', ({ message }) => {
        const error = {
          code: 'INTERNAL',
          title: messagesOf(pageLanguage).shell.workerStopped(),
          hint: message,
        };
        listener({ type: 'connection', state: { kind: 'failed', sinceMs: Date.now(), error } });
      });
    },
    close: () => worker.terminate(),
  };
}
