import { textAt, type JsonObject } from '../json/json-value.ts';
import { jsonTextReply, refusalReply } from '../request/replies.ts';
import type { BodyReply } from '../request/fake-request.ts';
import type { Target } from '../request/target.ts';
import { keyFor, subjectFor } from '../registry/write-context.ts';
import { parseObjectFilter } from '../selectors/object-filter.ts';
import { forbidden, notSupported } from '../status/field-error.ts';
import { Refusal } from '../status/refusal.ts';
import { badRequest, expired, invalidObject, notFound, versionTooLarge } from '../status/refusals.ts';
import { listKeyOf, type Storage } from '../storage/storage.ts';
import { parseContinueToken, writeContinueToken } from './continue-token.ts';
import { listText } from './list-text.ts';
import { objectText, type Presentation } from './object-text.ts';

/** The objects a list is cut from. */
interface Snapshot {
  readonly revision: number;
  readonly objects: readonly JsonObject[];
  /** Key from which on objects are shown, relative to the listed namespace. */
  readonly start: string;
}

const expiredContinue =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.';

const now = (storage: Storage, { served, namespace }: Target, start = ''): Snapshot => ({
  revision: storage.revision,
  objects: storage.list(served.key, namespace),
  start,
});

const then = (
  storage: Storage,
  { served, namespace }: Target,
  at: { revision: number; start: string },
): Snapshot => ({
  revision: at.revision,
  objects: storage.listAt(served.key, namespace, at.revision),
  start: at.start,
});

function continued(storage: Storage, target: Target, text: string): Snapshot | Refusal {
  const token = parseContinueToken(text);
  if ('problem' in token) return badRequest(`invalid continue token: ${token.problem}`);
  if ((target.query.get('resourceVersion') ?? '') !== '') {
    return badRequest('specifying resource version is not allowed when using continue');
  }
  if (token.revision < 0) return now(storage, target, token.start);
  if (token.revision < storage.floor) {
    return expired(expiredContinue, {
      continue: writeContinueToken({ revision: -1, start: token.start }),
    });
  }
  return then(storage, target, token);
}

const listOptions = { group: 'meta.k8s.io', kind: 'ListOptions', name: '' };

/** What `resourceVersionMatch` may be, given `resourceVersion`. */
function refuseMatch(version: string, match: string): Refusal | undefined {
  const field = 'resourceVersionMatch';
  const known = ['Exact', 'NotOlderThan', ''];
  if (version === '' && match !== '') {
    return invalidObject(listOptions, [
      forbidden(field, `${field} is forbidden unless resourceVersion is provided`),
    ]);
  }
  if (!known.includes(match)) return invalidObject(listOptions, [notSupported(field, match, known)]);
  return match === 'Exact' && version === '0'
    ? invalidObject(listOptions, [forbidden(field, `${field} "exact" is forbidden for resourceVersion "0"`)])
    : undefined;
}

/** What `resourceVersion` and `resourceVersionMatch` say about how old the answer may be. */
function atVersion(storage: Storage, target: Target): Snapshot | Refusal {
  const version = target.query.get('resourceVersion') ?? '';
  const match = target.query.get('resourceVersionMatch') ?? '';
  const refusal = refuseMatch(version, match) ?? refuseVersion(storage, version);
  if (refusal !== undefined) return refusal;
  const revision = Number(version);
  if (match !== 'Exact') return now(storage, target);
  return revision < storage.floor
    ? expired('The resourceVersion for the provided list is too old.')
    : then(storage, target, { revision, start: '' });
}

/** A version that is no number, or that the server has not reached. */
function refuseVersion(storage: Storage, version: string): Refusal | undefined {
  const quoted = JSON.stringify(version);
  if (!/^\d*$/.test(version)) {
    return badRequest(
      `invalid resource version: resourceVersion: Invalid value: ${quoted}: strconv.ParseUint: parsing ${quoted}: invalid syntax`,
    );
  }
  return Number(version) > storage.revision ? versionTooLarge(Number(version), storage.revision) : undefined;
}

/** 0 means all. */
const parseLimit = (text: string): number | Refusal =>
  /^-?\d*$/.test(text)
    ? Number(text)
    : badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);

const keyIn = (object: JsonObject, namespace: string): string =>
  namespace === '' ? listKeyOf(object) : textAt(object, 'metadata', 'name');

/** LIST: all objects or a page of them, as they are or were. */
export function replyToList(storage: Storage, target: Target, presentation: Presentation): BodyReply {
  const { query, served, namespace } = target;
  const limit = parseLimit(query.get('limit') ?? '');
  if (limit instanceof Refusal) return refusalReply(limit);
  const filter = parseObjectFilter(query, served);
  if (filter instanceof Refusal) return refusalReply(filter);
  const token = query.get('continue') ?? '';
  const snapshot = token === '' ? atVersion(storage, target) : continued(storage, target, token);
  if (snapshot instanceof Refusal) return refusalReply(snapshot);
  const rest = snapshot.objects.filter(
    (object) => filter.matches(object) && keyIn(object, namespace) >= snapshot.start,
  );
  const page = limit > 0 ? rest.slice(0, limit) : rest;
  const last = page.at(-1);
  const hasMore = last !== undefined && rest.length > page.length;
  const metadata: JsonObject = {
    resourceVersion: String(snapshot.revision),
    ...(hasMore && {
      continue: writeContinueToken({
        revision: snapshot.revision,
        start: `/${keyIn(last, namespace)}\u0000`,
      }),
    }),
    ...(hasMore && filter.isEmpty && { remainingItemCount: rest.length - page.length }),
  };
  return jsonTextReply(listText(served, page, { metadata, presentation }));
}

/** GET of one object, or of its status, which is the same object. */
export function replyToGet(storage: Storage, target: Target, presentation: Presentation): BodyReply {
  const { served, namespace, name } = target;
  const refusal = refuseVersion(storage, target.query.get('resourceVersion') ?? '');
  if (refusal !== undefined) return refusalReply(refusal);
  const object = storage.find(keyFor(served, namespace, name));
  if (object === undefined) return refusalReply(notFound(subjectFor(served, name)));
  return jsonTextReply(objectText(object, presentation));
}
