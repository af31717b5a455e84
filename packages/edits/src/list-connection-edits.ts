import type { HttpIngressPath, IngressBackend, IngressRule, StringMap } from '@fairlead/kube-objects';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { listEdits } from './list-edits.ts';

/** A path of an Ingress as its row in the picture says it: several rows may say the same, the first one is meant. */
export interface PathPlace {
  /** Empty for a rule without host. */
  readonly host: string;
  /** Empty where the path is left out. */
  readonly path: string;
  readonly pathType: string;
}

/** What is to lead where: a path or default backend to a Service's port, a Service to the Pods that carry the labels. */
export type Connection =
  | { readonly kind: 'path'; readonly place: PathPlace; readonly backend: IngressBackend }
  | { readonly kind: 'default-backend'; readonly backend: IngressBackend }
  | { readonly kind: 'new-path'; readonly host: string; readonly path: HttpIngressPath }
  | { readonly kind: 'selector'; readonly selector: StringMap };

type EditedIngress = Extract<EditedObject, { readonly kind: 'Ingress' }>;

const pathsOf = ({ http }: IngressRule): readonly HttpIngressPath[] => http?.paths ?? [];

const isAt =
  ({ path, pathType }: PathPlace) =>
  (one: HttpIngressPath): boolean =>
    (one.path ?? '') === path && one.pathType === pathType;

const withPaths = (rule: IngressRule, paths: readonly HttpIngressPath[]): IngressRule => ({
  ...rule,
  http: { ...rule.http, paths },
});

const replacedAt = <T>(items: readonly T[], index: number, item: T): readonly T[] =>
  items.map((one, at) => (at === index ? item : one));

const withRules = (ingress: EditedIngress, rules: readonly IngressRule[]): EditedObject => ({
  ...ingress,
  spec: { ...ingress.spec, rules },
});

function withBackend(ingress: EditedIngress, place: PathPlace, backend: IngressBackend): EditedObject {
  const rules = ingress.spec.rules ?? [];
  const ruleIndex = rules.findIndex(
    (rule) => (rule.host ?? '') === place.host && pathsOf(rule).some(isAt(place)),
  );
  const rule = rules[ruleIndex];
  if (rule === undefined) return ingress;
  const paths = pathsOf(rule);
  const index = paths.findIndex(isAt(place));
  const path = paths[index];
  if (path === undefined) return ingress;
  return withRules(
    ingress,
    replacedAt(rules, ruleIndex, withPaths(rule, replacedAt(paths, index, { ...path, backend }))),
  );
}

function withPath(ingress: EditedIngress, host: string, path: HttpIngressPath): EditedObject {
  const rules = ingress.spec.rules ?? [];
  const index = rules.findLastIndex((rule) => (rule.host ?? '') === host);
  const rule = rules[index];
  if (rule === undefined)
    return withRules(ingress, [...rules, { ...(host === '' ? {} : { host }), http: { paths: [path] } }]);
  return withRules(ingress, replacedAt(rules, index, withPaths(rule, [...pathsOf(rule), path])));
}

function connected(object: EditedObject, connection: Connection): EditedObject {
  if (object.kind === 'Service') {
    const { selector } = connection.kind === 'selector' ? connection : object.spec;
    return { ...object, spec: { ...object.spec, ...(selector === undefined ? {} : { selector }) } };
  }
  switch (connection.kind) {
    case 'path':
      return withBackend(object, connection.place, connection.backend);
    case 'default-backend':
      return { ...object, spec: { ...object.spec, defaultBackend: connection.backend } };
    case 'new-path':
      return withPath(object, connection.host, connection.path);
    case 'selector':
      return object;
  }
}

/**
 * The edits that lead a rule of an Ingress, or a Service, somewhere else. None where it leads there already, or where the
 * object has no such rule.
 */
export const listConnectionEdits = (object: EditedObject, connection: Connection): readonly ObjectEdit[] =>
  listEdits(object, connected(object, connection));
