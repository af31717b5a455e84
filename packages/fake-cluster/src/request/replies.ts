import type { JsonObject } from '../json/json-value.ts';
import type { Refusal } from '../status/refusal.ts';
import type { BodyReply } from './fake-request.ts';

const json = { 'content-type': 'application/json' };

export const textReply = (statusCode: number, body: string): BodyReply => ({
  kind: 'body',
  statusCode,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
  delayMs: 0,
});

/** JSON text that was written elsewhere. */
export const jsonTextReply = (body: string): BodyReply => ({
  kind: 'body',
  statusCode: 200,
  headers: json,
  body,
  delayMs: 0,
});

/** The `Warning` header of RFC 7234, one entry per text. */
const warningHeader = (warnings: readonly string[]): Readonly<Record<string, string>> =>
  warnings.length === 0
    ? {}
    : { warning: warnings.map((text) => `299 - ${JSON.stringify(text)}`).join(', ') };

export const objectReply = (
  statusCode: number,
  object: JsonObject,
  warnings: readonly string[] = [],
): BodyReply => ({
  kind: 'body',
  statusCode,
  headers: { ...json, ...warningHeader(warnings) },
  body: JSON.stringify(object),
  delayMs: 0,
});

export const refusalReply = (refusal: Refusal, warnings: readonly string[] = []): BodyReply => ({
  kind: 'body',
  statusCode: refusal.status.code,
  headers: { ...json, ...refusal.headers, ...warningHeader(warnings) },
  body: JSON.stringify(refusal.status),
  delayMs: refusal.delayMs,
});
