import { treeOf } from '@fairlead/edits';
import type { Ingress } from '@fairlead/kube-objects';
import { listHiddenKeys } from '../../drafts/shown-entries.ts';
import { isJsonList, isJsonObject, ownField, type FieldPath, type JsonValue } from '@fairlead/manifests';

/** What the form has controls for; `*` stands for the items of a list or the entries of a map. */
const covered: readonly (readonly string[])[] = [
  ['apiVersion'],
  ['kind'],
  ['status'],
  ...['name', 'namespace', 'labels', 'annotations'].map((key) => ['metadata', key]),
  ['spec', 'ingressClassName'],
  ['spec', 'tls', '*', 'hosts'],
  ['spec', 'tls', '*', 'secretName'],
  ['spec', 'rules', '*', 'host'],
  ...['path', 'pathType'].map((key) => ['spec', 'rules', '*', 'http', 'paths', '*', key]),
];
const backends: readonly (readonly string[])[] = [
  ['spec', 'defaultBackend'],
  ['spec', 'rules', '*', 'http', 'paths', '*', 'backend'],
];
const ofBackend: readonly (readonly string[])[] = [
  ['service', 'name'],
  ['service', 'port', 'name'],
  ['service', 'port', 'number'],
  ['resource', 'apiGroup'],
  ['resource', 'kind'],
  ['resource', 'name'],
];
/** Written by the API server; nobody edits them. */
const ofServer = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
].map((key) => ['metadata', key]);

const patterns = [
  ...covered,
  ...ofServer,
  ...backends.flatMap((at) => ofBackend.map((path) => [...at, ...path])),
];

const fits = (path: FieldPath, pattern: readonly string[]): boolean =>
  path.every(
    (step, index) => pattern[index] === step || (typeof step === 'number' && pattern[index] === '*'),
  );

/** `inside`: fields below have controls. `whole`: the field has one. */
function coverageOf(path: FieldPath): 'whole' | 'inside' | 'none' {
  if (patterns.some((pattern) => pattern.length === path.length && fits(path, pattern))) return 'whole';
  return patterns.some((pattern) => pattern.length > path.length && fits(path, pattern)) ? 'inside' : 'none';
}

function listBelow(value: JsonValue | undefined, path: FieldPath): readonly FieldPath[] {
  const coverage = coverageOf(path);
  if (coverage === 'whole') return [];
  if (coverage === 'none') return [path];
  if (isJsonList(value)) return value.flatMap((item, index) => listBelow(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.keys(value).flatMap((key) => listBelow(ownField(value, key), [...path, key]));
}

/**
 * Fields that a person can edit and that the form has no control for: entries of maps first. `hasOwnField`: annotations
 * that have a field whatever their text is.
 */
export function listUncoveredFields(
  object: Ingress,
  hasOwnField: (annotation: string) => boolean,
): readonly FieldPath[] {
  const tree = treeOf(object);
  const maps = (['labels', 'annotations'] as const).flatMap((map) =>
    listHiddenKeys(object.metadata[map])
      .filter((key) => map === 'labels' || !hasOwnField(key))
      .map((key): FieldPath => ['metadata', map, key]),
  );
  return [...maps, ...Object.keys(tree).flatMap((key) => listBelow(ownField(tree, key), [key]))];
}
