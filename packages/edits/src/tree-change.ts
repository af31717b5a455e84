import type { JsonObject, JsonValue } from '@fairlead/manifests';

/** An object after an edit, or what stands where the edit expected something else. */
export type TreeChange =
  | { readonly kind: 'applied'; readonly tree: JsonObject }
  | { readonly kind: 'stale'; readonly found: JsonValue | undefined };

export const applied = (tree: JsonObject): TreeChange => ({ kind: 'applied', tree });
export const stale = (found: JsonValue | undefined): TreeChange => ({ kind: 'stale', found });
