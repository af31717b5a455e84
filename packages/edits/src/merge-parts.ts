import { ownField, type JsonObject } from '@fairlead/manifests';
import type { ConflictPlace } from './conflict.ts';
import { settleCrossedPaths } from './crossed-paths.ts';
import { withPaths } from './edit-path.ts';
import { objectAt, withField, withFilledField, withoutField } from './json-tree.ts';
import { matchPaths, matchPorts, matchRules, matchTls } from './match-parts.ts';
import type { MergeDecider, Three } from './merge-decider.ts';
import { mergeFlat, mergeSet } from './merge-fields.ts';
import { mergeList } from './merge-list.ts';
import type { Lists, Slot, SlotRules } from './merge-slots.ts';
import {
  hostOf,
  idOfItem,
  idOfPath,
  partsOf,
  pathNameIn,
  pathsOf,
  portNameIn,
  ruleNameIn,
  tlsNameIn,
  type ListName,
  type PathPlace,
} from './part-names.ts';

type Trees = { readonly [S in keyof Three<unknown>]: JsonObject };

const listsOf = (trees: Trees, list: ListName): Lists => ({
  base: partsOf(trees.base, list),
  mine: partsOf(trees.mine, list),
  theirs: partsOf(trees.theirs, list),
});

/**
 * Where a part is named: the base, or for an added one the side that has it, behind the base: no added part has the name of
 * one that was there.
 */
function whereNamed(lists: Lists, slot: Slot): readonly [readonly JsonObject[], number] {
  if (slot.base !== undefined) return [lists.base, slot.base];
  const [items, index] =
    slot.theirs === undefined ? [lists.mine, slot.mine ?? -1] : [lists.theirs, slot.theirs];
  return [[...lists.base, ...items], lists.base.length + index];
}

/** A port that both added: what mine leaves out means what the API server fills in. */
function filledPort({ base, mine, theirs }: Three<JsonObject>): Three<JsonObject> {
  if (base !== undefined || mine === undefined) return { base, mine, theirs };
  const defaults: JsonObject = { protocol: 'TCP', targetPort: ownField(mine, 'port') ?? 0 };
  const filled = Object.entries(defaults).reduce<JsonObject>(
    (port, [key, value]) =>
      Object.hasOwn(port, key) || !Object.hasOwn(theirs ?? {}, key) ? port : withField(port, key, value),
    mine,
  );
  return { base, mine: filled, theirs };
}

export function mergePorts(trees: Trees, decider: MergeDecider): readonly JsonObject[] {
  const lists = listsOf(trees, 'ports');
  const placeOf = (slot: Slot, field?: string): ConflictPlace => {
    return { kind: 'port', port: portNameIn(...whereNamed(lists, slot)), field };
  };
  return mergeList({
    lists,
    match: matchPorts,
    idOf: (port) => idOfItem('ports', port),
    placeOf: (slot) => placeOf(slot),
    orderPlace: { kind: 'order', list: 'ports', rule: undefined },
    mergeItem: (three, slot) => mergeFlat(filledPort(three), (field) => placeOf(slot, field), decider),
    decider,
  });
}

export function mergeTls(trees: Trees, decider: MergeDecider): readonly JsonObject[] {
  const lists = listsOf(trees, 'tls');
  const placeOf = (slot: Slot, field?: string): ConflictPlace => {
    return { kind: 'tls', tls: tlsNameIn(...whereNamed(lists, slot)), field };
  };
  const hostsOf = (three: Three<JsonObject>) =>
    mergeSet({
      base: ownField(three.base, 'hosts'),
      mine: ownField(three.mine, 'hosts'),
      theirs: ownField(three.theirs, 'hosts'),
    });
  const withoutHosts = (tls: JsonObject | undefined) => tls && withoutField(tls, 'hosts');
  return mergeList({
    lists,
    match: matchTls,
    idOf: (tls) => idOfItem('tls', tls),
    placeOf: (slot) => placeOf(slot),
    orderPlace: { kind: 'order', list: 'tls', rule: undefined },
    mergeItem: (three, slot) => {
      const rest = {
        base: withoutHosts(three.base),
        mine: withoutHosts(three.mine),
        theirs: withoutHosts(three.theirs),
      };
      const merged = mergeFlat(rest, (field) => placeOf(slot, field), decider);
      return withFilledField(merged, 'hosts', hostsOf(three));
    },
    decider,
  });
}

