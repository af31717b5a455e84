import { isDeepEqual, type JsonValue } from '@fairlead/manifests';
import { conflictId, type Conflict, type ConflictChoice, type ConflictPlace } from './conflict.ts';

/** Three versions of one value; `undefined` where a side does not have it. */
export interface Three<T> {
  readonly base: T | undefined;
  readonly mine: T | undefined;
  readonly theirs: T | undefined;
}

/** What one merge decides conflicts by, and those it met. */
export class MergeDecider {
  readonly conflicts: Conflict[] = [];
  readonly #choices: ReadonlyMap<string, ConflictChoice>;

  constructor(choices: ReadonlyMap<string, ConflictChoice>) {
    this.#choices = choices;
  }

  /** The chosen version of what both changed; theirs while nothing is chosen. */
  decide<T extends JsonValue>(place: ConflictPlace, three: Three<T>): JsonValue | undefined {
    const choice = this.#meet(place, three);
    if (choice === undefined) return three.theirs;
    return choice.take === 'value' ? choice.value : three[choice.take];
  }

  /** As `decide`, between two sides only. */
  decideSide<T extends JsonValue>(place: ConflictPlace, three: Three<T>): 'mine' | 'theirs' {
    const choice = this.#meet(place, three);
    return choice?.take === 'mine' ? 'mine' : 'theirs';
  }

  #meet(place: ConflictPlace, three: Three<JsonValue>): ConflictChoice | undefined {
    const id = conflictId(place);
    this.conflicts.push({ id, place, ...three });
    return this.#choices.get(id);
  }
}

/** The version that a side changed; where both changed it differently, what is decided. */
export function mergeValue(
  three: Three<JsonValue>,
  place: ConflictPlace,
  decider: MergeDecider,
): JsonValue | undefined {
  const { base, mine, theirs } = three;
  if (isDeepEqual(mine, theirs) || isDeepEqual(mine, base)) return theirs;
  return isDeepEqual(theirs, base) ? mine : decider.decide(place, three);
}
