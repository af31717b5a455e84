import type { ObjectAccess } from '@fairlead/fake-cluster';
import type { Clock } from '../clock.ts';
import { crashOrRecover, evict, rollOut, scale, type Scene } from './scenes.ts';
import { seededRandom } from './seeded-random.ts';

interface StoryParts {
  readonly cluster: ObjectAccess;
  readonly clock: Pick<Clock, 'after'>;
  readonly seed: number;
}

/** As often as they stand here. */
const scenes: readonly Scene[] = [
  scale('storefront', 2, 6),
  scale('storefront', 2, 6),
  scale('mailer', 1, 3),
  rollOut('api-gateway'),
  rollOut('storefront'),
  evict('admin'),
  evict('storefront'),
  crashOrRecover('orders'),
  crashOrRecover('orders'),
  crashOrRecover('orders'),
];
const shortestPauseMs = 3_000;
const longestPauseMs = 7_000;

/** Lets things happen in the demo every few seconds: the same ones for the same seed. Returns how to end it. */
export function tellStory({ cluster, clock, seed }: StoryParts): () => void {
  const random = seededRandom(seed);
  let cancel: () => void;
  const next = (): void => {
    cancel = clock.after(random.between(shortestPauseMs, longestPauseMs), () => {
      random.pick(scenes)?.(cluster, random);
      next();
    });
  };
  next();
  return () => cancel();
}
