import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiVersionOf, kindInfo, kinds, type Kind } from '@fairlead/kube-objects';
import { findFixedAnswer, groupPath } from './fixed-answers.ts';
import { findObject } from './find-object.ts';
import { listVersion, type SimulatedCluster } from './simulated-cluster.ts';

/** The API server's own pace for bookmarks on a watch where nothing happens. */
const bookmarkIntervalMs = 60_000;
const defaultWatchSeconds = 300;

const collections: ReadonlyMap<string, Kind> = new Map(
  kinds.map((kind) => [`${groupPath(kind)}/${kindInfo(kind).resource}`, kind]),
);

function sendJson(response: ServerResponse, value: unknown, statusCode = 200): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(statusCode, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

function answerList(
  cluster: SimulatedCluster,
  kind: Kind,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const list = cluster.lists.get(kind)!;
  const from = Number(query.get('continue')?.split('.')[1] ?? 0);
  const limit = Number(query.get('limit') ?? 0);
  const to = limit > 0 ? Math.min(list.count, from + limit) : list.count;
  const metadata = {
    resourceVersion: String(listVersion),
    ...(to < list.count ? { continue: `${listVersion}.${to}`, remainingItemCount: list.count - to } : {}),
  };
  const apiVersion = apiVersionOf(kindInfo(kind));
  const head = Buffer.from(
    `{"kind":"${kind}List","apiVersion":"${apiVersion}","metadata":${JSON.stringify(metadata)},"items":[`,
  );
  const pieces = [head, ...list.slice(from, to), Buffer.from(']}\n')];
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const stats = cluster.stats.kinds[kind];
  stats.lists += 1;
  stats.listBytes += length;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
  for (const piece of pieces) response.write(piece);
  response.end();
  response.once('finish', () => (cluster.stats.lastListAtMs = Date.now()));
}

function answerWatch(
  cluster: SimulatedCluster,
  kind: Kind,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const stats = cluster.stats.kinds[kind];
  stats.watchesOpen += 1;
  stats.watchesOpened += 1;
  response.writeHead(200, { 'content-type': 'application/json' });
  response.flushHeaders();
  const send = (line: Buffer): void => {
    stats.eventBytes += line.length;
    response.write(line);
  };
  const bookmark = (): void => {
    if (query.get('allowWatchBookmarks') !== 'true') return;
    const metadata = { resourceVersion: String(cluster.version), creationTimestamp: null };
    const object = { kind, apiVersion: apiVersionOf(kindInfo(kind)), metadata };
    send(Buffer.from(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`));
  };
  const unfollow = cluster.feeds.get(kind)!.follow(Number(query.get('resourceVersion') ?? listVersion), send);
  const bookmarks = setInterval(bookmark, bookmarkIntervalMs);
  const seconds = Number(query.get('timeoutSeconds') ?? defaultWatchSeconds);
  const end = setTimeout(() => {
    bookmark();
    response.end();
  }, seconds * 1000);
  response.once('close', () => {
    stats.watchesOpen -= 1;
    unfollow();
    clearInterval(bookmarks);
    clearTimeout(end);
  });
}

function findNamespace(cluster: SimulatedCluster, path: string): unknown {
  const name = /^\/api\/v1\/namespaces\/([^/]+)$/.exec(path)?.[1];
  return name === undefined ? undefined : cluster.namespaces.get(name);
}

/** The bench's own questions: what was counted, and how much shall happen. */
function answerBench(cluster: SimulatedCluster, url: URL, response: ServerResponse): void {
  if (url.pathname === '/__churn') cluster.setChurn(Number(url.searchParams.get('eventsPerSecond') ?? 0));
  sendJson(response, cluster.stats);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
}

/** An object as it would be stored; nothing is. */
function answerDryRun(request: IncomingMessage, response: ServerResponse): void {
  readJson(request).then(
    (object) => sendJson(response, object),
    (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
  );
}

/** As much of the Kubernetes API as reading a cluster and checking a draft take; everything is allowed. */
export function answerRequest(
  cluster: SimulatedCluster,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = new URL(request.url ?? '/', 'http://simulator');
  if (request.method === 'PUT' && url.searchParams.get('dryRun') === 'All') {
    cluster.stats.otherRequests += 1;
    return answerDryRun(request, response);
  }
  request.resume();
  if (url.pathname.startsWith('/__')) return answerBench(cluster, url, response);
  const kind = collections.get(url.pathname);
  if (kind !== undefined && request.method === 'GET') {
    const answer = url.searchParams.get('watch') === 'true' ? answerWatch : answerList;
    return answer(cluster, kind, url.searchParams, response);
  }
  cluster.stats.otherRequests += 1;
  const found =
    findFixedAnswer(url.pathname) ??
    findNamespace(cluster, url.pathname) ??
    findObject(cluster, url.pathname);
  if (found !== undefined) return sendJson(response, found, request.method === 'POST' ? 201 : 200);
  const status = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 };
  sendJson(response, { ...status, message: 'the server could not find the requested resource' }, 404);
}
