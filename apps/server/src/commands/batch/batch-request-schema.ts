import type { ControllerOptions } from '@fairlead/routing';
import { z } from 'zod';

const text = z.string();

const optionFields = {
  watchIngressWithoutClass: z.boolean().exactOptional(),
  controllerClass: text.exactOptional(),
  ingressClass: text.exactOptional(),
  strictPrefixMatching: z.boolean().exactOptional(),
  allowEmptyServices: z.boolean().exactOptional(),
  entryPointTls: z.boolean().exactOptional(),
  strictHost: z.boolean().exactOptional(),
  ingressControllerMode: z.enum(['OFF', 'DEFAULT', 'STRICT']).exactOptional(),
  tracedController: text.exactOptional(),
} satisfies Readonly<Record<keyof ControllerOptions, z.ZodType>>;

/** The options of a controller; one that no controller has is refused, so that a slip of the pen is found. */
export const controllerOptionsSchema = z.strictObject(optionFields);

/** The profiles that a line may name. */
export const batchProfileNames = [
  'spec',
  'ingress-nginx',
  'f5-nginx',
  'traefik',
  'haproxytech',
  'haproxy-ingress',
  'kong',
  'istio',
  'contour',
  'alb',
  'gce',
  'gateway-api',
] as const;

/** One line of `fairlead trace --batch`. */
export const batchRequestSchema = z
  .object({
    id: text,
    profile: z.enum(batchProfileNames),
    controllerOptions: controllerOptionsSchema.exactOptional(),
    objects: z.array(z.looseObject({})).describe('Kubernetes objects: the whole world'),
    request: z.object({
      method: text.default('GET'),
      scheme: z.enum(['http', 'https']),
      host: text,
      path: text,
      query: text.exactOptional(),
      headers: z.record(text, text).exactOptional(),
      cookies: z.record(text, text).exactOptional(),
    }),
  })
  .describe('One line of input of fairlead trace --batch');
