import { profileNames, type ProfileName } from '@fairlead/routing';
import { z } from 'zod';

const text = z.string().min(1);
const name = text.regex(/^[^/\s]+\/[^/\s]+$/, 'expected namespace/name');

const expectation = z.strictObject({
  result: z.enum(['ok', 'fail', 'redirect', 'external']).exactOptional(),
  reason: text.exactOptional(),
  httpStatus: z.int().nullable().exactOptional(),
  ingress: name.exactOptional(),
  path: text.nullable().exactOptional(),
  pathType: text.exactOptional(),
  viaDefaultBackend: z.boolean().exactOptional(),
  service: name.exactOptional(),
  servicePort: z.int().exactOptional(),
  location: text.exactOptional(),
  rewrittenPath: text.exactOptional(),
  externalName: text.exactOptional(),
  tls: z
    .strictObject({
      secret: name.nullable().exactOptional(),
      covered: z.boolean().nullable().exactOptional(),
    })
    .exactOptional(),
  warnings: z.array(text).exactOptional(),
});

/** `shop/web` or `shop/web:80`: a ready backend of this Service. */
const service = text.regex(
  /^[^/\s]+\/[^/:\s]+(?::[0-9]+)?$/,
  'expected namespace/name or namespace/name:port',
);

const route = z.strictObject({
  name: text.exactOptional(),
  /** As `fairlead trace` takes it: a URL or a curl command. */
  url: text,
  method: text.exactOptional(),
  headers: z.record(text, z.string()).exactOptional(),
  cookies: z.record(text, z.string()).exactOptional(),
  profile: z
    .custom<ProfileName>((value) => profileNames.some((known) => known === value), {
      error: `expected one of ${profileNames.join(', ')}`,
    })
    .exactOptional(),
  expect: z.union([service, expectation]),
});

/** A file of expected routes. */
export const routesSchema = z.strictObject({ routes: z.array(route).min(1) });

export type ExpectedRoute = z.infer<typeof route>;
export type Expectation = z.infer<typeof expectation>;
