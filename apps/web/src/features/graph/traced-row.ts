import { keyOfRef } from '@fairlead/kube-objects';
import type { TraceLoser } from '@fairlead/routing';
import type { LoserKind, RowNote, TraceAnswer } from '../../trace-view/trace-view.ts';
import type { RouteRow } from '../../workers/route-row.ts';
import type { ShownTrace } from './shown-trace.ts';

/** A rule that lost, and what a reader would say of it. */
export interface LostRule {
  readonly kind: LoserKind;
  readonly loser: TraceLoser;
}

/** What a traced request makes of a line of the table. `wins`: the line is that of the winning rule. */
export type TracedRow =
  | { readonly kind: 'passes'; readonly hops: readonly number[]; readonly wins: boolean }
  | { readonly kind: 'breaks'; readonly hop: number; readonly wins: boolean }
  | { readonly kind: 'loses'; readonly note: RowNote; readonly lost: LostRule | undefined };

type RowPart = Pick<RouteRow, 'id' | 'kind' | 'targets' | 'host' | 'path' | 'pathType' | 'ingress'>;

const ingressOf = ({ ingress }: Pick<TraceLoser, 'ingress'>): string =>
  keyOfRef({ kind: 'Ingress', namespace: ingress.split('/')[0] ?? '', name: ingress.split('/')[1] ?? '' });

const isWhole = ({ path, pathType }: TraceLoser): boolean => path === null && pathType === null;

/** A loser without a path is its Ingress as a whole. */
const isOf = (loser: TraceLoser, { ingress, host, path, pathType }: RowPart): boolean =>
  ingress !== undefined &&
  ingressOf(loser) === keyOfRef(ingress) &&
  (isWhole(loser) ||
    ((loser.hostRule ?? '') === host && (loser.path ?? '') === path && loser.pathType === pathType));

function findLost({ losers }: TraceAnswer, row: RowPart): LostRule | undefined {
  for (const { kind, losers: lost } of losers) {
    const loser = lost.find((each) => isOf(each, row));
    if (loser !== undefined) return { kind, loser };
  }
  return undefined;
}

/** `undefined`: the request has nothing to do with the line. */
export function tellTracedRow({ answer, marks, notes }: ShownTrace, row: RowPart): TracedRow | undefined {
  const note = notes.get(row.id);
  const wins = note === 'wins';
  if (row.kind === 'route' && !wins) {
    const lost = findLost(answer, row);
    return note === undefined && lost === undefined
      ? undefined
      : { kind: 'loses', note: note ?? 'not-used', lost };
  }
  // What several lines share, Pods for instance, makes none of them a part of the way.
  if (!wins && !marks.some(({ target }) => target === row.id)) return undefined;
  const own = marks.filter(({ target }) => row.targets.includes(target));
  const broken = own.find(({ isBroken }) => isBroken);
  if (broken !== undefined) return { kind: 'breaks', hop: broken.hop, wins };
  return { kind: 'passes', hops: [...new Set(own.map(({ hop }) => hop))].toSorted((a, b) => a - b), wins };
}

/** Lines and nodes that the trace speaks of, in the order of the way: the hops, then the rules that lost. */
export function listTracedFirst({ answer, marks, notes }: ShownTrace): readonly string[] {
  const whole = answer.losers.flatMap(({ losers }) => losers.filter(isWhole).map(ingressOf));
  return [...new Set([...marks.map(({ target }) => target), ...notes.keys(), ...whole])];
}
