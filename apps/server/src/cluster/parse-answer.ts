import type { AccessAnswer, ClusterVersion, ObjectEvent } from './cluster-client.ts';
import { brokenAnswer } from './trim-object/json-bytes.ts';

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);
const record = (raw: unknown): Raw => (isRecord(raw) ? raw : {});
const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined);

/** A JSON object, whatever is in it. */
export function parseJsonObject(json: string): Raw {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch (cause) {
    throw brokenAnswer('it is no JSON', cause);
  }
  if (!isRecord(raw)) throw brokenAnswer('it is no JSON object');
  return raw;
}

export function parseObjectUid(object: unknown): string {
  const uid = text(record(record(object)['metadata'])['uid']);
  if (uid === undefined) throw brokenAnswer('the object has no uid');
  return uid;
}

export function parseVersion(raw: unknown): ClusterVersion {
  const { gitVersion, major, minor } = record(raw);
  return {
    gitVersion: text(gitVersion) ?? 'unknown',
    major: text(major) ?? '',
    minor: text(minor) ?? '',
  };
}

export function parseAccessAnswer(raw: unknown): AccessAnswer {
  const { allowed, reason } = record(record(raw)['status']);
  if (typeof allowed !== 'boolean') throw brokenAnswer('the access review has no result');
  return { isAllowed: allowed, reason: text(reason) };
}

export const parseUserName = (raw: unknown): string | undefined =>
  text(record(record(record(raw)['status'])['userInfo'])['username']);

const firstText = (...candidates: readonly unknown[]): string | undefined =>
  candidates.map(text).find((found) => found !== undefined);

const countOf = (...candidates: readonly unknown[]): number =>
  candidates.find((count): count is number => typeof count === 'number' && count > 0) ?? 1;

/** Both generations of Event: `count` with two timestamps, and `series` with `eventTime`. */
function parseEvent(raw: unknown): ObjectEvent {
  const event = record(raw);
  const metadata = record(event['metadata']);
  const series = record(event['series']);
  const firstSeen = firstText(event['firstTimestamp'], event['eventTime'], metadata['creationTimestamp']);
  return {
    uid: text(metadata['uid']) ?? '',
    type: text(event['type']) ?? 'Normal',
    reason: text(event['reason']) ?? '',
    message: text(event['message']) ?? '',
    count: countOf(series['count'], event['count']),
    firstSeen,
    lastSeen: firstText(series['lastObservedTime'], event['lastTimestamp']) ?? firstSeen,
    reporter: firstText(record(event['source'])['component'], event['reportingComponent']) ?? '',
  };
}

/** Newest first. Times are RFC 3339 in UTC, so they compare as text to the second. */
export function parseEvents(raw: unknown): readonly ObjectEvent[] {
  const items = record(raw)['items'];
  if (items !== null && !Array.isArray(items)) throw brokenAnswer('it is no list of Events');
  const found: readonly unknown[] = items ?? [];
  return found
    .map(parseEvent)
    .toSorted((a, b) => ((a.lastSeen ?? '') < (b.lastSeen ?? '') ? 1 : a.lastSeen === b.lastSeen ? 0 : -1));
}

/** The names of a page of a list, and where the next one starts. */
export function parseNamePage(raw: unknown): {
  readonly names: readonly string[];
  readonly continueToken: string | undefined;
} {
  const { items, metadata } = record(raw);
  const found: readonly unknown[] = Array.isArray(items) ? items : [];
  const names = found.map((item) => text(record(record(item)['metadata'])['name']));
  return {
    names: names.filter((name) => name !== undefined),
    continueToken: text(record(metadata)['continue']),
  };
}
