import type { HttpIngressPath, IngressBackend, StringMap } from '@fairlead/kube-objects';
import { isDeepEqual } from '@fairlead/manifests';
import type { EditedObject, ObjectEdit } from './edit.ts';
import { pathNameAt, ruleNameAt } from './find-part.ts';
import { listEdits } from './list-edits.ts';
import { treeOf } from './parse-edited-object.ts';

/** A path of an Ingress as its row in the picture says it: several rows may say the same, the first one is meant. */
export interface ConnectedPath {
  /** Empty for a rule without host. */
  readonly host: string;
  /** Empty where the path is left out. */
  readonly path: string;
  readonly pathType: string;
}

/** What is to lead where: a path or default backend to a Service's port, a Service to the Pods that carry the labels. */
export type Connection =
  | { readonly kind: 'path'; readonly place: ConnectedPath; readonly backend: IngressBackend }
  | { readonly kind: 'default-backend'; readonly backend: IngressBackend }
  | { readonly kind: 'new-path'; readonly host: string; readonly path: HttpIngressPath }
  | { readonly kind: 'selector'; readonly selector: StringMap };

type EditedIngress = Extract<EditedObject, { readonly kind: 'Ingress' }>;
type EditedService = Extract<EditedObject, { readonly kind: 'Service' }>;

function listPathEdits(
  ingress: EditedIngress,
  place: ConnectedPath,
  backend: IngressBackend,
): readonly ObjectEdit[] {
  for (const [ruleIndex, { host = '', http }] of (ingress.spec.rules ?? []).entries()) {
    if (host !== place.host) continue;
    for (const [pathIndex, { path = '', pathType, backend: from }] of (http?.paths ?? []).entries()) {
      if (path !== place.path || pathType !== place.pathType) continue;
      const target = pathNameAt(ingress, { ruleIndex, pathIndex });
      return isDeepEqual(treeOf(from), treeOf(backend))
        ? []
        : [{ kind: 'set-path-field', target, field: 'backend', from: treeOf(from), to: treeOf(backend) }];
    }
  }
  return [];
}

function listDefaultBackendEdits(ingress: EditedIngress, backend: IngressBackend): readonly ObjectEdit[] {
  const { defaultBackend } = ingress.spec;
  const from = defaultBackend === undefined ? undefined : treeOf(defaultBackend);
  const to = treeOf(backend);
  return from !== undefined && isDeepEqual(from, to)
    ? []
    : [{ kind: 'set-field', field: 'defaultBackend', from, to }];
}

function addPath(ingress: EditedIngress, host: string, path: HttpIngressPath): ObjectEdit {
  const { rules = [] } = ingress.spec;
  const ruleIndex = rules.findLastIndex((rule) => (rule.host ?? '') === host);
  if (ruleIndex < 0) {
    const rule = { ...(host === '' ? {} : { host }), http: { paths: [path] } };
    return {
      kind: 'add-rule',
      rule,
      after: rules.length === 0 ? undefined : ruleNameAt(ingress, rules.length - 1),
    };
  }
  const count = rules[ruleIndex]?.http?.paths.length ?? 0;
  const after = count === 0 ? undefined : pathNameAt(ingress, { ruleIndex, pathIndex: count - 1 });
  return { kind: 'add-path', rule: ruleNameAt(ingress, ruleIndex), path, after };
}

function listSelectorEdits(service: EditedService, selector: StringMap): readonly ObjectEdit[] {
  return listEdits(service, { ...service, spec: { ...service.spec, selector } });
}

/**
 * The edits that lead a rule of an Ingress, or a Service, somewhere else. None where it leads there already, or where the
 * object has no such rule.
 */
export function listConnectionEdits(object: EditedObject, connection: Connection): readonly ObjectEdit[] {
  if (object.kind === 'Service')
    return connection.kind === 'selector' ? listSelectorEdits(object, connection.selector) : [];
  switch (connection.kind) {
    case 'path':
      return listPathEdits(object, connection.place, connection.backend);
    case 'default-backend':
      return listDefaultBackendEdits(object, connection.backend);
    case 'new-path':
      return [addPath(object, connection.host, connection.path)];
    case 'selector':
      return [];
  }
}
