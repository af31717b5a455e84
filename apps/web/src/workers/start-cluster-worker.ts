// oxlint-disable-next-line import/default -- Vite makes the default export of an address import
import clusterWorkerUrl from './cluster-worker.ts?worker&url';
import { messagesOf, pageLanguage } from '../messages/languages.ts';
import type { WorkerPort } from './cluster-client.ts';
import type { FromWorker } from './worker-messages.ts';

const allowedUrls: ReadonlySet<string> = new Set([clusterWorkerUrl]);

/** The page's one Trusted Types policy: it lets through the addresses of our own workers and nothing else. */
const policy = globalThis.trustedTypes?.createPolicy('fairlead-workers', {
  createScriptURL(url) {
    if (allowedUrls.has(url)) return url;
    throw new TypeError(`Not a worker of Fairlead: ${url}`);
  },
});

/** Starts a worker for one cluster. */
export function startClusterWorker(): WorkerPort {
  const url = policy?.createScriptURL(clusterWorkerUrl) ?? clusterWorkerUrl;
  const worker = new Worker(url, { type: 'module', name: 'cluster' });
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
