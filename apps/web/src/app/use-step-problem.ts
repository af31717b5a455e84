import { keyOfRef } from '@fairlead/kube-objects';
import { useLocation } from '@tanstack/react-router';
import type { Finding } from '@fairlead/diagnostics';
import { selectionOf } from '../url-state/selection.ts';
import { useSetUrlState, useUrlState } from '../url-state/use-url-state.ts';
import { askOnce } from '../workers/ask-once.ts';
import { useCluster } from '../workers/cluster-context.ts';
import { pageOf } from './pages.ts';

const most = 1_000;

/** The item `step` further than the current one, round and round; the first or last when there is no current one. */
function stepIn(
  findings: readonly Finding[],
  isCurrent: (finding: Finding) => boolean,
  step: 1 | -1,
): Finding | undefined {
  const at = findings.findIndex(isCurrent);
  if (at === -1) return step === 1 ? findings[0] : findings.at(-1);
  return findings[(at + step + findings.length) % findings.length];
}

/** Goes to the next or previous problem: on the Problems page in its list, elsewhere from object to object. */
export function useStepProblem(): (step: 1 | -1) => void {
  const cluster = useCluster();
  const setUrlState = useSetUrlState();
  const { pathname } = useLocation();
  const { namespaces, finding, selection, severity, effect, about, checkId } = useUrlState();
  return (step) => {
    const isList = pageOf(pathname) === 'problems';
    const filter = {
      ...(namespaces === undefined ? {} : { namespaces }),
      ...(isList && severity !== undefined ? { severity } : {}),
      ...(isList && effect !== undefined ? { effect } : {}),
      ...(isList && about !== undefined ? { about } : {}),
      ...(isList && checkId !== undefined ? { checkId } : {}),
    };
    const ask = async (): Promise<void> => {
      const { rows } = await askOnce(cluster, { kind: 'findings', filter, from: 0, count: most });
      if (isList) {
        const next = stepIn(rows, ({ id }) => id === finding, step);
        if (next !== undefined) setUrlState({ finding: next.id }, { isReplacing: true });
        return;
      }
      const objects = [...new Map(rows.map((row) => [keyOfRef(row.place.ref), row])).values()];
      const next = stepIn(objects, ({ place }) => keyOfRef(place.ref) === selection?.id, step);
      if (next !== undefined) setUrlState({ selection: selectionOf(next.place.ref) }, { isReplacing: true });
    };
    void ask();
  };
}
