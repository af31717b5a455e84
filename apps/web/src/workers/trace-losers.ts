import type { RoutingIndex, Trace, TraceLoser } from '@fairlead/routing';
import type { LoserGroup, LoserKind, RowNote } from '../trace-view/trace-view.ts';

const groupOrder: readonly LoserKind[] = [
  'shadowed',
  'shorter-path',
  'later-rule',
  'less-specific-host',
  'not-built',
  'not-served',
  'other-path',
];

/** More than anybody reads. */
const mostShown = 40;

const kindOfReason = new Map<TraceLoser['reason'], LoserKind>([
  ['OTHER_PATH', 'other-path'],
  ['NO_PATH_MATCH', 'other-path'],
  ['LESS_SPECIFIC_HOST', 'less-specific-host'],
  ['SHADOWED', 'shadowed'],
  ['INVALID_INGRESS', 'not-served'],
  ['CLASS_NOT_FOUND', 'not-served'],
  ['CLASS_OTHER_CONTROLLER', 'not-served'],
  ['NO_CLASS', 'not-served'],
]);

/** What a reader would say of a rule that lost. */
export function loserKindOf({ reason, path }: TraceLoser, winner: Pick<Trace, 'path'>): LoserKind {
  if (reason !== 'LATER_IN_ORDER') return kindOfReason.get(reason) ?? 'not-built';
  return (path ?? '').length < (winner.path ?? '').length ? 'shorter-path' : 'later-rule';
}

/** The rules that lost, by why. */
export function groupLosers(trace: Trace): readonly LoserGroup[] {
  const groups = new Map<LoserKind, TraceLoser[]>();
  for (const loser of trace.losers) {
    const kind = loserKindOf(loser, trace);
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [loser]);
    else group.push(loser);
  }
  return groupOrder.flatMap((kind) => {
    const losers = groups.get(kind) ?? [];
    return losers.length === 0 ? [] : [{ kind, count: losers.length, losers: losers.slice(0, mostShown) }];
  });
}

/** What its row in the picture says. */
export function noteOf(loser: TraceLoser, winner: Pick<Trace, 'path'>): RowNote {
  switch (loserKindOf(loser, winner)) {
    case 'shorter-path':
      return 'matches-shorter';
    case 'later-rule':
    case 'less-specific-host':
      return 'matches-later';
    case 'shadowed':
      return 'shadowed';
    case 'other-path':
      return loser.pathType === 'Exact' ? 'not-equal' : 'no-match';
    default:
      return 'not-used';
  }
}

/** Rules and hosts of the controller that have nothing to do with the request. */
export function countOtherHosts(
  { exactHosts, wildcardHosts, built }: RoutingIndex,
  trace: Trace,
): { readonly rules: number; readonly hosts: number } {
  const own = new Set(
    [trace.hostRule, ...trace.losers.map(({ hostRule }) => hostRule)].flatMap(
      (host) => host?.toLowerCase() ?? [],
    ),
  );
  const matched = trace.steps.find(({ code }) => code === 'HOST_MATCHED')?.details['host'];
  if (matched !== undefined) own.add(matched);
  const others = [...exactHosts.values(), ...wildcardHosts.values()].filter(({ host }) => !own.has(host));
  const hosts = new Set(others.map(({ host }) => host));
  const rules = built.routes.filter(({ host, action }) => hosts.has(host) && action === 'backend');
  return { rules: rules.length, hosts: hosts.size };
}
