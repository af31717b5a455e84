/** Marks parts of a text for a terminal, or leaves them as they are. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubt: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const escape = '\u001B[';

const mark =
  (code: number, isOn: boolean) =>
  (text: string): string =>
    isOn && text !== '' ? `${escape}${code}m${text}${escape}0m` : text;

/** Colours are for terminals of people who did not decline them. */
export function createPaint(
  { isOutputTerminal }: { readonly isOutputTerminal: boolean },
  { mayColour }: { readonly mayColour: boolean },
): Paint {
  const isOn = isOutputTerminal && mayColour;
  return {
    good: mark(32, isOn),
    bad: mark(31, isOn),
    doubt: mark(33, isOn),
    strong: mark(1, isOn),
    faint: mark(2, isOn),
  };
}

/** A text out of an object, without characters that could steer a terminal or turn the direction of writing. */
export const plain = (text: string): string =>
  text.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
