import type { Finding } from '@fairlead/diagnostics';
import { keyOfRef } from '@fairlead/kube-objects';
import { isJsonList, ownField, parseFieldPath, placeOfField, type FieldPath } from '@fairlead/manifests';
import type { SourceObject } from '@fairlead/manifests';
import type { World } from '../input/world.ts';

/** Where in the files a finding sits. */
export interface FindingLocation {
  readonly file: string;
  readonly line: number;
}

type PathPlace = NonNullable<Finding['place']['path']>;

/** The path of a rule that says what the place says; of equal ones the one that its ordinal counts to. */
function findPath(
  { object }: SourceObject,
  { host, path, pathType, ordinal }: PathPlace,
): FieldPath | undefined {
  const rules = ownField(ownField(object, 'spec'), 'rules');
  let before = ordinal;
  for (const [ruleIndex, rule] of (isJsonList(rules) ? rules : []).entries()) {
    if ((ownField(rule, 'host') ?? '') !== host) continue;
    const paths = ownField(ownField(rule, 'http'), 'paths');
    for (const [pathIndex, each] of (isJsonList(paths) ? paths : []).entries()) {
      if ((ownField(each, 'path') ?? '') !== path || ownField(each, 'pathType') !== pathType) continue;
      if (before === 0) return ['spec', 'rules', ruleIndex, 'http', 'paths', pathIndex];
      before -= 1;
    }
  }
  return undefined;
}

function fieldOf(source: SourceObject, { path, field }: Finding['place']): FieldPath {
  const ofPath = path === undefined ? undefined : findPath(source, path);
  return ofPath ?? (field === undefined ? undefined : parseFieldPath(field)) ?? [];
}

/** `undefined` for an object of a live cluster. */
export function locateFinding({ place }: Finding, { sources }: World): FindingLocation | undefined {
  const source = sources.get(keyOfRef(place.ref));
  if (source === undefined) return undefined;
  return { file: source.file, line: placeOfField(source, fieldOf(source, place)).line };
}
