import type { WritableKind } from '@fairlead/api-contract';
import { kindInfo } from '@fairlead/kube-objects';
import { openApiPath } from '../api-path.ts';
import { ClusterProblem } from '../cluster-problem.ts';
import type { ClusterTransport } from '../cluster-transport.ts';
import { parseJsonObject } from '../parse-answer.ts';
import { toKindSchema, type KindSchema } from './to-kind-schema.ts';

/** The schema of a kind as this API server understands it. */
export async function readKindSchema(
  transport: ClusterTransport,
  kind: WritableKind,
  signal: AbortSignal,
): Promise<KindSchema> {
  const type = kindInfo(kind);
  const request = { action: `describe ${type.resource}`, path: openApiPath(type) };
  const schema = toKindSchema(parseJsonObject(await transport.read(request, signal)), { ...type, kind });
  if (schema !== undefined) return schema;
  throw new ClusterProblem('KIND_NOT_SERVED', `The API server does not describe the kind ${kind}.`, {
    hint: 'Editing goes on without completion; the API server checks what is written.',
  });
}
