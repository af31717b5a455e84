// oxlint-disable import/default -- Vite makes the default export of an address import
import clusterWorkerUrl from './cluster-worker.ts?worker&url';
import editorWorkerUrl from './editor-worker.ts?worker&url';
import yamlWorkerUrl from './yaml-worker.ts?worker&url';

/** Our own workers; the last two serve the YAML editor and are loaded with it. */
const urls = { cluster: clusterWorkerUrl, editor: editorWorkerUrl, yaml: yamlWorkerUrl } as const;

export type WorkerName = keyof typeof urls;

const allowedUrls: ReadonlySet<string> = new Set(Object.values(urls));

/** The page's one policy for worker addresses: it lets through those of our own workers and nothing else. */
const policy = globalThis.trustedTypes?.createPolicy('fairlead-workers', {
  createScriptURL(url) {
    if (allowedUrls.has(url)) return url;
    throw new TypeError(`Not a worker of Fairlead: ${url}`);
  },
});

export function startWorker(name: WorkerName): Worker {
  const url = urls[name];
  return new Worker(policy?.createScriptURL(url) ?? url, { type: 'module', name });
}
