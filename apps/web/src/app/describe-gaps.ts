import { kindInfo, kinds, type Kind, type KindAccess } from '@fairlead/kube-objects';

/** Kinds that are refused in the same places for lack of the same verb. */
export interface RefusedKinds {
  readonly verb: 'list' | 'watch';
  readonly kinds: readonly Kind[];
  /** Sorted; empty: in the whole cluster. */
  readonly namespaces: readonly string[];
}

/** What may not be read, for a banner and for whoever grants it. */
export interface AccessGaps {
  readonly forbidden: readonly Kind[];
  readonly notServed: readonly Kind[];
  /** `forbidden` by place: what is refused in the whole cluster comes first. */
  readonly refused: readonly RefusedKinds[];
  /** As RBAC rules name them. */
  readonly resources: readonly string[];
  /**
   * What grants the missing rights, as YAML: a Role for each namespace, and a ClusterRole for what no Role can grant.
   * `undefined` when nothing is forbidden.
   */
  readonly role: string | undefined;
  readonly isEverything: boolean;
}

const placeOf = ({ kind, namespace }: KindAccess): string | undefined =>
  kindInfo(kind).isNamespaced ? namespace : undefined;

function printRole(namespace: string | undefined, granted: readonly Kind[]): string {
  const groups = new Map<string, string[]>();
  for (const kind of granted) {
    const { group, resource } = kindInfo(kind);
    groups.set(group, [...(groups.get(group) ?? []), resource]);
  }
  const rules = [...groups].map(
    ([group, resources]) =>
      `  - apiGroups: ["${group}"]\n    resources: [${resources.map((name) => `"${name}"`).join(', ')}]\n    verbs: ["get", "list", "watch"]\n`,
  );
  const place = namespace === undefined ? '' : `  namespace: ${namespace}\n`;
  return `apiVersion: rbac.authorization.k8s.io/v1\nkind: ${namespace === undefined ? 'ClusterRole' : 'Role'}\nmetadata:\n  name: fairlead-viewer\n${place}rules:\n${rules.join('')}`;
}

/** One document for each place in which something is refused, the whole cluster first. */
function printRoles(refused: readonly KindAccess[]): string | undefined {
  if (refused.length === 0) return undefined;
  const wide = new Set(refused.filter((entry) => placeOf(entry) === undefined).map(({ kind }) => kind));
  const namespaces = [...new Set(refused.flatMap((entry) => placeOf(entry) ?? []))].toSorted();
  const rolesOf = namespaces.map((namespace) => {
    const here = kinds.filter(
      (kind) =>
        !wide.has(kind) && refused.some((entry) => entry.kind === kind && entry.namespace === namespace),
    );
    return here.length === 0 ? undefined : printRole(namespace, here);
  });
  const clusterRole =
    wide.size === 0
      ? undefined
      : printRole(
          undefined,
          kinds.filter((kind) => wide.has(kind)),
        );
  return [clusterRole, ...rolesOf].filter((role) => role !== undefined).join('---\n');
}

function listRefused(refused: readonly KindAccess[]): readonly RefusedKinds[] {
  const byPlace = new Map<string, { verb: RefusedKinds['verb']; kinds: Kind[]; namespaces: string[] }>();
  for (const kind of kinds)
    for (const verb of ['list', 'watch'] as const) {
      const entries = refused.filter(
        (entry) => entry.kind === kind && (entry.missingVerb ?? 'list') === verb,
      );
      if (entries.length === 0) continue;
      const isWide = entries.some((entry) => placeOf(entry) === undefined);
      const namespaces = isWide
        ? []
        : [...new Set(entries.flatMap((entry) => placeOf(entry) ?? []))].toSorted();
      const id = [verb, ...namespaces].join(' ');
      const known = byPlace.get(id) ?? { verb, kinds: [], namespaces };
      known.kinds.push(kind);
      byPlace.set(id, known);
    }
  return [...byPlace.values()].toSorted((one, other) => one.namespaces.length - other.namespaces.length);
}

/** Gathers what is refused, and where. */
export function describeGaps(access: readonly KindAccess[]): AccessGaps {
  const refused = access.filter(({ state }) => state === 'forbidden');
  const forbidden = kinds.filter((kind) => refused.some((entry) => entry.kind === kind));
  return {
    forbidden,
    notServed: kinds.filter((kind) =>
      access.some((entry) => entry.kind === kind && entry.state === 'not-served'),
    ),
    refused: listRefused(refused),
    resources: forbidden.map((kind) => kindInfo(kind).resource),
    role: printRoles(refused),
    isEverything: access.length > 0 && refused.length === access.length,
  };
}
