import { isJsonObject, textAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
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

function excerptOf(body: string): string {
  if (body === '') return '<empty>';
  return body.length > 30 ? `${body.slice(0, 30)} ...` : body;
}

/** The body is JSON, but not of the kind that belongs at this address. */
function refuseKind(value: JsonObject, { kind, group, version }: ExpectedKind): Refusal | undefined {
  const given = { kind: textAt(value, 'kind') || kind, apiVersion: textAt(value, 'apiVersion') };
  const expected = apiVersionOfResource({ group, version });
  const givenVersion = (given.apiVersion || expected).split('/').at(-1) ?? '';
  const start = `${given.kind} in version ${quoteGo(givenVersion)} cannot be handled as a ${kind}`;
  if (given.kind !== kind) {
    return findResourceOfKind(given.kind) === undefined
      ? badRequest(
          `${start}: no kind ${quoteGo(given.kind)} is registered for version ${quoteGo(given.apiVersion)} in scheme "k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30"`,
        )
      : badRequest(
          `${start}: converting (${givenVersion}.${given.kind}) to (core.${kind}): unknown conversion`,
        );
  }
  if (given.apiVersion === '' || given.apiVersion === expected) return undefined;
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

/** Reads the body of a request as the kind. */
export function readObject(
  request: FakeRequest,
  expected: ExpectedKind,
  fieldValidation: FieldValidation,
): ReadObject | Refusal {
  const body = readBody(request);
  if (body instanceof Refusal) return body;
  const parsed = parseJson(body);
  if ('problem' in parsed) {
    return badRequest(
      `the object provided is unrecognized (must be of type ${expected.kind}): couldn't get version/kind; json parse error: ${parsed.problem} (${excerptOf(body)})`,
    );
  }
  return readAsKind(parsed.value, expected, fieldValidation);
}
