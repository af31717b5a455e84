import type { Kind, KindAccess } from '@fairlead/kube-objects';
import type { CheckInfo } from './check.ts';

/** A check that could not run somewhere, because a kind may not or cannot be read there. */
export interface SkippedCheck {
  readonly checkId: string;
  readonly kind: Kind;
  readonly state: 'forbidden' | 'not-served' | 'failed';
  /** The verb the identity lacks, where that is the reason. */
  readonly missingVerb: 'list' | 'watch' | undefined;
  /** Sorted; `undefined` when the kind is read for the whole cluster, so that it is missing everywhere. */
  readonly namespaces: readonly string[] | undefined;
}

const isReason = (state: KindAccess['state']): state is SkippedCheck['state'] =>
  state === 'forbidden' || state === 'not-served' || state === 'failed';

/**
 * Which checks are skipped, one entry per check, kind and reason. A kind whose first list is still under way is not
 * named: its checks run later.
 */
export function listSkippedChecks(
  checks: readonly CheckInfo[],
  access: readonly KindAccess[],
): readonly SkippedCheck[] {
  return checks.flatMap(({ id, reads }) => reads.flatMap((kind) => reasonsOf(id, kind, access)));
}

function reasonsOf(checkId: string, kind: Kind, access: readonly KindAccess[]): readonly SkippedCheck[] {
  const reasons = new Map<string, { skipped: SkippedCheck; namespaces: Set<string> | undefined }>();
  for (const { state, missingVerb, namespace } of access.filter((entry) => entry.kind === kind)) {
    if (!isReason(state)) continue;
    const id = `${state} ${missingVerb ?? ''}`;
    const reason = reasons.get(id) ?? {
      skipped: { checkId, kind, state, missingVerb, namespaces: undefined },
      namespaces: new Set<string>(),
    };
    if (namespace === undefined) reason.namespaces = undefined;
    else reason.namespaces?.add(namespace);
    reasons.set(id, reason);
  }
  return [...reasons.values()].map(({ skipped, namespaces }) => ({
    ...skipped,
    namespaces: namespaces && [...namespaces].sort(),
  }));
}
