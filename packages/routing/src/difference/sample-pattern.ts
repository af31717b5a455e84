/** Examples of what a part of a pattern matches; `end` is where the part ends in the source. */
interface Part {
  readonly texts: readonly string[];
  readonly end: number;
}

const mostTexts = 24;

const few = (texts: readonly string[]): readonly string[] => [...new Set(texts)].slice(0, mostTexts);

const joined = (left: readonly string[], right: readonly string[]): readonly string[] =>
  few(right.flatMap((after) => left.map((before) => `${before}${after}`)));

/** Of an escape: a digit, a letter, a space, nothing for a place between letters, else the sign itself. */
const escapes: ReadonlyMap<string, readonly string[]> = new Map([
  ['d', ['7']],
  ['w', ['a']],
  ['s', [' ']],
  ['D', ['a']],
  ['W', ['-']],
  ['S', ['a']],
  ['b', ['']],
  ['B', ['']],
  ['n', ['\n']],
  ['t', ['\t']],
]);

const candidates = 'axz07AZ-_./~'.split('');

/** The first plain letters that a class like `[^/.]` or `[a-z0-9]` holds. */
function readClass(source: string, start: number): Part {
  let end = start + 1;
  while (end < source.length && (source.charAt(end) !== ']' || end === start + 1))
    end += source.charAt(end) === '\\' ? 2 : 1;
  const regex = new RegExp(source.slice(start, end + 1));
  const own = source.slice(start + 1, end).replaceAll(/[\\^]/g, '');
  const found = [...candidates, ...own.split('')].filter((letter) => regex.test(letter));
  return { texts: few(found).slice(0, 2), end: end + 1 };
}

/** A group without what stands in front of it: its name or how it looks around. */
function readGroup(source: string, start: number): Part {
  const head = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(source.slice(start))?.[0] ?? '(';
  const inner = readChoice(source, start + head.length);
  const looksAround = /[=!]$/.test(head);
  return { texts: looksAround ? [''] : inner.texts, end: inner.end + 1 };
}

function readAtom(source: string, start: number): Part {
  const letter = source.charAt(start);
  if (letter === '(') return readGroup(source, start);
  if (letter === '[') return readClass(source, start);
  if (letter === '^' || letter === '$') return { texts: [''], end: start + 1 };
  if (letter === '.') return { texts: ['x'], end: start + 1 };
  if (letter !== '\\') return { texts: [letter], end: start + 1 };
  const escaped = source.charAt(start + 1);
  return { texts: escapes.get(escaped) ?? [escaped], end: start + 2 };
}

const quantifier = /^(?:([*+?])|\{(\d+)(?:,(\d*))?\})\??/;
const mostRepeats = 8;

/** How often a part stands there: as seldom as it may, and once more where it may. */
function readRepeats(
  source: string,
  start: number,
): { readonly counts: readonly number[]; readonly end: number } {
  const [all = '', sign, least, most] = quantifier.exec(source.slice(start)) ?? [];
  const end = start + all.length;
  if (all === '') return { counts: [1], end };
  if (sign !== undefined) return { counts: sign === '+' ? [1, 2] : [1, 0], end };
  const fewest = Math.min(Number(least), mostRepeats);
  return { counts: most === undefined ? [fewest] : [fewest, fewest + 1], end };
}

function readSequence(source: string, start: number): Part {
  let texts: readonly string[] = [''];
  let at = start;
  while (at < source.length && source.charAt(at) !== '|' && source.charAt(at) !== ')') {
    const atom = readAtom(source, at);
    const { counts, end } = readRepeats(source, atom.end);
    texts = joined(
      texts,
      counts.flatMap((count) => atom.texts.map((text) => text.repeat(count))),
    );
    at = end;
  }
  return { texts, end: at };
}

function readChoice(source: string, start: number): Part {
  const texts: string[] = [];
  let at = start;
  for (;;) {
    const sequence = readSequence(source, at);
    texts.push(...sequence.texts);
    at = sequence.end;
    if (source.charAt(at) !== '|') return { texts: few(texts), end: at };
    at += 1;
  }
}

/** Some texts that a pattern may match, one or two for each choice in it. Whoever needs matches has to try them. */
export function samplePattern(source: string): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const part = readChoice(source, at);
    texts.push(...part.texts);
    at = part.end;
  }
  return few(texts);
}
