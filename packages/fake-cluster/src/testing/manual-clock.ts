import type { Clock } from '../clock.ts';

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves on and runs what falls due, in order, including what is scheduled meanwhile. */
  readonly advance: (ms: number) => void;
  /** How much is scheduled and not yet run. */
  readonly pendingCount: () => number;
}

interface Task {
  readonly dueMs: number;
  readonly run: () => void;
}

export function createManualClock(startMs = Date.UTC(2026, 0, 1)): ManualClock {
  let nowMs = startMs;
  const tasks = new Set<Task>();
  const nextDue = (untilMs: number): Task | undefined => {
    let next: Task | undefined;
    for (const task of tasks) {
      if (task.dueMs <= untilMs && (next === undefined || task.dueMs < next.dueMs)) next = task;
    }
    return next;
  };
  return {
    now: () => nowMs,
    schedule: (delayMs, run) => {
      const task = { dueMs: nowMs + Math.max(0, delayMs), run };
      tasks.add(task);
      return () => tasks.delete(task);
    },
    pendingCount: () => tasks.size,
    advance: (ms) => {
      const untilMs = nowMs + ms;
      for (let task = nextDue(untilMs); task !== undefined; task = nextDue(untilMs)) {
        tasks.delete(task);
        nowMs = task.dueMs;
        task.run();
      }
      nowMs = untilMs;
    },
  };
}
