import { fieldOf, objectAt, textAt, type JsonObject } from '../json/json-value.ts';
import { parseJson } from '../json/parse-json.ts';
import { listText } from '../list/list-text.ts';
import { deleteObject, type DeleteOptions } from '../registry/delete-object.ts';
import type { WriteContext } from '../registry/write-context.ts';
import { decode } from '../schema/decode.ts';
import { deleteOptionsSchema } from '../schema/metadata-schema.ts';
import { parseObjectFilter } from '../selectors/object-filter.ts';
import { Refusal } from '../status/refusal.ts';
import { badRequest } from '../status/refusals.ts';
import type { BodyReply } from './fake-request.ts';
import { readBody } from './read-object.ts';
import { jsonTextReply, objectReply, refusalReply } from './replies.ts';
import type { Target } from './target.ts';
import { parseWriteParameters } from './write-parameters.ts';

function readOptionsBody({ request }: Target): JsonObject | Refusal {
  if ((request.body ?? '') === '') return {};
  const body = readBody(request);
  if (body instanceof Refusal) return body;
  const parsed = parseJson(body);
  if ('problem' in parsed) {
    return badRequest(`couldn't get version/kind; json parse error: ${parsed.problem}`);
  }
  const decoded = decode(deleteOptionsSchema, parsed.value);
  return 'problem' in decoded ? badRequest(decoded.problem) : decoded.value;
}

function readDeleteOptions(target: Target): DeleteOptions | Refusal {
  const parameters = parseWriteParameters(target.request, target.query, {
    kind: 'DeleteOptions',
    isStatus: false,
  });
  if (parameters instanceof Refusal) return parameters;
  const body = readOptionsBody(target);
  if (body instanceof Refusal) return body;
  const inQuery = target.query.get('gracePeriodSeconds');
  const inBody = fieldOf(body, 'gracePeriodSeconds');
  return {
    uid: textAt(body, 'preconditions', 'uid'),
    resourceVersion: textAt(body, 'preconditions', 'resourceVersion'),
    gracePeriodSeconds:
      typeof inBody === 'number' ? inBody : inQuery === undefined ? undefined : Number(inQuery),
    isDryRun: parameters.options.isDryRun || JSON.stringify(fieldOf(body, 'dryRun')) === '["All"]',
  };
}

function successOf({ served }: Target, object: JsonObject): JsonObject {
  const metadata = objectAt(object, 'metadata');
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: textAt(metadata, 'name'),
      ...(served.group !== '' && { group: served.group }),
      kind: served.resource,
      uid: textAt(metadata, 'uid'),
    },
  };
}

/** DELETE of one object. */
export function replyToDelete(context: WriteContext, target: Target): BodyReply {
  const options = readDeleteOptions(target);
  if (options instanceof Refusal) return refusalReply(options);
  const deleted = deleteObject(context, target, options);
  if (deleted instanceof Refusal) return refusalReply(deleted);
  return objectReply(200, target.served.returnsDeleted ? deleted : successOf(target, deleted));
}

/** DELETE of all objects that a list with the same selectors would show. */
export function replyToDeleteCollection(context: WriteContext, target: Target): BodyReply {
  const { served, namespace } = target;
  const options = readDeleteOptions(target);
  if (options instanceof Refusal) return refusalReply(options);
  const filter = parseObjectFilter(target.query, served);
  if (filter instanceof Refusal) return refusalReply(filter);
  const objects = context.storage.list(served.key, namespace).filter(filter.matches);
  for (const object of objects) {
    const metadata = objectAt(object, 'metadata');
    deleteObject(
      context,
      { served, namespace: textAt(metadata, 'namespace'), name: textAt(metadata, 'name') },
      options,
    );
  }
  return jsonTextReply(
    listText(served, objects, { metadata: { resourceVersion: String(context.storage.revision) } }),
  );
}
