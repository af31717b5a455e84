import { anonymous, type AccessPolicy, type Identity } from '../access/access-policy.ts';
import { decideAccess, mayReadPath, refuseAccess, refusePath } from '../access/authorize.ts';
import { discover, isServedGroup } from '../discovery/discovery.ts';
import { replyToGet, replyToList } from '../list/list-request.ts';
import type { Presentation } from '../list/object-text.ts';
import type { WriteContext } from '../registry/write-context.ts';
import { findResource } from '../resources/resource-table.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import { methodNotAllowed, notAcceptable, unauthorized, unknownResource } from '../status/refusals.ts';
import type { WatchHub } from '../watch/watch-hub.ts';
import { replyToWatch } from '../watch/watch-request.ts';
import { replyToDelete, replyToDeleteCollection } from './delete-request.ts';
import type { FakeReply, FakeRequest } from './fake-request.ts';
import { replyToLog } from './log-request.ts';
import { replyToPatch } from './patch-request.ts';
import { objectReply, refusalReply, textReply } from './replies.ts';
import { parseRequestAddress, type ResourceAddress } from './request-address.ts';
import { isSet, parseRequestQuery } from './request-query.ts';
import { replyToReview } from './review-request.ts';
import type { Target } from './target.ts';
import { replyToCreate, replyToUpdate } from './write-request.ts';

/** All that answering requests needs. */
export interface RequestContext extends WriteContext {
  readonly policy: AccessPolicy;
  readonly watches: WatchHub;
}

const verbsByMethod: ReadonlyMap<string, string> = new Map([
  ['POST', 'create'],
  ['PUT', 'update'],
  ['PATCH', 'patch'],
]);

function verbOf(
  { method }: FakeRequest,
  address: ResourceAddress,
  query: ReadonlyMap<string, string>,
): string {
  const isCollection = address.name === '';
  if (method === 'GET' || method === 'HEAD') {
    if (!isCollection) return 'get';
    return isSet(query, 'watch') ? 'watch' : 'list';
  }
  if (method === 'DELETE') return isCollection ? 'deletecollection' : 'delete';
  return verbsByMethod.get(method) ?? method.toLowerCase();
}

/** How the sender wants to read objects; `undefined` when the fake cannot answer in any way it accepts. */
function presentationOf({ headers }: FakeRequest): Presentation | undefined {
  const accepted = (headers?.['accept'] ?? '*/*').split(',').map((part) => part.trim());
  for (const part of accepted) {
    if (/^application\/json;.*\bas=PartialObjectMetadata(List)?\b/.test(part)) return 'metadata';
    const isAs = /;\s*as=/.test(part);
    if (!isAs && /^(\*\/\*|application\/\*$|application\/json)/.test(part)) return 'whole';
  }
  return undefined;
}

/** The group of a path below `/apis` is served, or it is the core group's. */
const isInServedGroup = (path: string): boolean => {
  const [root, group = ''] = path.split('/').filter((part) => part !== '');
  return root === 'api' || (root === 'apis' && isServedGroup(group));
};

const notFoundPage = (path: string): FakeReply =>
  isInServedGroup(path) ? refusalReply(unknownResource()) : textReply(404, '404 page not found\n');

function replyToPath(request: FakeRequest, identity: Identity): FakeReply {
  const { path, method } = request;
  const verb = method.toLowerCase();
  if (!mayReadPath(identity, path)) return refusalReply(refusePath(identity, verb, path));
  if (['/healthz', '/livez', '/readyz'].includes(path)) return textReply(200, 'ok');
  const found = discover(path);
  if (found === undefined) return notFoundPage(path);
  return verb === 'get' || verb === 'head' ? objectReply(200, found) : refusalReply(methodNotAllowed());
}

/** Objects are made in collections; those of namespaced kinds in a namespace. */
const canCreateAt = ({ served, namespace, name }: Target): boolean =>
  name === '' && (!served.isNamespaced || namespace !== '');

type Answer = (context: RequestContext, target: Target, presentation: Presentation) => FakeReply;

const toNamed =
  (answer: (context: RequestContext, target: Target) => FakeReply): Answer =>
  (context, target) =>
    target.name === '' ? refusalReply(methodNotAllowed()) : answer(context, target);

/** What may be done, by verb and subresource: anything else is a 405. */
const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['get', ({ storage }, target, presentation) => replyToGet(storage, target, presentation)],
  ['get status', ({ storage }, target, presentation) => replyToGet(storage, target, presentation)],
  ['get log', replyToLog],
  ['list', ({ storage }, target, presentation) => replyToList(storage, target, presentation)],
  ['watch', ({ watches }, target, presentation) => replyToWatch(watches, target, presentation)],
  [
    'create',
    (context, target) =>
      canCreateAt(target) ? replyToCreate(context, target) : refusalReply(methodNotAllowed()),
  ],
  ['update', toNamed(replyToUpdate)],
  ['update status', toNamed(replyToUpdate)],
  ['patch', toNamed(replyToPatch)],
  ['patch status', toNamed(replyToPatch)],
  ['delete', replyToDelete],
  ['deletecollection', replyToDeleteCollection],
]);

function replyToVerb(context: RequestContext, target: Target, verb: string): FakeReply {
  const answer = answers.get(`${verb} ${target.subresource}`.trim());
  if (answer === undefined) return refusalReply(methodNotAllowed());
  const isText = target.subresource === 'log';
  const presentation = isText ? 'whole' : presentationOf(target.request);
  return presentation === undefined ? refusalReply(notAcceptable()) : answer(context, target, presentation);
}

function hasSubresource(
  subresource: string,
  served: { readonly kind: string; readonly hasStatus: boolean },
): boolean {
  if (subresource === '') return true;
  return subresource === 'status' ? served.hasStatus : subresource === 'log' && served.kind === 'Pod';
}

/** Cluster-scoped kinds are not below a namespace, single objects of the others are. */
const isInScope = (
  { isNamespaced }: ServedResource,
  { namespace, resource, name }: ResourceAddress,
): boolean =>
  isNamespaced ? namespace !== '' || name === '' : namespace === '' || resource === 'namespaces';

function replyToResource(
  context: RequestContext,
  request: FakeRequest,
  { address, identity }: { readonly address: ResourceAddress; readonly identity: Identity },
): FakeReply {
  const query = parseRequestQuery(request.query ?? '');
  const verb = verbOf(request, address, query);
  const access = { ...address, verb };
  if (!decideAccess(context.policy, identity, access).isAllowed) {
    return refusalReply(refuseAccess(identity, access));
  }
  const review = replyToReview(address, request, {
    policy: context.policy,
    identity,
    nowMs: context.clock.now(),
  });
  if (review !== undefined) return review;
  const { group, version, resource, name, subresource } = address;
  const served = findResource(group, version, resource);
  if (served === undefined) return notFoundPage(request.path);
  if (!hasSubresource(subresource, served) || !isInScope(served, address))
    return refusalReply(unknownResource());
  const namespace = served.isNamespaced ? address.namespace : '';
  return replyToVerb(context, { request, query, served, namespace, name, subresource }, verb);
}

/** Answers a request as the API server would: who asks, whether they may, what is there, in this order. */
export function handleRequest(context: RequestContext, request: FakeRequest): FakeReply {
  const identity =
    request.identity === undefined ? anonymous : context.policy.identities.get(request.identity);
  if (identity === undefined) return refusalReply(unauthorized());
  const address = parseRequestAddress(request.path);
  return address.kind === 'path'
    ? replyToPath(request, identity)
    : replyToResource(context, request, { address, identity });
}
