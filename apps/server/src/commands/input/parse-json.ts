import type { JsonValue } from '@fairlead/manifests';

/** What a JSON text holds. Throws `SyntaxError`. */
export const parseJson = (text: string): JsonValue => JSON.parse(text) as JsonValue;
