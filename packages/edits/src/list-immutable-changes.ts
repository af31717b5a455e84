import { isDeepEqual, isJsonList, ownField, type JsonObject, type JsonValue } from '@fairlead/manifests';
import { isAbsent, objectAt, textAt } from './json-tree.ts';

/** The API server refuses another value once one is stored: only delete and create again changes it. */
export interface ImmutableChange {
  readonly code: 'immutable';
  readonly keys: readonly string[];
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}

export const typeOf = (spec: JsonObject): string => textAt(spec, 'type') ?? 'ClusterIP';

interface Sides {
  readonly before: JsonObject;
  readonly after: JsonObject;
}

const firstOf = (value: JsonValue | undefined): JsonValue | undefined =>
  isJsonList(value) ? value[0] : undefined;

const haveAddress = ({ before, after }: Sides): boolean =>
  typeOf(before) !== 'ExternalName' && typeOf(after) !== 'ExternalName';

const haveBalancer = ({ before, after }: Sides): boolean =>
  typeOf(before) === 'LoadBalancer' && typeOf(after) === 'LoadBalancer';

const isSet = (value: JsonValue | undefined): boolean => !isAbsent(value) && value !== '';

const isOtherFirst = (from: JsonValue | undefined, to: JsonValue | undefined): boolean =>
  isSet(from) && isSet(to) && !isDeepEqual(firstOf(from), firstOf(to));

/**
 * An address stays but to and from ExternalName, and so does the first family; a class is given together with the type.
 * Source: kubernetes pkg/apis/core/validation/validation.go.
 */
const fixedFields: readonly (readonly [
  string,
  (from: JsonValue | undefined, to: JsonValue | undefined, spec: Sides) => boolean,
])[] = [
  ['clusterIP', (from, to, spec) => haveAddress(spec) && isSet(from) && isSet(to) && from !== to],
  ['clusterIPs', (from, to, spec) => haveAddress(spec) && isOtherFirst(from, to)],
  ['ipFamilies', (from, to, spec) => haveAddress(spec) && isOtherFirst(from, to)],
  ['loadBalancerClass', (from, to, spec) => haveBalancer(spec) && from !== to],
];

export function listImmutableChanges(before: JsonObject, after: JsonObject): readonly ImmutableChange[] {
  const change = (owner: string, key: string): ImmutableChange => ({
    code: 'immutable',
    keys: [owner, key],
    from: ownField(objectAt(before, owner), key),
    to: ownField(objectAt(after, owner), key),
  });
  const spec: Sides = { before: objectAt(before, 'spec'), after: objectAt(after, 'spec') };
  const names = ['name', 'namespace'].map((key) => change('metadata', key));
  const fixed = before['kind'] === 'Service' ? fixedFields : [];
  return [
    ...names.filter(({ from, to }) => from !== to),
    ...fixed.flatMap(([key, isChanged]) => {
      const found = change('spec', key);
      return isChanged(found.from, found.to, spec) ? [found] : [];
    }),
  ];
}
