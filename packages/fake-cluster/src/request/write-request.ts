import { objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { createObject } from '../registry/create-object.ts';
import { updateObject } from '../registry/update-object.ts';
import type { WriteContext } from '../registry/write-context.ts';
import type { ServedResource } from '../resources/served-resource.ts';
import { Refusal } from '../status/refusal.ts';
import { badRequest } from '../status/refusals.ts';
import type { BodyReply } from './fake-request.ts';
import { readObject, type ExpectedKind } from './read-object.ts';
import { objectReply, refusalReply } from './replies.ts';
import type { Target } from './target.ts';
import { parseWriteParameters } from './write-parameters.ts';

export const expectedKindOf = ({ kind, group, version, strategy }: ServedResource): ExpectedKind => ({
  kind,
  group,
  version,
  schema: strategy.schema,
});

/** The object with the namespace of its address; a different one in the body is refused. */
export function inNamespace(
  object: JsonObject,
  { served, namespace }: Pick<Target, 'served' | 'namespace'>,
): JsonObject | Refusal {
  const given = textAt(object, 'metadata', 'namespace');
  const expected = served.isNamespaced ? namespace : '';
  if (given !== '' && given !== expected) {
    return badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  const metadata = { ...objectAt(object, 'metadata'), namespace: expected };
  return { ...object, metadata };
}

/** The object as the PUT or PATCH of one address may write it. */
export function underName(object: JsonObject, target: Target): JsonObject | Refusal {
  const given = textAt(object, 'metadata', 'name');
  if (given === '') {
    return badRequest(
      `the name of the object (${target.name} based on URL) was undeterminable: name must be provided`,
    );
  }
  if (given !== target.name) {
    return badRequest(
      `the name of the object (${given}) does not match the name on the URL (${target.name})`,
    );
  }
  const named = { ...object, metadata: { ...objectAt(object, 'metadata'), name: target.name } };
  return inNamespace(named, target);
}

/** POST. */
export function replyToCreate(context: WriteContext, target: Target): BodyReply {
  const { served, request, query } = target;
  const parameters = parseWriteParameters(request, query, { kind: 'CreateOptions', isStatus: false });
  if (parameters instanceof Refusal) return refusalReply(parameters);
  const read = readObject(request, expectedKindOf(served), parameters.fieldValidation);
  if (read instanceof Refusal) return refusalReply(read);
  const given = inNamespace(read.object, target);
  if (given instanceof Refusal) return refusalReply(given, read.warnings);
  const created = createObject(context, { served, given }, parameters.options);
  return created instanceof Refusal
    ? refusalReply(created, read.warnings)
    : objectReply(201, created, [...read.warnings, ...served.strategy.warn(created, true)]);
}

/** PUT, of the object or of its status. */
export function replyToUpdate(context: WriteContext, target: Target): BodyReply {
  const { served, request, query } = target;
  const isStatus = target.subresource === 'status';
  const parameters = parseWriteParameters(request, query, { kind: 'UpdateOptions', isStatus });
  if (parameters instanceof Refusal) return refusalReply(parameters);
  const read = readObject(request, expectedKindOf(served), parameters.fieldValidation);
  if (read instanceof Refusal) return refusalReply(read);
  const given = underName(read.object, target);
  if (given instanceof Refusal) return refusalReply(given, read.warnings);
  const written = updateObject(context, { served, given }, parameters.options);
  return written instanceof Refusal
    ? refusalReply(written, read.warnings)
    : objectReply(written.isNew ? 201 : 200, written.object, [
        ...read.warnings,
        ...(isStatus ? [] : served.strategy.warn(written.object, written.isNew)),
      ]);
}
