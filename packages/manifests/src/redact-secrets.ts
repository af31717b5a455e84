import { isJsonList, isJsonObject, toJsonObject, type JsonObject, type JsonValue } from './json-value.ts';
import { withField, withObjectField } from './json-fields.ts';

/** Stands where a Secret's value was. */
const hidden = '(hidden)';
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

const hideValues = (values: JsonObject): JsonObject =>
  toJsonObject(Object.keys(values).map((key) => [key, hidden]));

/** `kubectl apply` copies the whole Secret into this annotation, values and all. */
const hideLastApplied = (annotations: JsonObject): JsonObject =>
  Object.hasOwn(annotations, lastApplied) ? withField(annotations, lastApplied, hidden) : annotations;

const hideField = (object: JsonObject, key: string): JsonObject => {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (value === undefined) return object;
  return withField(object, key, isJsonObject(value) ? hideValues(value) : hidden);
};

const redactSecret = (object: JsonObject): JsonObject => {
  const values = hideField(hideField(object, 'data'), 'stringData');
  return withObjectField(values, 'metadata', (metadata) =>
    withObjectField(metadata, 'annotations', hideLastApplied),
  );
};

const redactItem = (item: JsonValue): JsonValue => (isJsonObject(item) ? redactSecrets(item) : item);

/**
 * The object as it may be shown and stored: of a Secret only the names of its keys stay, its values and the copy that
 * `kubectl apply` keeps of them do not. Lists are gone through. Everything else comes back as it is.
 */
export const redactSecrets = (object: JsonObject): JsonObject => {
  if (object['kind'] === 'Secret') return redactSecret(object);
  const { items } = object;
  const isList = typeof object['kind'] === 'string' && object['kind'].endsWith('List') && isJsonList(items);
  if (!isList) return object;
  // The items of a typed list carry no kind of their own.
  const redact = object['kind'] === 'SecretList' ? redactAsSecret : redactItem;
  return withField(object, 'items', items.map(redact));
};

const redactAsSecret = (item: JsonValue): JsonValue => (isJsonObject(item) ? redactSecret(item) : item);
