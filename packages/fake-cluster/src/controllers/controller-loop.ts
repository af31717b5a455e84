import type { Clock } from '../clock.ts';
import type { Storage } from '../storage/storage.ts';
import type { Controller } from './controller.ts';

/** A controller sees a change a little later, as over a watch, and several changes of one object as one. */
const reactionMs = 10;

/** Tells controllers what changed and lets them work, one round after the other. */
export function runControllers(storage: Storage, clock: Clock, controllers: readonly Controller[]): void {
  let waiting = new Map<Controller, Set<string>>();

  const workOff = (): void => {
    const round = waiting;
    waiting = new Map();
    for (const [controller, keys] of round) {
      for (const key of keys) controller.reconcile(key);
    }
  };

  storage.subscribe((change) => {
    for (const controller of controllers) {
      for (const key of controller.keysFor(change)) {
        if (waiting.size === 0) clock.schedule(reactionMs, workOff);
        const keys = waiting.get(controller) ?? new Set();
        waiting.set(controller, keys.add(key));
      }
    }
  });
}
