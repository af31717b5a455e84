import { isJsonObject, listAt, objectAt, textAt, type JsonObject } from '../json/json-value.ts';

interface ManagerNote {
  readonly manager: string;
  readonly apiVersion: string;
  readonly time: string;
  readonly isStatus: boolean;
}

const fieldNames = (object: JsonObject): JsonObject =>
  Object.fromEntries(Object.keys(object).map((key) => [`f:${key}`, {}]));

/** The names of the top fields only: enough to see who wrote what part, not the full tree of a real server. */
function writtenFields(object: JsonObject, isStatus: boolean): JsonObject {
  const sections = isStatus ? ['status'] : ['spec', 'endpoints', 'ports'];
  return Object.fromEntries(
    sections
      .filter((section) => isJsonObject(object[section]) || Array.isArray(object[section]))
      .map((section) => [`f:${section}`, fieldNames(objectAt(object, section))]),
  );
}

/** The object with a note in `metadata.managedFields` of who wrote it last; older notes of others stay. */
export function withManager(object: JsonObject, note: ManagerNote): JsonObject {
  const metadata = objectAt(object, 'metadata');
  const subresource = note.isStatus ? 'status' : '';
  const others = listAt(metadata, 'managedFields').filter(
    (entry) => textAt(entry, 'manager') !== note.manager || textAt(entry, 'subresource') !== subresource,
  );
  const entry: JsonObject = {
    manager: note.manager,
    operation: 'Update',
    apiVersion: note.apiVersion,
    time: note.time,
    fieldsType: 'FieldsV1',
    fieldsV1: writtenFields(object, note.isStatus),
    ...(note.isStatus && { subresource }),
  };
  return { ...object, metadata: { ...metadata, managedFields: [...others, entry] } };
}
