export type { FieldPath, JsonObject, JsonValue } from './json-value.ts';
export type { TextProblem, TextProblemCode, TextRange } from './text-problem.ts';
