import {
  findPathPlace,
  findPortIndex,
  findRuleIndex,
  findTlsIndex,
  type ConflictPlace,
  type EditedObject,
} from '@fairlead/edits';
import type { FieldPath } from '@fairlead/manifests';

const withField = (path: FieldPath, field: string | undefined): FieldPath =>
  field === undefined ? path : [...path, field];

type PartPlace = Extract<ConflictPlace, { kind: 'port' | 'rule' | 'path' | 'tls' }>;

function pathOfPart(object: EditedObject, place: PartPlace): FieldPath | undefined {
  if (object.kind === 'Service') {
    const index = place.kind === 'port' ? findPortIndex(object, place.port) : undefined;
    return index === undefined ? undefined : withField(['spec', 'ports', index], place.field);
  }
  if (place.kind === 'path') {
    const found = findPathPlace(object, place.path);
    return found === undefined
      ? undefined
      : withField(['spec', 'rules', found.ruleIndex, 'http', 'paths', found.pathIndex], place.field);
  }
  if (place.kind === 'port') return undefined;
  const isRule = place.kind === 'rule';
  const index = isRule ? findRuleIndex(object, place.rule) : findTlsIndex(object, place.tls);
  return index === undefined ? undefined : withField(['spec', isRule ? 'rules' : 'tls', index], place.field);
}

/** Where a place of a conflict stands in an object as it is now; `undefined` where it is not there. */
export function pathOfPlace(object: EditedObject, place: ConflictPlace): FieldPath | undefined {
  switch (place.kind) {
    case 'field':
      return place.keys;
    case 'entry':
      return [place.map === 'selector' ? 'spec' : 'metadata', place.map, place.key];
    case 'order':
      return place.list === 'paths' ? ['spec', 'rules'] : ['spec', place.list];
    default:
      return pathOfPart(object, place);
  }
}
