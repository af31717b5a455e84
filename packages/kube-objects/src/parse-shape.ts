/** The value when it is of the type, itself or with odd parts left out; `undefined` when it is not. */
export type Check<T> = (value: unknown) => T | undefined;

/** A field its owner cannot be without: `fallback` stands in for it, and without one the owner is left out. */
export interface NeededField<T> {
  readonly check: Check<T>;
  readonly fallback: T | undefined;
}

/** One entry for each field of a type, so that the compiler finds the forgotten one. */
export type FieldsOf<T> = {
  readonly [F in keyof T]-?: Partial<Pick<T, F>> extends Pick<T, F>
    ? Check<Exclude<T[F], undefined>>
    : NeededField<T[F]>;
};

export const needed = <T>(check: Check<T>, fallback?: T): NeededField<T> => ({ check, fallback });

export const text: Check<string> = (value) => (typeof value === 'string' ? value : undefined);

export const flag: Check<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const number: Check<number> = (value) => (Number.isFinite(value) ? (value as number) : undefined);

export const numberOrText: Check<number | string> = (value) => number(value) ?? text(value);

export const literal =
  <T extends string>(wanted: T): Check<T> =>
  (value) =>
    value === wanted ? wanted : undefined;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list without the items that are not of the type; the same list when all are. */
export const listOf =
  <T>(item: Check<T>): Check<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const given: readonly unknown[] = value;
    const isKept = given.every((each) => each !== undefined && item(each) === each);
    if (isKept) return given as readonly T[];
    return given.flatMap((each) => {
      const kept = item(each);
      return kept === undefined ? [] : [kept];
    });
  };

/** Labels and the like, without the values that are not text. */
export const textMap: Check<Readonly<Record<string, string>>> = (value) => {
  if (!isRecord(value)) return undefined;
  for (const key in value)
    if (typeof value[key] !== 'string')
      return Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
  return value as Record<string, string>;
};

interface Field {
  readonly name: string;
  readonly check: Check<unknown>;
  readonly isNeeded: boolean;
  readonly fallback: unknown;
}

function toField([name, given]: readonly [string, Check<unknown> | NeededField<unknown>]): Field {
  return typeof given === 'function'
    ? { name, check: given, isNeeded: false, fallback: undefined }
    : { name, check: given.check, isNeeded: true, fallback: given.fallback };
}

function withField(copy: Record<string, unknown>, name: string, kept: unknown): Record<string, unknown> {
  if (kept === undefined) delete copy[name];
  else copy[name] = kept;
  return copy;
}

/**
 * An object with typed fields. Fields of another type are left out as if absent, unknown fields are kept, and when there
 * is nothing to leave out the object is returned as given, not copied.
 */
export function shape<T extends object>(fieldsOfType: FieldsOf<T>): Check<T> {
  const fields = Object.entries<Check<unknown> | NeededField<unknown>>(fieldsOfType).map(toField);
  return (value) => {
    if (!isRecord(value)) return undefined;
    let copy: Record<string, unknown> | undefined;
    for (const field of fields) {
      const given = value[field.name];
      if (given === undefined && !field.isNeeded) continue;
      const kept = field.check(given) ?? field.fallback;
      if (kept === undefined && field.isNeeded) return undefined;
      if (kept !== given) copy = withField(copy ?? { ...value }, field.name, kept);
    }
    return (copy ?? value) as T;
  };
}
