import { ownField, isDeepEqual, type JsonObject, type JsonValue } from '@fairlead/manifests';
import type { ObjectEdit } from './edit.ts';
import { editTree } from './edit-tree.ts';
import { canonicalText, keysOfAll, objectAt, withField, withoutField } from './json-tree.ts';
import { stepsBetween, type Step } from './list-steps.ts';
import { matchPaths, matchPorts, matchRules, matchTls } from './match-parts.ts';
import { toPath, toPort, toRule, toTls } from './parse-edited-object.ts';
import { hostOf, partsOf, pathNameIn, pathsOf, portNameIn, ruleNameIn, tlsNameIn } from './part-names.ts';

/** Collects edits and carries each out, so that the next one finds the names that the ones before it left. */
class Recorder {
  readonly edits: ObjectEdit[] = [];
  tree: JsonObject;

  constructor(tree: JsonObject) {
    this.tree = tree;
  }

  add(edit: ObjectEdit): void {
    const change = editTree(this.tree, edit);
    if (change.kind === 'stale') throw new Error(`An edit found by comparing does not apply: ${edit.kind}`);
    this.tree = change.tree;
    this.edits.push(edit);
  }
}

/** How one list's steps are said as edits. `undefined` is the name of what stands in front of the first place. */
interface Recording<N> {
  readonly items: () => readonly JsonObject[];
  readonly nameAt: (index: number) => N;
  readonly remove: (item: JsonObject, name: N, after: N | undefined) => ObjectEdit;
  readonly add: (item: JsonObject, after: N | undefined) => ObjectEdit;
  readonly move: (move: {
    readonly target: N;
    readonly from: N | undefined;
    readonly to: N | undefined;
  }) => ObjectEdit;
  readonly change: (index: number, item: JsonObject) => void;
}

function record<N>(recorder: Recorder, steps: readonly Step[], list: Recording<N>): void {
  const frontName = (index: number): N | undefined => (index < 0 ? undefined : list.nameAt(index));
  for (const step of steps) {
    switch (step.kind) {
      case 'remove':
        recorder.add(
          list.remove(list.items()[step.index] ?? {}, list.nameAt(step.index), frontName(step.index - 1)),
        );
        break;
      case 'add':
        recorder.add(list.add(step.item, frontName(step.front)));
        break;
      case 'move':
        recorder.add(
          list.move({
            target: list.nameAt(step.index),
            from: frontName(step.index - 1),
            to: frontName(step.front),
          }),
        );
        break;
      case 'change':
        list.change(step.index, step.item);
        break;
    }
  }
}

interface FieldChange {
  readonly field: string;
  readonly from: JsonValue | undefined;
  readonly to: JsonValue | undefined;
}

function changedFields(before: JsonObject, after: JsonObject): readonly FieldChange[] {
  return keysOfAll([before, after])
    .map((field) => ({ field, from: ownField(before, field), to: ownField(after, field) }))
    .filter(({ from, to }) => !isDeepEqual(from, to));
}

function recordPorts(recorder: Recorder, after: readonly JsonObject[]): void {
  const items = (): readonly JsonObject[] => partsOf(recorder.tree, 'ports');
  const nameAt = (index: number) => portNameIn(items(), index);
  record(recorder, stepsBetween(items(), after, matchPorts({ before: items(), after })), {
    items,
    nameAt,
    remove: (item, { ordinal }, front) => ({
      kind: 'remove-port',
      port: toPort(item),
      ordinal,
      after: front,
    }),
    add: (item, front) => ({ kind: 'add-port', port: toPort(item), after: front }),
    move: (move) => ({ kind: 'move-port', ...move }),
    change: (index, item) => {
      for (const field of changedFields(items()[index] ?? {}, item))
        recorder.add({ kind: 'set-port-field', target: nameAt(index), ...field });
    },
  });
}

function recordTls(recorder: Recorder, after: readonly JsonObject[]): void {
  const items = (): readonly JsonObject[] => partsOf(recorder.tree, 'tls');
  const nameAt = (index: number) => tlsNameIn(items(), index);
  record(recorder, stepsBetween(items(), after, matchTls({ before: items(), after })), {
    items,
    nameAt,
    remove: (item, { ordinal }, front) => ({ kind: 'remove-tls', tls: toTls(item), ordinal, after: front }),
    add: (item, front) => ({ kind: 'add-tls', tls: toTls(item), after: front }),
    move: (move) => ({ kind: 'move-tls', ...move }),
    change: (index, item) =>
      recorder.add({
        kind: 'set-tls',
        target: nameAt(index),
        from: toTls(items()[index] ?? {}),
        to: toTls(item),
      }),
  });
}

/** What a rule holds besides host and paths. No edit names it, so a rule in which it changed is another rule. */
const otherFieldsOf = (rule: JsonObject): string =>
  canonicalText(withField(withoutField(rule, 'host'), 'http', withoutField(objectAt(rule, 'http'), 'paths')));

function recordPaths(recorder: Recorder, ruleIndex: number, after: readonly JsonObject[]): void {
  const rules = (): readonly JsonObject[] => partsOf(recorder.tree, 'rules');
  const items = (): readonly JsonObject[] => pathsOf(rules()[ruleIndex]);
  const nameAt = (pathIndex: number) => pathNameIn(rules(), { ruleIndex, pathIndex });
  const rule = ruleNameIn(rules(), ruleIndex);
  record(recorder, stepsBetween(items(), after, matchPaths({ before: items(), after })), {
    items,
    nameAt,
    remove: (item, { ordinal }, front) => ({
      kind: 'remove-path',
      rule,
      path: toPath(item),
      ordinal,
      after: front,
    }),
    add: (item, front) => ({ kind: 'add-path', rule, path: toPath(item), after: front }),
    move: (move) => ({ kind: 'move-path', ...move }),
    change: (index, item) => {
      for (const field of changedFields(items()[index] ?? {}, item))
        recorder.add({ kind: 'set-path-field', target: nameAt(index), ...field });
    },
  });
}

function recordRules(recorder: Recorder, after: readonly JsonObject[]): void {
  const items = (): readonly JsonObject[] => partsOf(recorder.tree, 'rules');
  const nameAt = (index: number) => ruleNameIn(items(), index);
  const before = items();
  const matches = matchRules({ before, after }).map((match, index) =>
    match !== undefined && otherFieldsOf(before[match.before] ?? {}) === otherFieldsOf(after[index] ?? {})
      ? match
      : undefined,
  );
  record(recorder, stepsBetween(before, after, matches), {
    items,
    nameAt,
    remove: (item, { ordinal }, front) => ({
      kind: 'remove-rule',
      rule: toRule(item),
      ordinal,
      after: front,
    }),
    add: (item, front) => ({ kind: 'add-rule', rule: toRule(item), after: front }),
    move: (move) => ({ kind: 'move-rule', ...move }),
    change: (index, item) => {
      const target = nameAt(index);
      if (target.host !== hostOf(item)) recorder.add({ kind: 'set-rule-host', target, to: hostOf(item) });
      recordPaths(recorder, index, pathsOf(item));
    },
  });
}

/** Edits of ports, or of rules, paths and TLS entries. */
export function listPartEdits(before: JsonObject, after: JsonObject): readonly ObjectEdit[] {
  if (before['kind'] !== after['kind']) return [];
  const recorder = new Recorder(before);
  if (before['kind'] === 'Service') recordPorts(recorder, partsOf(after, 'ports'));
  else {
    recordRules(recorder, partsOf(after, 'rules'));
    recordTls(recorder, partsOf(after, 'tls'));
  }
  return recorder.edits;
}
