export {
  convertLegacyIngress,
  type LegacyConversion,
  type LegacyNote,
  type LegacyNoteCode,
} from './convert-legacy-ingress.ts';
export { convertLegacyIngressText, type LegacyTextConversion } from './convert-legacy-ingress-text.ts';
export { isDeepEqual } from './deep-equal.ts';
export { diffLines, type DiffLine } from './diff-lines.ts';
export { fieldAt, rangeOfField, type FieldPart } from './field-range.ts';
export { parseFieldPath, printFieldPath } from './field-path.ts';
export { foldUnchanged, type DiffStretch } from './fold-unchanged.ts';
export { isJsonList, isJsonObject, ownField } from './json-value.ts';
export type { FieldPath, JsonObject, JsonValue } from './json-value.ts';
export { manifestLimits } from './manifest-limits.ts';
export type { Manifest } from './manifest.ts';
export { listNoise, withoutNoise } from './noise.ts';
export { printManifest } from './print-manifest.ts';
export { readManifest, readManifests } from './read-manifest.ts';
export { redactSecrets } from './redact-secrets.ts';
export { rewriteManifest } from './rewrite-manifest.ts';
export type { IdentifyItem } from './rewriter.ts';
export type { TextProblem, TextProblemCode, TextRange } from './text-problem.ts';
