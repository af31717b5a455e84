import { keyOfRef, type ObjectKey } from '@fairlead/kube-objects';
import type { Finding, FindingChanges } from '../finding.ts';

const isSame = (a: Finding, b: Finding): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const byId = (findings: readonly Finding[]): ReadonlyMap<string, Finding> =>
  new Map(findings.map((finding) => [finding.id, finding]));

/** What became of the findings of some units. A finding that another unit reports now is still the same one. */
export function compareRuns(before: readonly Finding[], after: readonly Finding[]): FindingChanges {
  const [old, current] = [byId(before), byId(after)];
  const added = after.filter(({ id }) => !old.has(id));
  const removed = before.filter(({ id }) => !current.has(id));
  const changed = after.filter((finding) => {
    const known = old.get(finding.id);
    return known !== undefined && !isSame(known, finding);
  });
  const touched = new Set<ObjectKey>(
    [...added, ...removed, ...changed].map(({ place }) => keyOfRef(place.ref)),
  );
  return { added, removed, changed, touched: [...touched] };
}
