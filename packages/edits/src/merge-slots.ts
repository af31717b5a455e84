import type { JsonObject } from '@fairlead/manifests';
import type { Three } from './merge-decider.ts';
import type { Matches } from './match-parts.ts';

/** Which item of which version is the same part, by position; absent where a side does not have it. */
export interface Slot {
  readonly base: number | undefined;
  readonly mine: number | undefined;
  readonly theirs: number | undefined;
  /** A side is believed to have renamed the part, and only because all else of it is as it was. */
  readonly isGuess: boolean;
}

export interface SlotRules {
  readonly match: (lists: {
    readonly before: readonly JsonObject[];
    readonly after: readonly JsonObject[];
  }) => Matches;
  /** What two added items must share to be the same. */
  readonly idOf: (item: JsonObject) => string;
}

export type Lists = { readonly [S in keyof Three<unknown>]: readonly JsonObject[] };

function sideOf(
  matches: Matches,
): ReadonlyMap<number, { readonly index: number; readonly isGuess: boolean }> {
  return new Map(
    matches.flatMap((match, index) =>
      match === undefined ? [] : [[match.before, { index, isGuess: match.isGuess }] as const],
    ),
  );
}

/** A guess is dropped where the new name is one that the other side gave to an added item: then it is that item. */
function withoutTakenGuesses(matches: Matches, ids: readonly string[], taken: ReadonlySet<string>): Matches {
  return matches.map((match, index) =>
    match?.isGuess === true && taken.has(ids[index] ?? '') ? undefined : match,
  );
}

const addedOf = (items: readonly JsonObject[], matches: Matches): readonly number[] =>
  [...items.keys()].filter((index) => matches[index] === undefined);

/**
 * The parts of three versions of a list, each with its places: those of the base in its order, then added ones. Items that
 * both sides added are one part when they have the same name.
 */
export function buildSlots(lists: Lists, { match, idOf }: SlotRules): readonly Slot[] {
  const found = {
    mine: match({ before: lists.base, after: lists.mine }),
    theirs: match({ before: lists.base, after: lists.theirs }),
  };
  const ids = { mine: lists.mine.map(idOf), theirs: lists.theirs.map(idOf) };
  const idsAdded = (side: 'mine' | 'theirs'): ReadonlySet<string> =>
    new Set(addedOf(lists[side], found[side]).map((index) => ids[side][index] ?? ''));
  const mine = withoutTakenGuesses(found.mine, ids.mine, idsAdded('theirs'));
  const theirs = withoutTakenGuesses(found.theirs, ids.theirs, idsAdded('mine'));
  const mineOf = sideOf(mine);
  const theirsOf = sideOf(theirs);
  const kept = lists.base.map((_, base): Slot => {
    const [one, other] = [mineOf.get(base), theirsOf.get(base)];
    const isGuess = one?.isGuess === true || other?.isGuess === true;
    return { base, mine: one?.index, theirs: other?.index, isGuess };
  });
  return [
    ...kept,
    ...slotsOfAdded(lists, { mine: addedOf(lists.mine, mine), theirs: addedOf(lists.theirs, theirs) }, match),
  ];
}

function slotsOfAdded(
  lists: Lists,
  added: { readonly mine: readonly number[]; readonly theirs: readonly number[] },
  match: SlotRules['match'],
): readonly Slot[] {
  const itemsOf = (side: 'mine' | 'theirs'): readonly JsonObject[] =>
    added[side].map((index) => lists[side][index] ?? {});
  const both = match({ before: itemsOf('theirs'), after: itemsOf('mine') });
  const paired = new Set<number>();
  const slots = added.mine.map((mine, index): Slot => {
    const pair = both[index];
    const theirs = pair === undefined || pair.isGuess ? undefined : added.theirs[pair.before];
    if (theirs !== undefined) paired.add(theirs);
    return { base: undefined, mine, theirs, isGuess: false };
  });
  const others = added.theirs.filter((index) => !paired.has(index));
  return [
    ...slots,
    ...others.map((theirs) => ({ base: undefined, mine: undefined, theirs, isGuess: false })),
  ];
}
