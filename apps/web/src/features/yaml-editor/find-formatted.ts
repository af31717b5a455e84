import { isDeepEqual, readManifest } from '@fairlead/manifests';
import type { TextChange } from './find-text-change.ts';

const applyAll = (text: string, changes: readonly TextChange[]): string =>
  changes
    .toSorted((one, other) => other.start - one.start)
    .reduce((changed, { start, end, text: put }) => changed.slice(0, start) + put + changed.slice(end), text);

/** A text after a formatter's changes; `undefined` where it cannot be read or would say something else then. */
export function findFormatted(text: string, changes: readonly TextChange[]): string | undefined {
  const formatted = applyAll(text, changes);
  const [before, after] = [readManifest(text).object, readManifest(formatted).object];
  return before !== undefined && after !== undefined && isDeepEqual(before, after) ? formatted : undefined;
}
