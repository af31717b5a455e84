import { isJsonList, isJsonObject, textAt, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { jsonPatch } from '../patch/json-patch.ts';
import { mergePatch } from '../patch/merge-patch.ts';
import { strategicMergePatch } from '../patch/strategic-merge-patch.ts';
import { replaceObject } from '../registry/update-object.ts';
import { keyFor, subjectFor, type WriteContext } from '../registry/write-context.ts';
import { decode, unknownFieldTexts } from '../schema/decode.ts';
import { invalid } from '../status/field-error.ts';
import { Refusal } from '../status/refusal.ts';
import { badRequest, invalidObject, notFound, unprocessable, unsupportedPatch } from '../status/refusals.ts';
import type { BodyReply } from './fake-request.ts';
import { objectReply, refusalReply } from './replies.ts';
import type { Target } from './target.ts';
import { underName } from './write-request.ts';
import { parseWriteParameters, type FieldValidation } from './write-parameters.ts';

/** How each content type changes the stored object. */
type PatchWay = (target: JsonObject, patch: JsonValue) => JsonValue | Refusal;

const onlyObjects = (patch: JsonValue): Refusal | undefined =>
  isJsonObject(patch)
    ? undefined
    : badRequest(
        'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
      );

const ways: ReadonlyMap<string, PatchWay> = new Map<string, PatchWay>([
  ['application/merge-patch+json', (target, patch) => onlyObjects(patch) ?? mergePatch(target, patch)],
  [
    'application/strategic-merge-patch+json',
    (target, patch) => onlyObjects(patch) ?? strategicMergePatch(target, patch),
  ],
  [
    'application/json-patch+json',
    (target, patch) =>
      isJsonList(patch)
        ? (jsonPatch(target, patch) ?? unprocessable())
        : badRequest(
            'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
          ),
  ],
]);

function patchedJson(target: Target, before: JsonObject, way: PatchWay): JsonValue | Refusal {
  const parsed = parseJson(target.request.body ?? '');
  if ('problem' in parsed) return badRequest('invalid JSON patch');
  return way(before, parsed.value);
}

/** A patch whose result cannot be read as the kind is a 422 that quotes the patch. */
function refusePatch({ served }: Target, patched: JsonValue, why: string): Refusal {
  const error = invalid('patch', JSON.stringify(patched), why);
  return invalidObject({ group: served.group, kind: served.kind, name: '' }, [error]);
}

interface Patched {
  readonly object: JsonObject;
  readonly warnings: readonly string[];
}

/** The stored object, what the patch made of it, and how strictly that is to be read. */
interface PatchResult {
  readonly before: JsonObject;
  readonly value: JsonValue;
  readonly fieldValidation: FieldValidation;
}

function readPatched(target: Target, { before, value, fieldValidation }: PatchResult): Patched | Refusal {
  const { group, kind, strategy } = target.served;
  const decoded = decode(strategy.schema, value);
  if ('problem' in decoded) return refusePatch(target, value, decoded.problem);
  const unknown = unknownFieldTexts(decoded.unknownFields);
  if (fieldValidation === 'Strict' && unknown.length > 0) {
    return refusePatch(target, value, `strict decoding error: ${unknown.join(', ')}`);
  }
  const object = underName(decoded.value, target);
  if (object instanceof Refusal) return object;
  const uid = textAt(object, 'metadata', 'uid');
  if (uid !== textAt(before, 'metadata', 'uid')) {
    return invalidObject({ group, kind, name: target.name }, [
      invalid('metadata.uid', uid, 'field is immutable'),
    ]);
  }
  return { object, warnings: fieldValidation === 'Warn' ? unknown : [] };
}

const warningsOf = ({ served, subresource }: Target, written: JsonObject): readonly string[] =>
  subresource === 'status' ? [] : served.strategy.warn(written, false);

/** PATCH, of the object or of its status. */
export function replyToPatch(context: WriteContext, target: Target): BodyReply {
  const { served, request, query, namespace, name } = target;
  const isStatus = target.subresource === 'status';
  const way = ways.get((request.headers?.['content-type'] ?? '').split(';')[0]?.trim() ?? '');
  if (way === undefined) return refusalReply(unsupportedPatch());
  const parameters = parseWriteParameters(request, query, { kind: 'PatchOptions', isStatus });
  if (parameters instanceof Refusal) return refusalReply(parameters);
  const before = context.storage.find(keyFor(served, namespace, name));
  if (before === undefined) return refusalReply(notFound(subjectFor(served, name)));
  const value = patchedJson(target, before, way);
  if (value instanceof Refusal) return refusalReply(value);
  const patched = readPatched(target, { before, value, fieldValidation: parameters.fieldValidation });
  if (patched instanceof Refusal) return refusalReply(patched);
  const written = replaceObject(context, { served, given: patched.object, before }, parameters.options);
  return written instanceof Refusal
    ? refusalReply(written, patched.warnings)
    : objectReply(200, written, [...patched.warnings, ...warningsOf(target, written)]);
}
