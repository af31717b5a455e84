/** Texts of numbers and times for one language. Pure: the time comes in as an argument. */
export interface Formats {
  /** `2 761`: digits grouped with a thin space. */
  readonly count: (value: number) => string;
  /** `41 d`, `6 h`, `12 min`, `5 s`; `undefined` for a missing or unreadable time. */
  readonly age: (time: string | undefined, nowMs: number) => string | undefined;
  /** `14 s`, `3 min`: how long something lasts. */
  readonly duration: (ms: number) => string;
  /** `14:02:31`, in the reader's time zone. */
  readonly clock: (ms: number) => string;
  /** `14:02`. */
  readonly shortClock: (ms: number) => string;
  /** `a, b and c`. */
  readonly list: (items: readonly string[]) => string;
  /** The form of the word that goes with a number. */
  readonly plural: (value: number, forms: PluralForms) => string;
}

export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

const thinSpace = '\u2009';

const steps = [
  { unit: 'd', ms: 86_400_000 },
  { unit: 'h', ms: 3_600_000 },
  { unit: 'min', ms: 60_000 },
  { unit: 's', ms: 1_000 },
] as const;

function formatDuration(ms: number): string {
  const step = steps.find((candidate) => ms >= candidate.ms);
  return step === undefined ? '0 s' : `${Math.floor(ms / step.ms)} ${step.unit}`;
}

export function buildFormats(locale: string): Formats {
  const numbers = new Intl.NumberFormat(locale, { useGrouping: true });
  const clocks = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const shortClocks = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  // English as it is written here has no comma before "and".
  const lists = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' });
  const plurals = new Intl.PluralRules(locale);
  return {
    count: (value) =>
      numbers
        .formatToParts(value)
        .map(({ type, value: text }) => (type === 'group' ? thinSpace : text))
        .join(''),
    age: (time, nowMs) => {
      const startMs = time === undefined ? Number.NaN : Date.parse(time);
      return Number.isNaN(startMs) ? undefined : formatDuration(Math.max(0, nowMs - startMs));
    },
    duration: (ms) => formatDuration(Math.max(0, ms)),
    clock: (ms) => clocks.format(ms),
    shortClock: (ms) => shortClocks.format(ms),
    list: (items) => lists.format(items),
    plural: (value, { one, other }) => (plurals.select(value) === 'one' ? one : other),
  };
}
