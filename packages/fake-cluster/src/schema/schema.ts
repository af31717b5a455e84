/** How Go reads and writes one field of an API type: what counts as wrong, unknown, and left out when empty. */
export type Schema =
  | { readonly type: 'text'; readonly keepsEmpty: boolean }
  | { readonly type: 'integer'; readonly goType: 'int32' | 'int64'; readonly keepsZero: boolean }
  | { readonly type: 'boolean'; readonly keepsFalse: boolean }
  | { readonly type: 'int-or-string' }
  | { readonly type: 'list'; readonly items: Schema; readonly keepsEmpty: boolean }
  | { readonly type: 'text-map' }
  | StructSchema
  | { readonly type: 'anything' };

export interface StructSchema {
  readonly type: 'struct';
  /** The Go type's name, which the decoder puts in its messages. */
  readonly goName: string;
  readonly fields: Readonly<Record<string, Schema>>;
  /** Fields the fake does not know are kept as they are instead of dropped with a warning. */
  readonly isOpen: boolean;
  /** Fields that live in an embedded Go struct, which messages about types name too. */
  readonly embeddedIn?: Readonly<Record<string, string>>;
}

export const text: Schema = { type: 'text', keepsEmpty: false };
/** A pointer in Go: an empty text is kept. */
export const optionalText: Schema = { type: 'text', keepsEmpty: true };
export const int32: Schema = { type: 'integer', goType: 'int32', keepsZero: false };
export const optionalInt32: Schema = { type: 'integer', goType: 'int32', keepsZero: true };
export const int64: Schema = { type: 'integer', goType: 'int64', keepsZero: false };
export const optionalInt64: Schema = { type: 'integer', goType: 'int64', keepsZero: true };
export const boolean: Schema = { type: 'boolean', keepsFalse: false };
export const optionalBoolean: Schema = { type: 'boolean', keepsFalse: true };
export const intOrString: Schema = { type: 'int-or-string' };
export const textMap: Schema = { type: 'text-map' };
export const anything: Schema = { type: 'anything' };
export const listOf = (items: Schema): Schema => ({ type: 'list', items, keepsEmpty: false });
/** A list without `omitempty`: written as `null` when nobody set it. */
export const keptListOf = (items: Schema): Schema => ({ type: 'list', items, keepsEmpty: true });

export const struct = (goName: string, fields: Readonly<Record<string, Schema>>): StructSchema => ({
  type: 'struct',
  goName,
  fields,
  isOpen: false,
});

/** A type of which only the fields that matter here are written down. */
export const openStruct = (goName: string, fields: Readonly<Record<string, Schema>>): StructSchema => ({
  ...struct(goName, fields),
  isOpen: true,
});
