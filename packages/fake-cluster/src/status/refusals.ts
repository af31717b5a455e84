import { quoteGo } from '../json/quote-go.ts';
import type { JsonObject } from '../json/json-value.ts';
import type { FieldError } from './field-error.ts';
import { Refusal, refuse, statusBody } from './refusal.ts';

/** What a message is about: `services "web"` or `ingresses.networking.k8s.io "web"`. */
export interface Subject {
  readonly group: string;
  readonly resource: string;
  readonly name: string;
}

const qualified = ({ group, resource }: Pick<Subject, 'group' | 'resource'>): string =>
  group === '' ? resource : `${resource}.${group}`;

const title = (subject: Subject): string => `${qualified(subject)} ${quoteGo(subject.name)}`;

const detailsOf = ({ name, group, resource }: Subject): JsonObject => ({
  ...(name !== '' && { name }),
  ...(group !== '' && { group }),
  kind: resource,
});

export const badRequest = (message: string): Refusal => refuse({ code: 400, reason: 'BadRequest', message });

export const unauthorized = (): Refusal =>
  refuse({ code: 401, reason: 'Unauthorized', message: 'Unauthorized' });

export const notFound = (subject: Subject): Refusal =>
  refuse({
    code: 404,
    reason: 'NotFound',
    message: `${title(subject)} not found`,
    details: detailsOf(subject),
  });

/** The address names nothing the server serves. */
export const unknownResource = (): Refusal =>
  refuse({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
    details: {},
  });

export const methodNotAllowed = (): Refusal =>
  refuse({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });

export const notAcceptable = (): Refusal =>
  refuse({
    code: 406,
    reason: 'NotAcceptable',
    message:
      '406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf, application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch',
    details: {},
  });

export const alreadyExists = (subject: Subject): Refusal =>
  refuse({
    code: 409,
    reason: 'AlreadyExists',
    message: `${title(subject)} already exists`,
    details: detailsOf(subject),
  });

/** `what` follows "Operation cannot be fulfilled on ...". */
export const conflict = (subject: Subject, what: string): Refusal =>
  refuse({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${title(subject)}: ${what}`,
    details: detailsOf(subject),
  });

export const modifiedMeanwhile = (subject: Subject): Refusal =>
  conflict(
    subject,
    'the object has been modified; please apply your changes to the latest version and try again',
  );

export const tooLarge = (limitBytes: number): Refusal =>
  refuse({
    code: 413,
    reason: 'RequestEntityTooLarge',
    message: `Request entity too large: limit is ${limitBytes}`,
  });

export const unsupportedBody = (): Refusal =>
  refuse({
    code: 415,
    reason: 'UnsupportedMediaType',
    message:
      'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf',
  });

export const unsupportedPatch = (): Refusal =>
  refuse({ code: 415, reason: 'UnsupportedMediaType', message: '415: Unsupported Media Type', details: {} });

/** A patch that cannot be carried out: the server says no more than this. */
export const unprocessable = (): Refusal =>
  refuse({
    code: 422,
    reason: 'Invalid',
    message: 'the server rejected our request due to an error in our request',
    details: {},
  });

/** 422 with all causes. `kind` is the kind, not the resource: `Ingress.networking.k8s.io "web" is invalid`. */
export function invalidObject(
  subject: { readonly group: string; readonly kind: string; readonly name: string },
  errors: readonly FieldError[],
): Refusal {
  const { group, kind, name } = subject;
  const texts = [...new Set(errors.map(({ field, message }) => `${field}: ${message}`))];
  const what = texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`;
  return refuse({
    code: 422,
    reason: 'Invalid',
    message: `${qualified({ group, resource: kind })} ${quoteGo(name)} is invalid: ${what}`,
    details: {
      ...(name !== '' && { name }),
      ...(group !== '' && { group }),
      ...(kind !== '' && { kind }),
      causes: errors.map(({ reason, message, field }) => ({ reason, message, field })),
    },
  });
}

/** 403 of an admission plugin: the request was allowed by RBAC, the content was not. */
export const forbiddenContent = (subject: Subject, what: string, causes: readonly JsonObject[]): Refusal =>
  refuse({
    code: 403,
    reason: 'Forbidden',
    message: `${title(subject)} is forbidden: ${what}`,
    details: { ...detailsOf(subject), causes },
  });

/** 403 of the authorizer. `name` is empty for lists and creations. */
export const forbiddenAccess = (subject: Subject, what: string): Refusal =>
  refuse({
    code: 403,
    reason: 'Forbidden',
    message: `${subject.name === '' ? qualified(subject) : title(subject)} is forbidden: ${what}`,
    details: detailsOf(subject),
  });

/** 410: what was asked for is forgotten. `metadata` may carry a fresh continue token. */
export const expired = (message: string, metadata?: JsonObject): Refusal =>
  refuse({ code: 410, reason: 'Expired', message, ...(metadata !== undefined && { metadata }) });

/** 504 after three seconds: the server waited for a resourceVersion it has not reached. */
export const versionTooLarge = (asked: number, current: number): Refusal =>
  new Refusal(
    statusBody({
      code: 504,
      reason: 'Timeout',
      message: `Timeout: Too large resource version: ${asked}, current: ${current}`,
      details: {
        causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
        retryAfterSeconds: 1,
      },
    }),
    { headers: { 'retry-after': '1' }, delayMs: 3000 },
  );

/** 500 without a reason. */
export const internal = (message: string): Refusal => refuse({ code: 500, message });
