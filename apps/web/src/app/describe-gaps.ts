import { kindInfo, kinds, type Kind, type KindAccess } from '@fairlead/kube-objects';

/** What may not be read, for a banner and for whoever grants it. */
export interface AccessGaps {
  readonly forbidden: readonly Kind[];
  readonly notServed: readonly Kind[];
  /** Where; empty: in the whole cluster. */
  readonly namespaces: readonly string[];
  /** As RBAC rules name them. */
  readonly resources: readonly string[];
  /** A Role or ClusterRole that grants what is missing, as YAML; `undefined` when nothing is forbidden. */
  readonly role: string | undefined;
  readonly isEverything: boolean;
}

function printRole(forbidden: readonly Kind[], namespaces: readonly string[]): string | undefined {
  if (forbidden.length === 0) return undefined;
  const groups = new Map<string, string[]>();
  for (const kind of forbidden) {
    const { group, resource } = kindInfo(kind);
    groups.set(group, [...(groups.get(group) ?? []), resource]);
  }
  const rules = [...groups].map(
    ([group, resources]) =>
      `  - apiGroups: ["${group}"]\n    resources: [${resources.map((name) => `"${name}"`).join(', ')}]\n    verbs: ["get", "list", "watch"]\n`,
  );
  const isWide = namespaces.length === 0 || forbidden.some((kind) => !kindInfo(kind).isNamespaced);
  const roles = isWide ? [undefined] : namespaces;
  return roles
    .map(
      (namespace) =>
        `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${namespace === undefined ? 'ClusterRole' : 'Role'}\nmetadata:\n  name: fairlead-viewer\n${namespace === undefined ? '' : `  namespace: ${namespace}\n`}rules:\n${rules.join('')}`,
    )
    .join('---\n');
}

export function describeGaps(access: readonly KindAccess[]): AccessGaps {
  const refused = access.filter(({ state }) => state === 'forbidden');
  const forbidden = kinds.filter((kind) => refused.some((entry) => entry.kind === kind));
  const isWide = refused.some(({ namespace }) => namespace === undefined);
  const namespaces = isWide
    ? []
    : [...new Set(refused.flatMap(({ namespace }) => namespace ?? []))].toSorted();
  return {
    forbidden,
    notServed: kinds.filter((kind) =>
      access.some((entry) => entry.kind === kind && entry.state === 'not-served'),
    ),
    namespaces,
    resources: forbidden.map((kind) => kindInfo(kind).resource),
    role: printRole(forbidden, namespaces),
    isEverything: access.length > 0 && refused.length === access.length,
  };
}
