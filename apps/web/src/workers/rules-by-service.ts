import type { Ingress, IngressBackend, ObjectReader, ObjectRef } from '@fairlead/kube-objects';
import { refOf } from '@fairlead/kube-objects';
import { listIngressPaths } from '@fairlead/routing';

/** One rule, or a default backend, that leads to a Service. */
export interface RuleToService {
  readonly ingress: ObjectRef<'Ingress'>;
  /** Empty text: any host. */
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  readonly isDefaultBackend: boolean;
  readonly backend: IngressBackend;
}

function listRulesOf(ingress: Ingress): readonly RuleToService[] {
  const ref = refOf(ingress);
  const { defaultBackend } = ingress.spec;
  const rules = listIngressPaths(ingress).map(({ host, path }): RuleToService => ({
    ingress: ref,
    host,
    path: path.path ?? '',
    pathType: path.pathType,
    isDefaultBackend: false,
    backend: path.backend,
  }));
  const last = { ingress: ref, host: '', path: '', pathType: '', isDefaultBackend: true };
  return defaultBackend === undefined ? rules : [...rules, { ...last, backend: defaultBackend }];
}

type RulesByName = ReadonlyMap<string, readonly RuleToService[]>;

function groupRules(ingresses: readonly Ingress[]): RulesByName {
  const groups = new Map<string, RuleToService[]>();
  for (const rule of ingresses.flatMap(listRulesOf)) {
    const name = rule.backend.service?.name;
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [rule]);
    else group.push(rule);
  }
  return groups;
}

/** Lists are shared by the store until one of their objects changes, so they are the key of what follows from them. */
const groupsByList = new WeakMap<readonly Ingress[], RulesByName>();

/** The rules of a namespace's Ingresses that name the Service, in order of Ingress and rule. */
export function listRulesTo(
  reader: ObjectReader,
  namespace: string,
  service: string,
): readonly RuleToService[] {
  const ingresses = reader.list('Ingress', namespace);
  let groups = groupsByList.get(ingresses);
  if (groups === undefined) groupsByList.set(ingresses, (groups = groupRules(ingresses)));
  return groups.get(service) ?? [];
}

export const countRulesTo = (reader: ObjectReader, namespace: string, service: string): number =>
  listRulesTo(reader, namespace, service).length;
