import { kindInfo } from '@fairlead/kube-objects';
import { kindSchema, namespaceNameSchema, noNamespace, objectNameSchema } from '@fairlead/api-contract';
import { z } from 'zod';
import type { ObjectAddress } from '../cluster/cluster-client.ts';
import { parseWith } from '../plugins/parse-with.ts';

const contextParams = z.object({ context: z.string().min(1).max(1024) });

/** The context a request names; whether it exists is the directory's to say. */
export const readContextName = (params: unknown): string => parseWith(contextParams, params).context;

const objectParams = z.object({
  kind: kindSchema,
  namespace: namespaceNameSchema.or(z.literal(noNamespace)),
  name: objectNameSchema,
});

/** One object, from parts that were each checked: nothing of the request's path goes upstream as it is. */
export function readObjectAddress(params: unknown): ObjectAddress & { readonly kind: string } {
  const { kind, namespace, name } = parseWith(
    objectParams.refine((parts) => kindInfo(parts.kind).isNamespaced === (parts.namespace !== noNamespace), {
      path: ['namespace'],
      message: 'does not fit the scope of the kind',
    }),
    params,
  );
  return { kind, type: kindInfo(kind), namespace: namespace === noNamespace ? undefined : namespace, name };
}
