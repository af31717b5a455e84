import { isJsonList, isJsonObject, textAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { quoteGo } from '../json/quote-go.ts';
import { apiVersionOfResource, findResourceOfKind } from '../resources/resource-table.ts';
import { decode, unknownFieldTexts } from '../schema/decode.ts';
import type { StructSchema } from '../schema/schema.ts';
import { Refusal } from '../status/refusal.ts';
import { badRequest, tooLarge, unsupportedBody } from '../status/refusals.ts';
import type { FakeRequest } from './fake-request.ts';
import type { FieldValidation } from './write-parameters.ts';

/** The kind a body is to be read as. */
export interface ExpectedKind {
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly schema: StructSchema;
}

export interface ReadObject {
  readonly object: JsonObject;
  readonly warnings: readonly string[];
}

/** The API server's limit for a request body. */
const bodyLimitBytes = 3_145_728;

/** The body's text, unless it is too long or no JSON by its content type. */
export function readBody(request: FakeRequest): string | Refusal {
  const body = request.body ?? '';
  if (body.length > bodyLimitBytes) return tooLarge(bodyLimitBytes);
  const type = (request.headers?.['content-type'] ?? 'application/json').split(';')[0]?.trim();
  return type === 'application/json' || type === '' ? body : unsupportedBody();
}

/** Text that does not look like JSON is shown in hexadecimal digits. */
function shown(text: string, body: string): string {
  if (body.trimStart().startsWith('{')) return text;
  return text
    .split('')
    .map((character) => character.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('');
}

function excerptOf(body: string): string {
  if (body === '') return '<empty>';
  return body.length > 30 ? `${shown(body.slice(0, 30), body)} ...` : shown(body, body);
}

/** Versions the server can still read, though it does not serve them. */
const oldVersions = [
  'networking.k8s.io/v1beta1',
  'extensions/v1beta1',
  'apps/v1beta1',
  'apps/v1beta2',
  'batch/v1beta1',
  'discovery.k8s.io/v1beta1',
];

const notRegistered = ({ kind, apiVersion }: { kind: string; apiVersion: string }): string =>
  `no kind ${quoteGo(kind)} is registered for version ${quoteGo(apiVersion)} in scheme "pkg/runtime/scheme.go:111"`;

/** The body is JSON, but not of the kind that belongs at this address. */
function refuseKind(value: JsonObject, { kind, group, version }: ExpectedKind): Refusal | undefined {
  const given = { kind: textAt(value, 'kind') || kind, apiVersion: textAt(value, 'apiVersion') };
  const expected = apiVersionOfResource({ group, version });
  const givenVersion = (given.apiVersion || expected).split('/').at(-1) ?? '';
  const start = `${given.kind} in version ${quoteGo(givenVersion)} cannot be handled as a ${kind}`;
  if (given.kind !== kind) {
    return findResourceOfKind(given.kind) === undefined
      ? badRequest(`${start}: ${notRegistered(given)}`)
      : badRequest(
          `${start}: converting (${givenVersion}.${given.kind}) to (core.${kind}): unknown conversion`,
        );
  }
  if (given.apiVersion === '' || given.apiVersion === expected) return undefined;
  if (!oldVersions.includes(given.apiVersion)) return badRequest(`${start}: ${notRegistered(given)}`);
  return badRequest(
    `the API version in the data (${given.apiVersion}) does not match the expected API version (${expected})`,
  );
}

/** Reads a JSON value as the kind: wrong types are refused, unknown fields refused, warned of or passed over. */
export function readAsKind(
  value: JsonValue,
  expected: ExpectedKind,
  fieldValidation: FieldValidation,
): ReadObject | Refusal {
  const { kind, version, schema } = expected;
  const wrongKind = isJsonObject(value) ? refuseKind(value, expected) : undefined;
  if (wrongKind !== undefined) return wrongKind;
  const decoded = decode(schema, value);
  const start = `${kind} in version ${quoteGo(version)} cannot be handled as a ${kind}`;
  if ('problem' in decoded) return badRequest(`${start}: ${decoded.problem}`);
  const unknown = unknownFieldTexts(decoded.unknownFields);
  if (fieldValidation === 'Strict' && unknown.length > 0) {
    return badRequest(`${start}: strict decoding error: ${unknown.join(', ')}`);
  }
  return { object: decoded.value, warnings: fieldValidation === 'Warn' ? unknown : [] };
}

/** JSON that is no object; `null` counts as an empty one. */
function refuseShape(value: JsonValue): string | undefined {
  if (isJsonObject(value) || value === null) return undefined;
  const what = isJsonList(value) ? 'array' : typeof value;
  return `json: cannot unmarshal ${what} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
}

/** Reads the body of a request as the kind. */
export function readObject(
  request: FakeRequest,
  expected: ExpectedKind,
  fieldValidation: FieldValidation,
): ReadObject | Refusal {
  const body = readBody(request);
  if (body instanceof Refusal) return body;
  const parsed = parseJson(body);
  const problem = 'problem' in parsed ? parsed.problem : refuseShape(parsed.value);
  if ('problem' in parsed || problem !== undefined) {
    return badRequest(
      `the object provided is unrecognized (must be of type ${expected.kind}): couldn't get version/kind; json parse error: ${problem} (${excerptOf(body)})`,
    );
  }
  return readAsKind(parsed.value ?? {}, expected, fieldValidation);
}
