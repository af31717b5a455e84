import { ClusterHost } from './cluster-host.ts';
import type { ToWorker } from './worker-messages.ts';

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has no target origin
const host = new ClusterHost((message) => globalThis.postMessage(message));

globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => host.hear(data));
