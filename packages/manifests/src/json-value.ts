/** What JSON can hold; what a manifest is read into. Never mutated. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type JsonObject = { readonly [key: string]: JsonValue };

/** A field of one object as it is now: keys, and positions in lists. Positions are for marks in a text, never for edits. */
export type FieldPath = readonly (string | number)[];
