import {
  pathNameAt,
  ruleNameAt,
  treeOf,
  type ObjectEdit,
  type PathName,
  type PathPlace,
} from '@fairlead/edits';
import type { HttpIngressPath, Ingress, IngressBackend, IngressRule } from '@fairlead/kube-objects';
import type { JsonValue } from '@fairlead/manifests';

const rulesOf = ({ spec }: Ingress): readonly IngressRule[] => spec.rules ?? [];
const pathsAt = (ingress: Ingress, ruleIndex: number): readonly HttpIngressPath[] =>
  rulesOf(ingress)[ruleIndex]?.http?.paths ?? [];

const nameBefore = (ingress: Ingress, { ruleIndex, pathIndex }: PathPlace): PathName | undefined =>
  pathIndex <= 0 ? undefined : pathNameAt(ingress, { ruleIndex, pathIndex: pathIndex - 1 });

/** Puts a path behind the one at `pathIndex`; -1 for the first place. */
export const addPathEdit = (
  ingress: Ingress,
  { ruleIndex, pathIndex }: PathPlace,
  path: HttpIngressPath,
): ObjectEdit => ({
  kind: 'add-path',
  rule: ruleNameAt(ingress, ruleIndex),
  path,
  after: nameBefore(ingress, { ruleIndex, pathIndex: pathIndex + 1 }),
});

export const appendPathEdit = (ingress: Ingress, ruleIndex: number, path: HttpIngressPath): ObjectEdit =>
  addPathEdit(ingress, { ruleIndex, pathIndex: pathsAt(ingress, ruleIndex).length - 1 }, path);

export const removePathEdit = (ingress: Ingress, place: PathPlace, path: HttpIngressPath): ObjectEdit => ({
  kind: 'remove-path',
  rule: ruleNameAt(ingress, place.ruleIndex),
  path,
  ordinal: pathNameAt(ingress, place).ordinal,
  after: nameBefore(ingress, place),
});

/** One place up or down within its rule; `undefined` at the end. */
export function movePathEdit(ingress: Ingress, place: PathPlace, by: -1 | 1): ObjectEdit | undefined {
  const { ruleIndex, pathIndex } = place;
  const next = pathIndex + by;
  if (next < 0 || next >= pathsAt(ingress, ruleIndex).length) return undefined;
  return {
    kind: 'move-path',
    target: pathNameAt(ingress, place),
    from: nameBefore(ingress, place),
    to:
      by === 1
        ? pathNameAt(ingress, { ruleIndex, pathIndex: next })
        : nameBefore(ingress, { ruleIndex, pathIndex: next }),
  };
}

/** To the end of another rule, which has another host. */
export const movePathToRuleEdits = (
  ingress: Ingress,
  place: PathPlace,
  { path, ruleIndex }: { readonly path: HttpIngressPath; readonly ruleIndex: number },
): readonly ObjectEdit[] => [removePathEdit(ingress, place, path), appendPathEdit(ingress, ruleIndex, path)];

export const setPathFieldEdit = (
  ingress: Ingress,
  place: PathPlace,
  {
    field,
    from,
    to,
  }: { readonly field: string; readonly from: JsonValue | undefined; readonly to: JsonValue | undefined },
): ObjectEdit => ({ kind: 'set-path-field', target: pathNameAt(ingress, place), field, from, to });

export const backendTree = (backend: IngressBackend): JsonValue => treeOf(backend);

/** A path with the same backend whose text is free within its rule. */
export function copyOfPath(path: HttpIngressPath, others: readonly HttpIngressPath[]): HttpIngressPath {
  const stem = (path.path ?? '/').replace(/\/+$/, '');
  const isTaken = (text: string): boolean => others.some((other) => other.path === text);
  let text = `${stem}${stem === '' ? '/copy' : '-copy'}`;
  for (let number = 2; isTaken(text); number += 1)
    text = `${stem}${stem === '' ? '/copy' : '-copy'}-${number}`;
  return { ...path, path: text };
}

/** A new path for a rule: everything if that is free, else a part of it; to where the last path goes. */
export function newPath(others: readonly HttpIngressPath[], backend: IngressBackend): HttpIngressPath {
  const last = others.at(-1);
  const isTaken = (text: string): boolean => others.some((other) => other.path === text);
  let text = isTaken('/') ? '/new' : '/';
  for (let number = 2; isTaken(text); number += 1) text = `/new-${number}`;
  return { path: text, pathType: 'Prefix', backend: last?.backend ?? backend };
}

/** A host that nobody has yet, beside those that are there: to be typed over. */
export function newHost(rules: readonly IngressRule[]): string {
  const known = rules.map(({ host = '' }) => host).find((host) => host.includes('.'));
  const domain = known === undefined ? 'example.com' : known.slice(known.indexOf('.') + 1);
  const isTaken = (text: string): boolean => rules.some(({ host }) => host === text);
  let text = `new.${domain}`;
  for (let number = 2; isTaken(text); number += 1) text = `new-${number}.${domain}`;
  return text;
}

const ruleNameBefore = (ingress: Ingress, index: number) =>
  index <= 0 ? undefined : ruleNameAt(ingress, index - 1);

/** Puts a rule behind the one at `index`; -1 for the first place. */
export const addRuleEdit = (ingress: Ingress, index: number, rule: IngressRule): ObjectEdit => ({
  kind: 'add-rule',
  rule,
  after: ruleNameBefore(ingress, index + 1),
});

export const appendRuleEdit = (ingress: Ingress, rule: IngressRule): ObjectEdit =>
  addRuleEdit(ingress, rulesOf(ingress).length - 1, rule);

export const removeRuleEdit = (ingress: Ingress, index: number, rule: IngressRule): ObjectEdit => ({
  kind: 'remove-rule',
  rule,
  ordinal: ruleNameAt(ingress, index).ordinal,
  after: ruleNameBefore(ingress, index),
});

/** One place up or down; `undefined` at the end. */
export function moveRuleEdit(ingress: Ingress, index: number, by: -1 | 1): ObjectEdit | undefined {
  const next = index + by;
  if (next < 0 || next >= rulesOf(ingress).length) return undefined;
  return {
    kind: 'move-rule',
    target: ruleNameAt(ingress, index),
    from: ruleNameBefore(ingress, index),
    to: by === 1 ? ruleNameAt(ingress, next) : ruleNameBefore(ingress, next),
  };
}
