import type { IncomingMessage, ServerResponse } from 'node:http';
import { apiVersionOf, kindInfo, kinds, type Kind } from '@fairlead/kube-objects';
import { listVersion, type SimulatedCluster } from './simulated-cluster.ts';

/** The API server's own pace for bookmarks on a watch where nothing happens. */
const bookmarkIntervalMs = 60_000;
const defaultWatchSeconds = 300;

const groupPath = (kind: Kind): string => {
  const { group, version } = kindInfo(kind);
  return group === '' ? `/api/${version}` : `/apis/${group}/${version}`;
};

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

const discoverKind = (kind: Kind): unknown => {
  const { resource, isNamespaced } = kindInfo(kind);
  return {
    name: resource,
    singularName: '',
    namespaced: isNamespaced,
    kind,
    verbs: ['get', 'list', 'watch'],
  };
};

const fixedAnswers: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['/version', { major: '1', minor: '34', gitVersion: 'v1.34.1', platform: 'linux/amd64' }],
  ['/api', { kind: 'APIVersions', versions: ['v1'] }],
  ['/apis', { kind: 'APIGroupList', apiVersion: 'v1', groups: [] }],
  ...[...new Set(kinds.map(groupPath))].map((path): [string, unknown] => {
    const resources = kinds.filter((kind) => groupPath(kind) === path).map(discoverKind);
    return [path, { kind: 'APIResourceList', groupVersion: path.replace(/^\/apis?\//, ''), resources }];
  }),
  [
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    { kind: 'SelfSubjectAccessReview', apiVersion: 'authorization.k8s.io/v1', status: { allowed: true } },
  ],
  [
    '/apis/authentication.k8s.io/v1/selfsubjectreviews',
    {
      kind: 'SelfSubjectReview',
      apiVersion: 'authentication.k8s.io/v1',
      status: { userInfo: { username: 'bench' } },
    },
  ],
]);

function findNamespace(cluster: SimulatedCluster, path: string): unknown {
  const name = /^\/api\/v1\/namespaces\/([^/]+)$/.exec(path)?.[1];
  return name === undefined ? undefined : cluster.namespaces.get(name);
}

/** The bench's own questions: what was counted, and how much shall happen. */
function answerBench(cluster: SimulatedCluster, url: URL, response: ServerResponse): void {
  if (url.pathname === '/__churn') cluster.setChurn(Number(url.searchParams.get('eventsPerSecond') ?? 0));
  sendJson(response, cluster.stats);
}

/** As much of the Kubernetes API as reading a cluster takes; everything is allowed. */
export function answerRequest(
  cluster: SimulatedCluster,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  request.resume();
  const url = new URL(request.url ?? '/', 'http://simulator');
  if (url.pathname.startsWith('/__')) return answerBench(cluster, url, response);
  const kind = collections.get(url.pathname);
  if (kind !== undefined && request.method === 'GET') {
    const answer = url.searchParams.get('watch') === 'true' ? answerWatch : answerList;
    return answer(cluster, kind, url.searchParams, response);
  }
  cluster.stats.otherRequests += 1;
  const found = fixedAnswers.get(url.pathname) ?? findNamespace(cluster, url.pathname);
  if (found !== undefined) return sendJson(response, found, request.method === 'POST' ? 201 : 200);
  const status = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404 };
  sendJson(response, { ...status, message: 'the server could not find the requested resource' }, 404);
}
