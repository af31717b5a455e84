import { kinds, type Kind } from '@fairlead/kube-objects';

interface KindStats {
  readonly objects: number;
  lists: number;
  listBytes: number;
  watchesOpen: number;
  watchesOpened: number;
  eventBytes: number;
}

/** What the simulator counted since it started; the answer to `GET /__stats`. */
export interface SimulatorStats {
  readonly kinds: Readonly<Record<Kind, KindStats>>;
  /** Requests that are neither a list nor a watch. */
  otherRequests: number;
  /** When the last page of a list was handed over, on the machine's clock. */
  lastListAtMs: number;
}

export function buildStats(countOf: (kind: Kind) => number): SimulatorStats {
  const entries = kinds.map((kind) => [
    kind,
    { objects: countOf(kind), lists: 0, listBytes: 0, watchesOpen: 0, watchesOpened: 0, eventBytes: 0 },
  ]);
  return { kinds: Object.fromEntries(entries) as SimulatorStats['kinds'], otherRequests: 0, lastListAtMs: 0 };
}

export const sumOfKinds = ({ kinds: byKind }: SimulatorStats, field: keyof KindStats): number =>
  Object.values(byKind).reduce((sum, stats) => sum + stats[field], 0);
