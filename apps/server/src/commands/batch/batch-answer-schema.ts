import { z } from 'zod';

const text = z.string();
const stage = z.enum([
  'entry',
  'admission',
  'class',
  'host',
  'path',
  'tls',
  'backend',
  'endpoints',
  'gateway',
  'conflict',
]);
const objectName = text.regex(/^[^/]*\/[^/]+$/).describe('namespace/name');

const reasons = [
  'INVALID_INGRESS',
  'CLASS_NOT_FOUND',
  'CLASS_OTHER_CONTROLLER',
  'NO_CLASS',
  'NO_HOST_MATCH',
  'NO_PATH_MATCH',
  'SHADOWED',
  'SERVICE_NOT_FOUND',
  'RESOURCE_BACKEND_UNSUPPORTED',
  'SERVICE_PORT_NOT_FOUND',
  'EXTERNALNAME',
  'NO_ENDPOINTSLICES',
  'SELECTOR_MATCHES_NO_PODS',
  'NO_READY_ENDPOINTS',
  'TARGET_PORT_UNRESOLVED',
  'ENDPOINT_PORT_NAME_MISMATCH',
  'PROTOCOL_MISMATCH',
  'TLS_SECRET_NOT_FOUND',
  'TLS_HOST_NOT_COVERED',
  'REDIRECT',
  'NO_LISTENER',
  'NOT_ATTACHED',
  'REF_NOT_PERMITTED',
  'BACKEND_NOT_FOUND',
] as const;

const loserReasons = [
  ...reasons,
  'OTHER_PATH',
  'LESS_SPECIFIC_HOST',
  'LATER_IN_ORDER',
  'ROUTE_NOT_BUILT',
] as const;

const warnings = ['SHADOWED', 'TLS_SECRET_NOT_FOUND', 'TLS_HOST_NOT_COVERED'] as const;

/** What happens to a request: the fields that an answer of a batch and `fairlead trace --format json` share. */
export const traceFields = {
  result: z.enum(['ok', 'fail', 'redirect', 'external']),
  stage: stage.describe('where the request ended'),
  reason: z
    .enum(reasons)
    .exactOptional()
    .describe('why it ended there; absent where it reaches a ready backend'),
  httpStatus: z.int().nullable().describe('what the client sees; null: the backend answers'),
  ingress: objectName.exactOptional().describe('the Ingress that wins'),
  hostRule: text.nullable().describe('null for a rule without host and a default backend'),
  path: text.nullable().describe('null for an omitted path and a default backend'),
  pathType: text.exactOptional(),
  viaDefaultBackend: z.boolean(),
  service: objectName.exactOptional(),
  servicePort: z.int().exactOptional(),
  endpoints: z.array(text).describe('ip:port'),
  pods: z.array(objectName),
  split: z
    .array(z.strictObject({ ingress: objectName, service: objectName.exactOptional(), weight: z.number() }))
    .exactOptional(),
  location: text.exactOptional(),
  rewrittenPath: text.exactOptional().describe('the path that the backend receives, where it is another'),
  externalName: text.exactOptional(),
  tls: z
    .strictObject({
      secret: objectName.nullable().describe('null: the controller’s own fallback certificate'),
      covered: z.boolean().nullable().describe('null: Secrets cannot be read'),
      reason: text.exactOptional(),
    })
    .exactOptional()
    .describe('of https requests'),
  field: text.exactOptional().describe('of an invalid Ingress, the path of the field'),
  warnings: z.array(z.enum(warnings)),
  assumed: z.boolean().describe('the answer rests on an assumption'),
  steps: z.array(z.strictObject({ stage, code: text, details: z.record(text, text) })),
  losers: z.array(
    z.strictObject({
      ingress: objectName,
      hostRule: text.nullable(),
      path: text.nullable(),
      pathType: text.nullable(),
      reason: z.enum(loserReasons),
      field: text.exactOptional(),
    }),
  ),
};

/** Why a line has no trace. */
export const batchErrorCodes = [
  'LINE_NOT_JSON',
  'LINE_TOO_LONG',
  'LINE_INVALID',
  'PROFILE_UNKNOWN',
  'PROFILE_NOT_SUPPORTED',
  'INTERNAL_ERROR',
] as const;

/** One line of output of `fairlead trace --batch`. */
export const batchAnswerSchema = z
  .union([
    z.strictObject({ id: text, ...traceFields }),
    z.strictObject({
      id: text.nullable().describe('null where the line has none'),
      error: z.strictObject({ code: z.enum(batchErrorCodes), message: text }),
    }),
  ])
  .describe('One line of output of fairlead trace --batch');
