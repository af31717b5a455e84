import { treeOf, type AddPath, type ObjectEdit } from '@fairlead/edits';
import type { HttpIngressPath, Ingress, IngressBackend } from '@fairlead/kube-objects';
import { listIngressPaths, type IngressPathPlace } from '@fairlead/routing';
import { pathNameOf } from './edit-backend.ts';

const toRoot = (backend: IngressBackend): HttpIngressPath => ({ path: '/', pathType: 'Prefix', backend });

const takesEverything = ({ path: { path = '', pathType } }: IngressPathPlace): boolean =>
  pathType !== 'Exact' && (path === '' || path === '/');

/** A path `/` at the end of the first rule of a host that has paths but none for everything. */
function addRoot(paths: readonly IngressPathPlace[], host: string, backend: IngressBackend): AddPath[] {
  const own = paths.filter((place) => place.host === host);
  const [first] = own;
  const last = own.findLast(({ ruleIndex }) => ruleIndex === first?.ruleIndex);
  if (first === undefined || last === undefined || own.some(takesEverything)) return [];
  const before = new Set(paths.filter((place) => place.ruleIndex < first.ruleIndex).map((each) => each.rule));
  const ordinal = [...before].filter((rule) => (rule.host ?? '') === host).length;
  return [{ kind: 'add-path', rule: { host, ordinal }, path: toRoot(backend), after: pathNameOf(last) }];
}

/**
 * The edits that say a default backend as paths: `/` for each host of the Ingress that has no such path, or a rule for any
 * host where there are no rules. `undefined`: the backend is no Service, or a rule has no paths to stand beside.
 */
export function listDefaultBackendEdits(ingress: Ingress): readonly ObjectEdit[] | undefined {
  const { defaultBackend, rules = [] } = ingress.spec;
  if (defaultBackend?.service === undefined || rules.some(({ http }) => http === undefined)) return undefined;
  const paths = listIngressPaths(ingress);
  const hosts = [...new Set(rules.map(({ host = '' }) => host))];
  const added: readonly ObjectEdit[] =
    rules.length === 0
      ? [{ kind: 'add-rule', rule: { http: { paths: [toRoot(defaultBackend)] } }, after: undefined }]
      : hosts.flatMap((host) => addRoot(paths, host, defaultBackend));
  return [
    ...added,
    { kind: 'set-field', field: 'defaultBackend', from: treeOf(defaultBackend), to: undefined },
  ];
}
