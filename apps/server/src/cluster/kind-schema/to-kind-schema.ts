type Raw = Readonly<Record<string, unknown>>;

/** Which kind of which API version. */
export interface KindName {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** A JSON Schema (draft 7) whose references lead to its own `definitions`. */
export type KindSchema = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const record = (value: unknown): Raw => (isRecord(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const refStart = '#/components/schemas/';

/** The schema a reference names, directly or as the only part of `allOf`, as Kubernetes writes it beside a description. */
function refOf(schema: Raw): string | undefined {
  const parts = list(own(schema, 'allOf'));
  const ref = own(schema, '$ref') ?? (parts.length === 1 ? own(parts[0], '$ref') : undefined);
  return typeof ref === 'string' && ref.startsWith(refStart) ? ref.slice(refStart.length) : undefined;
}

const isZero = (value: unknown): boolean =>
  value === '' || value === 0 || value === false || (isRecord(value) && Object.keys(value).length === 0);

const mapValues = (values: Raw, change: (value: Raw) => Raw): Raw =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(record(value))]));

/** An object whose fields are listed has no others. A map says of what it is one; any other object is open. */
function shapeOf(schema: Raw): Raw {
  const properties = own(schema, 'properties');
  if (isRecord(properties))
    return { properties: mapValues(properties, toEditorSchema), additionalProperties: false };
  const values = own(schema, 'additionalProperties');
  return isRecord(values) ? { additionalProperties: toEditorSchema(values) } : {};
}

const texts = (value: unknown): readonly string[] => list(value).filter((item) => typeof item === 'string');

/** What an editor needs of a schema, and nothing else of what a cluster may have written into it. */
function toEditorSchema(schema: Raw): Raw {
  const ref = refOf(schema);
  const { description, type, format, items } = schema;
  const [values, required] = [list(own(schema, 'enum')), texts(own(schema, 'required'))];
  const defaultValue = own(schema, 'default');
  return {
    ...(typeof description === 'string' && { description }),
    ...(ref !== undefined && { $ref: `#/definitions/${ref}` }),
    ...(typeof type === 'string' && { type }),
    ...(format === 'int-or-string' && { type: ['integer', 'string'] }),
    ...(format === 'date-time' && { format }),
    ...(values.length > 0 && { enum: values }),
    ...(required.length > 0 && { required }),
    ...(isRecord(items) && { items: toEditorSchema(items) }),
    ...shapeOf(schema),
    ...(defaultValue !== undefined && !isZero(defaultValue) && { default: defaultValue }),
  };
}

function listRefs(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listRefs);
  if (!isRecord(value)) return [];
  const ref = refOf(value);
  return [...(ref === undefined ? [] : [ref]), ...Object.values(value).flatMap(listRefs)];
}

/** The names of all schemas that one leads to, itself included. */
export function listReachable(schemas: Raw, name: string): readonly string[] {
  const found = new Set([name]);
  for (const next of found) for (const ref of listRefs(own(schemas, next))) found.add(ref);
  return [...found];
}

export const schemasOf = (document: unknown): Raw => record(own(own(document, 'components'), 'schemas'));

export function findSchemaName(schemas: Raw, { group, version, kind }: KindName): string | undefined {
  const isNamed = (name: unknown): boolean =>
    own(name, 'group') === group && own(name, 'version') === version && own(name, 'kind') === kind;
  return Object.keys(schemas).find((name) =>
    list(own(own(schemas, name), 'x-kubernetes-group-version-kind')).some(isNamed),
  );
}

/** `kind` and `apiVersion` say exactly this; name and namespace stand in `metadata`. */
function withHead(schema: Raw, { group, version, kind }: KindName): Raw {
  const properties = record(own(schema, 'properties'));
  const head = { apiVersion: group === '' ? version : `${group}/${version}`, kind };
  const fixed = Object.entries(head).map(([field, value]) => [
    field,
    { ...record(own(properties, field)), enum: [value] },
  ]);
  return {
    ...schema,
    properties: { ...properties, ...Object.fromEntries(fixed) },
    required: ['apiVersion', 'kind', 'metadata'],
  };
}

/**
 * The schema of one kind, for an editor of YAML, out of an OpenAPI v3 document of the API server: cut to what the kind
 * leads to, closed, `IntOrString` as one type, without Kubernetes' own extensions. `undefined`: the document lacks the kind.
 */
export function toKindSchema(document: unknown, name: KindName): KindSchema | undefined {
  const schemas = schemasOf(document);
  const root = findSchemaName(schemas, name);
  if (root === undefined) return undefined;
  const definitions = listReachable(schemas, root)
    .filter((definition) => definition !== root)
    .map((definition) => [definition, toEditorSchema(record(own(schemas, definition)))]);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...withHead(toEditorSchema(record(own(schemas, root))), name),
    definitions: Object.fromEntries(definitions),
  };
}
