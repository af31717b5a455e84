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
      const given = Object.hasOwn(value, key) ? value[key] : undefined;
      const read = this.#field(field, given ?? null, this.#inside(schema, place, key));
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

  /** `undefined`: not written at all (`omitempty`). JSON `null` reads as absent. */
  #field(schema: Schema, value: JsonValue, place: Place): JsonValue | undefined {
    switch (schema.type) {
      case 'text':
        return this.#text(value, place, schema.keepsEmpty);
      case 'integer':
        return this.#integer(value, place, schema);
      case 'boolean':
        if (value === null) return undefined;
        if (typeof value !== 'boolean') throw mismatch(value, place, 'bool');
        return value || schema.keepsFalse ? value : undefined;
      case 'int-or-string':
        if (value === null) return undefined;
        if (typeof value !== 'string' && !fitsInteger(value, 'int32')) throw mismatch(value, place, 'int32');
        return value;
      case 'list':
        return this.#list(schema.items, value, { place, keepsEmpty: schema.keepsEmpty });
      case 'text-map':
        return this.#textMap(value, place);
      case 'struct':
        return value === null ? undefined : this.struct(schema, value, place);
      case 'anything':
        return value ?? undefined;
    }
  }

  #text(value: JsonValue, place: Place, keepsEmpty: boolean): string | undefined {
    if (value === null) return undefined;
    if (typeof value !== 'string') throw mismatch(value, place, 'string');
    return value === '' && !keepsEmpty ? undefined : value;
  }

  #integer(
    value: JsonValue,
    place: Place,
    schema: Extract<Schema, { type: 'integer' }>,
  ): JsonValue | undefined {
    if (value === null) return undefined;
    if (!fitsInteger(value, schema.goType)) throw mismatch(value, place, schema.goType);
    return value === 0 && !schema.keepsZero ? undefined : value;
  }

  #list(items: Schema, value: JsonValue, at: { place: Place; keepsEmpty: boolean }): JsonValue | undefined {
    if (value === null) return at.keepsEmpty ? null : undefined;
    if (!isJsonList(value))
      throw mismatch(value, at.place, items.type === 'struct' ? `[]v1.${items.goName}` : '[]string');
    if (value.length === 0 && !at.keepsEmpty) return undefined;
    return value.map((item, index) => {
      const place = { ...at.place, path: `${at.place.path}[${index}]` };
      if (item !== null) return this.#field(keptInList(items), item, place) ?? null;
      return items.type === 'struct' ? {} : items.type === 'text' ? '' : null;
    });
  }

  #textMap(value: JsonValue, place: Place): JsonObject | undefined {
    if (value === null) return undefined;
    if (!isJsonObject(value)) throw mismatch(value, place, 'map[string]string');
    const entries = Object.entries(value).map(([key, item]): [string, string] => {
      if (item === null || item === undefined) return [key, ''];
      if (typeof item !== 'string') throw mismatch(item, place, 'string');
      return [key, item];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
}

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
