import type { JsonObject } from '@fairlead/manifests';

/** What came out of `JSON.parse` is JSON; only the type does not say so. */
export const parseJson = (object: Readonly<Record<string, unknown>>): JsonObject => object as JsonObject;
