import type { EditedObject } from '../edit.ts';

/**
 * One three-way merge as data. All objects are valid for an API server, in namespace `merge` under a name of the case's
 * own; they say every default that the API server fills in, but hold no addresses and no node ports that are not wanted.
 */
export interface MergeCase {
  readonly name: string;
  readonly base: EditedObject;
  readonly mine: EditedObject;
  readonly theirs: EditedObject;
  /** `places`: the words of each conflict's place, in the order in which the merge finds them. */
  readonly expected:
    | { readonly kind: 'merged'; readonly object: EditedObject }
    | { readonly kind: 'conflicts'; readonly places: readonly (readonly string[])[] };
}

/** Conflicts are written as texts with ` > ` between the words. */
export const places = (...texts: readonly string[]): { readonly conflicts: readonly string[] } => ({
  conflicts: texts,
});

export interface Versions<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
  readonly expected: T | { readonly conflicts: readonly string[] };
}

const isPlaces = (value: unknown): value is { readonly conflicts: readonly string[] } =>
  typeof value === 'object' && value !== null && 'conflicts' in value;

export function mergeCase<T>(
  name: string,
  { base, mine, theirs, expected }: Versions<T>,
  build: (objectName: string, version: T) => EditedObject,
): MergeCase {
  const objectName = `case-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`
    .slice(0, 60)
    .replace(/-+$/, '');
  const of = (version: T): EditedObject => build(objectName, version);
  return {
    name,
    base: of(base),
    mine: of(mine),
    theirs: of(theirs),
    expected: isPlaces(expected)
      ? { kind: 'conflicts', places: expected.conflicts.map((text) => text.split(' > ')) }
      : { kind: 'merged', object: of(expected) },
  };
}
