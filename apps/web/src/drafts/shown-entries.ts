import type { StringMap } from '@fairlead/kube-objects';

/** More rows than this are no help and slow the page: the rest is for the text. */
const mostRows = 200;
/** Written by kubectl for itself. */
const notForPeople = new Set(['kubectl.kubernetes.io/last-applied-configuration']);

const isEditable = (key: string, value: string): boolean => !notForPeople.has(key) && !value.includes('\n');

/** The entries of a map that have a row in a form: no texts of several lines, and not thousands. */
export const listShownEntries = (map: StringMap | undefined): readonly (readonly [string, string])[] =>
  Object.entries(map ?? {})
    .filter(([key, value]) => isEditable(key, value))
    .slice(0, mostRows);

/** The keys that have none. */
export function listHiddenKeys(map: StringMap | undefined): readonly string[] {
  const shown = new Set(listShownEntries(map).map(([key]) => key));
  return Object.keys(map ?? {}).filter((key) => !shown.has(key));
}
