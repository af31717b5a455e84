import type { ObjectEdit, RuleName } from '@fairlead/edits';
import type { Ingress } from '@fairlead/kube-objects';
import type { IngressPathPlace } from '@fairlead/routing';
import type { FindingFix } from '../finding.ts';
import { pathNameOf } from './edit-backend.ts';
import { buildEditFix } from './edit-fix.ts';

/** An Ingress and all its paths, in the order of the object. */
export interface IngressPaths {
  readonly ingress: Ingress;
  readonly paths: readonly IngressPathPlace[];
}

function ruleNameOf({ spec }: Ingress, index: number): RuleName {
  const rules = spec.rules ?? [];
  const host = rules[index]?.host ?? '';
  return { host, ordinal: rules.slice(0, index).filter((rule) => (rule.host ?? '') === host).length };
}

function removeRule(
  ingress: Ingress,
  { rule, ruleIndex }: Pick<IngressPathPlace, 'rule' | 'ruleIndex'>,
): ObjectEdit {
  return {
    kind: 'remove-rule',
    rule,
    ordinal: ruleNameOf(ingress, ruleIndex).ordinal,
    after: ruleIndex === 0 ? undefined : ruleNameOf(ingress, ruleIndex - 1),
  };
}

function removePath({ ingress, paths }: IngressPaths, place: IngressPathPlace): ObjectEdit {
  const { ruleIndex, pathIndex, path, ordinal } = place;
  const front = paths.find((other) => other.ruleIndex === ruleIndex && other.pathIndex === pathIndex - 1);
  return {
    kind: 'remove-path',
    rule: ruleNameOf(ingress, ruleIndex),
    path,
    ordinal,
    after: front && pathNameOf(front),
  };
}

/**
 * The edits that take paths out of an Ingress, and rules of which nothing is left then; from the last to the first, so
 * that names stay good. `undefined`: nothing would be left of the Ingress, which the API refuses.
 */
function listRemovals(
  from: IngressPaths,
  removed: readonly IngressPathPlace[],
): readonly ObjectEdit[] | undefined {
  const { ingress } = from;
  const removedOf = (index: number) => removed.filter(({ ruleIndex }) => ruleIndex === index);
  const ruleIndexes = [...new Set(removed.map(({ ruleIndex }) => ruleIndex))].toSorted((a, b) => b - a);
  const edits = ruleIndexes.flatMap((ruleIndex) => {
    const places = removedOf(ruleIndex);
    const [first] = places;
    return first !== undefined && places.length === first.rule.http?.paths.length
      ? [removeRule(ingress, first)]
      : places.toReversed().map((place) => removePath(from, place));
  });
  const removedRules = edits.filter(({ kind }) => kind === 'remove-rule').length;
  const isNothingLeft =
    removedRules === ingress.spec.rules?.length && ingress.spec.defaultBackend === undefined;
  return isNothingLeft ? undefined : edits;
}

/** Whether some paths of an Ingress go, or all it says, so that it has to be deleted, which no edit of it does. */
export type RemovalExtent = 'paths' | 'ingress';

/** Takes paths out of an Ingress; `wordsFor` words that by what has to go. */
export function buildRemoval(
  from: IngressPaths,
  removed: readonly IngressPathPlace[],
  wordsFor: (extent: RemovalExtent) => Pick<FindingFix, 'title' | 'explanation'>,
): FindingFix {
  const edits = listRemovals(from, removed);
  return edits === undefined ? wordsFor('ingress') : buildEditFix(from.ingress, wordsFor('paths'), edits);
}

/** Takes a whole rule out of an Ingress. */
export function buildRuleRemoval(
  ingress: Ingress,
  ruleIndex: number,
  wordsFor: (extent: RemovalExtent) => Pick<FindingFix, 'title' | 'explanation'>,
): FindingFix {
  const rules = ingress.spec.rules ?? [];
  const rule = rules[ruleIndex];
  const isAll = rules.length === 1 && ingress.spec.defaultBackend === undefined;
  return rule === undefined || isAll
    ? wordsFor('ingress')
    : buildEditFix(ingress, wordsFor('paths'), [removeRule(ingress, { rule, ruleIndex })]);
}