/** As `whereNamed`, of a path: its ordinal counts the paths of all rules of its host. */
function wherePathNamed(
  { rules, ruleSlot }: { readonly rules: Lists; readonly ruleSlot: Slot },
  slot: Slot,
): readonly [readonly JsonObject[], PathPlace] {
  if (slot.base !== undefined) return [rules.base, { ruleIndex: ruleSlot.base ?? -1, pathIndex: slot.base }];
  const side = slot.theirs === undefined ? 'mine' : 'theirs';
  const ruleIndex = rules.base.length + (ruleSlot[side] ?? -1);
  return [[...rules.base, ...rules[side]], { ruleIndex, pathIndex: slot[side] ?? -1 }];
}

function mergePaths(rules: Lists, ruleSlot: Slot, decider: MergeDecider): readonly JsonObject[] {
  const ruleAt = (side: keyof Lists): JsonObject | undefined => rules[side][ruleSlot[side] ?? -1];
  const lists: Lists = {
    base: pathsOf(ruleAt('base')),
    mine: pathsOf(ruleAt('mine')),
    theirs: pathsOf(ruleAt('theirs')),
  };
  const placeOf = (slot: Slot, field?: string): ConflictPlace => ({
    kind: 'path',
    path: pathNameIn(...wherePathNamed({ rules, ruleSlot }, slot)),
    field,
  });
  return mergeList({
    lists,
    match: matchPaths,
    idOf: idOfPath,
    placeOf: (slot) => placeOf(slot),
    orderPlace: { kind: 'order', list: 'paths', rule: ruleNameIn(...whereNamed(rules, ruleSlot)) },
    mergeItem: (three, slot) => mergeFlat(three, (field) => placeOf(slot, field), decider),
    decider,
  });
}

/** What a rule says besides its paths. */
const headOf = (rule: JsonObject | undefined): JsonObject | undefined =>
  rule && withField(rule, 'http', withoutField(objectAt(rule, 'http'), 'paths'));

function mergeRule(
  lists: Lists,
  {
    three,
    slot,
    decider,
  }: { readonly three: Three<JsonObject>; readonly slot: Slot; readonly decider: MergeDecider },
): JsonObject {
  const rule = ruleNameIn(...whereNamed(lists, slot));
  const heads = { base: headOf(three.base), mine: headOf(three.mine), theirs: headOf(three.theirs) };
  const head = mergeFlat(heads, (field) => ({ kind: 'rule', rule, field }), decider);
  const hasHttp = [three.mine, three.theirs].some((each) => ownField(each, 'http') !== undefined);
  const merged = hasHttp ? head : withoutField(head, 'http');
  return withPaths(merged, mergePaths(lists, slot, decider));
}

const ruleSlots: SlotRules = { match: matchRules, idOf: hostOf };

export function mergeRules(trees: Trees, decider: MergeDecider): readonly JsonObject[] {
  const lists = settleCrossedPaths(listsOf(trees, 'rules'), ruleSlots, decider);
  return mergeList({
    lists,
    ...ruleSlots,
    placeOf: (slot) => ({
      kind: 'rule',
      rule: ruleNameIn(...whereNamed(lists, slot)),
      field: undefined,
    }),
    orderPlace: { kind: 'order', list: 'rules', rule: undefined },
    mergeItem: (three, slot) => mergeRule(lists, { three, slot, decider }),
    decider,
  });
}
