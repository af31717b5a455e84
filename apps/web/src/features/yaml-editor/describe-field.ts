import type { FieldPath } from '@fairlead/manifests';
import type { YamlEditorMessages } from '../../messages/en-yaml-editor.ts';

type Schema = Readonly<Record<string, unknown>>;
type TypeWords = YamlEditorMessages['hover']['type'];

/** What a cluster's schema says of a field. */
export interface FieldDescription {
  /** `string`, `integer or string`, `list of objects`. */
  readonly type: string;
  readonly text: string;
  readonly allowed: readonly string[];
  /** Absent where the schema names none. */
  readonly defaultValue?: string;
}

const isRecord = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** More references in a row than any schema has: they lead in a circle. */
const mostReferences = 20;

/** A schema with what it refers to; its own words go before those of the type it refers to. */
function resolve(root: Schema, schema: unknown, depth = 0): Schema | undefined {
  const ref = own(schema, '$ref');
  if (!isRecord(schema) || typeof ref !== 'string') return isRecord(schema) ? schema : undefined;
  const parts = ref.startsWith('#/') ? ref.slice(2).split('/') : [];
  const found = parts.reduce<unknown>(
    (value, part) => own(value, part.replaceAll('~1', '/').replaceAll('~0', '~')),
    root,
  );
  const target = depth < mostReferences ? resolve(root, found, depth + 1) : undefined;
  return { ...target, ...schema };
}

function schemaOfPart(root: Schema, schema: Schema, part: string | number): Schema | undefined {
  if (typeof part === 'number') return resolve(root, own(schema, 'items'));
  const listed = own(own(schema, 'properties'), part);
  return resolve(root, listed ?? own(schema, 'additionalProperties'));
}

const typeNames = (value: unknown, words: TypeWords): string =>
  Array.isArray(value) ? words.oneOf(value.map(String)) : typeof value === 'string' ? value : '';

function typeOf(root: Schema, schema: Schema, words: TypeWords): string {
  const type = typeNames(
    own(schema, 'type') ?? (isRecord(own(schema, 'properties')) ? 'object' : undefined),
    words,
  );
  if (type === 'array') {
    const items = resolve(root, own(schema, 'items'));
    const inner = items === undefined ? '' : typeOf(root, items, words);
    return words.list(inner);
  }
  const values = resolve(root, own(schema, 'additionalProperties'));
  return type === 'object' && values !== undefined ? words.map(typeOf(root, values, words)) : type;
}

const printValue = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');

/** What a schema says of the field at a path; `undefined` where it does not know the field or says nothing of it. */
export function describeField(root: Schema, path: FieldPath, words: TypeWords): FieldDescription | undefined {
  let schema = resolve(root, root);
  for (const part of path) schema = schema === undefined ? undefined : schemaOfPart(root, schema, part);
  if (schema === undefined) return undefined;
  const text = own(schema, 'description');
  const allowed = own(schema, 'enum');
  const defaultValue = own(schema, 'default');
  const description = {
    type: typeOf(root, schema, words),
    text: typeof text === 'string' ? text.trim() : '',
    allowed: Array.isArray(allowed) ? allowed.map(printValue) : [],
    ...(defaultValue === undefined ? {} : { defaultValue: printValue(defaultValue) }),
  };
  return description.text === '' && description.type === '' ? undefined : description;
}
