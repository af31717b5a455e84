import type { StringMap } from './objects/object-meta.ts';
import type { LabelSelector, LabelSelectorRequirement } from './objects/workload.ts';

/** The value under `key`, `undefined` when absent. Safe for keys such as `__proto__`. */
export function labelValue(map: StringMap | undefined, key: string): string | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** A Service's selector: every pair must be present. Nil or empty matches nothing (Service API, not label selector, rule). */
export function isSelectedByPairs(labels: StringMap | undefined, selector: StringMap | undefined): boolean {
  const pairs = Object.entries(selector ?? {});
  return pairs.length > 0 && pairs.every(([key, value]) => labelValue(labels, key) === value);
}

function meetsRequirement(labels: StringMap | undefined, requirement: LabelSelectorRequirement): boolean {
  const value = labelValue(labels, requirement.key);
  switch (requirement.operator) {
    case 'In':
      return value !== undefined && (requirement.values ?? []).includes(value);
    case 'NotIn':
      return value === undefined || !(requirement.values ?? []).includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/**
 * `metav1.LabelSelector`: all pairs and all expressions must hold. An empty selector matches everything, an absent one
 * nothing. An operator the API does not define matches nothing.
 */
export function matchesLabelSelector(
  labels: StringMap | undefined,
  selector: LabelSelector | undefined,
): boolean {
  if (selector === undefined) return false;
  const pairs = Object.entries(selector.matchLabels ?? {});
  return (
    pairs.every(([key, value]) => labelValue(labels, key) === value) &&
    (selector.matchExpressions ?? []).every((requirement) => meetsRequirement(labels, requirement))
  );
}
