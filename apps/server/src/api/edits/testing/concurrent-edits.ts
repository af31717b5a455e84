import type { ApplyReply } from '@fairlead/api-contract';
import type { ClusterApp } from '../../../testing/cluster-app.ts';
import type { StoredObject } from '../edit-target.ts';
import type { Colleague } from './colleague.ts';
import { doMeet, randomChange, sayingOf, startingSpec, type Change, type Random } from './random-change.ts';

/** What came of two people who edit one object at the same time. */
export interface PairResult {
  readonly first: 'both' | 'loser-in-conflict' | 'loser-had-nothing-to-do';
  readonly expected: ReadonlyMap<string, string>;
  readonly found: ReadonlyMap<string, string>;
  /** A conflict although the two edits touch different things. */
  readonly isNeedlessConflict: boolean;
}

interface Attempt {
  readonly page: ClusterApp;
  readonly base: StoredObject;
  readonly change: Change;
}

const update = ({ base, change }: Attempt) =>
  ({ operation: 'update', base, mine: change.edit(base) }) as const;

const applyOnce = (attempt: Attempt, reviewedResourceVersion: string): Promise<ApplyReply> =>
  attempt.page.apply({
    ...update(attempt),
    clusterId: attempt.page.clusterId,
    reviewedResourceVersion,
  });

/** What a person does whose edit came second: look at the new state, check, and apply what was reviewed. */
async function reviewAgain(attempt: Attempt): Promise<ApplyReply['outcome']> {
  const checked = await attempt.page.dryRun(update(attempt));
  if (checked.outcome !== 'accepted') return checked.outcome;
  const live = checked.live as StoredObject;
  const { outcome } = await applyOnce(attempt, live.metadata.resourceVersion);
  return outcome;
}

function describe(outcome: ApplyReply['outcome']): PairResult['first'] {
  if (outcome === 'applied') return 'both';
  if (outcome === 'conflict') return 'loser-in-conflict';
  if (outcome === 'unchanged') return 'loser-had-nothing-to-do';
  throw new Error(`an edit that came second was answered with ${outcome}`);
}

/** Both send at once: exactly one is stored. */
async function race(attempts: readonly [Attempt, Attempt], resourceVersion: string) {
  const [one, other] = await Promise.all([
    applyOnce(attempts[0], resourceVersion),
    applyOnce(attempts[1], resourceVersion),
  ]);
  if ((one.outcome === 'applied') === (other.outcome === 'applied'))
    throw new Error(`two edits at the same moment were answered with ${one.outcome}, ${other.outcome}`);
  return one.outcome === 'applied'
    ? { winner: attempts[0], loser: attempts[1], said: other.outcome }
    : { winner: attempts[1], loser: attempts[0], said: one.outcome };
}

async function begin(colleague: Colleague, random: Random) {
  const kind = random(2) === 0 ? 'Service' : 'Ingress';
  const object =
    kind === 'Service' ? colleague.service(startingSpec.Service) : colleague.ingress(startingSpec.Ingress);
  return { kind, base: await colleague.create(object) } as const;
}

/** Lets two people edit a new object at the same moment from the same state, and says what it is then and should be. */
export async function playPair(
  [one, other]: readonly [ClusterApp, ClusterApp],
  colleague: Colleague,
  random: Random,
): Promise<PairResult> {
  const { kind, base } = await begin(colleague, random);
  const attempts: readonly [Attempt, Attempt] = [
    { page: one, base, change: randomChange(kind, random, 'from-one') },
    { page: other, base, change: randomChange(kind, random, 'from-other') },
  ];
  const { winner, loser, said } = await race(attempts, base.metadata.resourceVersion);
  const first = describe(said === 'rebased' ? await reviewAgain(loser) : said);
  const expected = new Map(sayingOf(base));
  winner.change.say(expected);
  if (first === 'both') loser.change.say(expected);
  const found = await colleague.find(base);
  await colleague.remove(base);
  return {
    first,
    expected,
    found: found === undefined ? new Map() : sayingOf(found),
    isNeedlessConflict: first === 'loser-in-conflict' && !doMeet(winner.change, loser.change),
  };
}
