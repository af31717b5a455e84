import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../json/json-value.ts';
import { quoteGo } from '../json/quote-go.ts';
import type { Schema, StructSchema } from './schema.ts';

export interface Decoded {
  readonly value: JsonObject;
  /** Paths of fields the type does not have, which were dropped. */
  readonly unknownFields: readonly string[];
}

/** Thrown and caught in this file only: the first value of a wrong type ends the decoding, as in Go. */
class TypeMismatch extends Error {}

/** Where the decoder is: for messages about types (`spec.ports.port`) and about unknown fields (`spec.ports[0].x`). */
interface Place {
  readonly goStruct: string;
  readonly goPath: string;
  readonly path: string;
}

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const typeWord = (value: JsonValue): string => {
  if (isJsonList(value)) return 'array';
  if (isJsonObject(value)) return 'object';
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

function mismatch(value: JsonValue, place: Place, goType: string): TypeMismatch {
  const isOddNumber = typeof value === 'number' && goType.startsWith('int');
  const what = isOddNumber ? `number ${value}` : typeWord(value);
  const where = place.goStruct === '' ? 'Go value' : `Go struct field ${place.goStruct}.${place.goPath}`;
  return new TypeMismatch(`json: cannot unmarshal ${what} into ${where} of type ${goType}`);
}

/** JSON `null` reads as absent; most absent fields are not written at all. */
const absent = (schema: Schema): null | undefined =>
  schema.type === 'list' && schema.keepsEmpty ? null : undefined;

const fitsInteger = (value: JsonValue, goType: 'int32' | 'int64'): boolean =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  (goType === 'int64' || (value >= -2_147_483_648 && value <= 2_147_483_647));

class Decoder {
  readonly unknownFields: string[] = [];

  struct(schema: StructSchema, value: JsonValue, place: Place): JsonObject {
    if (!isJsonObject(value)) throw mismatch(value, place, `v1.${schema.goName}`);
    const entries: [string, JsonValue][] = [];
    for (const [key, field] of Object.entries(schema.fields)) {
      const given = Object.hasOwn(value, key) ? (value[key] ?? null) : null;
      const read =
        given === null ? absent(field) : this.#field(field, given, this.#inside(schema, place, key));
      if (read !== undefined) entries.push([key, read]);
    }
    for (const [key, given] of Object.entries(value)) {
      if (Object.hasOwn(schema.fields, key)) continue;
      if (schema.isOpen) entries.push([key, given ?? null]);
      else this.unknownFields.push(join(place.path, key));
    }
    return Object.fromEntries(entries);
  }

  #inside(schema: StructSchema, place: Place, key: string): Place {
    const embedded = schema.embeddedIn?.[key];
    const goParent = embedded === undefined ? place.goPath : join(place.goPath, embedded);
    return { goStruct: schema.goName, goPath: join(goParent, key), path: join(place.path, key) };
  }

  /** `undefined`: not written at all (`omitempty`). */
  #field(schema: Schema, value: JsonValue, place: Place): JsonValue | undefined {
    switch (schema.type) {
      case 'text':
      case 'boolean':
        return this.#scalar(schema, value, place);
      case 'integer':
      case 'int-or-string':
        return this.#integer(schema, value, place);
      case 'list':
        return this.#list(schema, value, place);
      case 'text-map':
        return this.#textMap(value, place);
      case 'struct':
        return this.struct(schema, value, place);
      case 'anything':
        return value;
    }
  }

  #scalar(
    schema: Extract<Schema, { type: 'text' | 'boolean' }>,
    value: JsonValue,
    place: Place,
  ): JsonValue | undefined {
    if (schema.type === 'text') {
      if (typeof value !== 'string') throw mismatch(value, place, 'string');
      return value === '' && !schema.keepsEmpty ? undefined : value;
    }
    if (typeof value !== 'boolean') throw mismatch(value, place, 'bool');
    return value || schema.keepsFalse ? value : undefined;
  }

  #integer(
    schema: Extract<Schema, { type: 'integer' | 'int-or-string' }>,
    value: JsonValue,
    place: Place,
  ): JsonValue | undefined {
    if (schema.type === 'int-or-string' && typeof value === 'string') return value;
    const goType = schema.type === 'integer' ? schema.goType : 'int32';
    if (!fitsInteger(value, goType)) throw mismatch(value, place, goType);
    return value === 0 && schema.type === 'integer' && !schema.keepsZero ? undefined : value;
  }

  #list(
    { items, keepsEmpty }: Extract<Schema, { type: 'list' }>,
    value: JsonValue,
    place: Place,
  ): JsonValue | undefined {
    if (!isJsonList(value)) {
      throw mismatch(value, place, items.type === 'struct' ? `[]v1.${items.goName}` : '[]string');
    }
    if (value.length === 0 && !keepsEmpty) return undefined;
    return value.map((item, index) => {
      const at = { ...place, path: `${place.path}[${index}]` };
      const inner = item === null ? undefined : this.#field(keptInList(items), item, at);
      return inner ?? (items.type === 'struct' ? {} : items.type === 'text' ? '' : null);
    });
  }

  #textMap(value: JsonValue, place: Place): JsonObject | undefined {
    if (!isJsonObject(value)) throw mismatch(value, place, 'map[string]string');
    const entries = Object.entries(value).map(([key, item]): [string, string] => {
      if (item === null || item === undefined) return [key, ''];
      if (typeof item !== 'string') throw mismatch(item, place, 'string');
      return [key, item];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
}

/** An empty text in a list is a text, not an absent field. */
const keptInList = (schema: Schema): Schema =>
  schema.type === 'text' ? { ...schema, keepsEmpty: true } : schema;

/** Reads an object as the API type: `problem` in the decoder's words when a value has the wrong type. */
export function decode(schema: StructSchema, value: JsonValue): Decoded | { readonly problem: string } {
  const decoder = new Decoder();
  try {
    return {
      value: decoder.struct(schema, value, { goStruct: '', goPath: '', path: '' }),
      unknownFields: decoder.unknownFields,
    };
  } catch (error) {
    if (error instanceof TypeMismatch) return { problem: error.message };
    throw error;
  }
}

/** `unknown field "spec.foo"`, one per field, as in the Warning header and the strict decoding error. */
export const unknownFieldTexts = (paths: readonly string[]): string[] =>
  paths.map((path) => `unknown field ${quoteGo(path)}`);
