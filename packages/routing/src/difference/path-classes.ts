import type { PathMatcher } from '../engine/path-matcher.ts';
import { viewOf, type PathNode } from './path-nodes.ts';

/** Paths of which every path is like one, as far as some matchers can see. */
export interface PathClasses {
  readonly paths: readonly string[];
  /** The matchers of which examples are all there is. */
  readonly sampled: readonly PathMatcher[];
}

const freshLetters = 'xyzwvutsrqponmlkjihgfedcba0123456789-_~!'.split('');

const root: PathNode = { text: '/', isAnyCase: false };

/** Which letters go on from a text, in lower case, where the texts are those of nodes. */
function listContinuations(texts: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>(texts.map((text) => [text, new Set<string>()]));
  for (const text of texts)
    for (let length = 1; length < text.length; length += 1)
      known.get(text.slice(0, length))?.add(text.charAt(length));
  return known;
}

/** The text in another case: upper where that differs. */
const flipped = (text: string): string =>
  text.toUpperCase() === text ? text.toLowerCase() : text.toUpperCase();

/** Any-case texts as they can be written after each text in which case counts. */
function writeAnyCase(anyCase: readonly string[], asWritten: readonly string[]): readonly string[] {
  const byLower = new Map<string, string[]>();
  for (const text of asWritten) {
    const lower = text.toLowerCase();
    byLower.set(lower, [...(byLower.get(lower) ?? []), text]);
  }
  return anyCase.flatMap((text) => {
    const lower = text.toLowerCase();
    const found: string[] = [text];
    for (let length = 1; length <= lower.length; length += 1)
      for (const start of byLower.get(lower.slice(0, length)) ?? [])
        found.push(`${start}${flipped(text.slice(length))}`);
    return found;
  });
}

/** Each text as a path of its own, and going on in a way that no longer text does. */
function withContinuations(texts: readonly string[], nodes: readonly string[]): readonly string[] {
  const continuations = listContinuations(nodes);
  return texts.flatMap((text) => {
    const taken = continuations.get(text.toLowerCase());
    const letter = freshLetters.find((each) => taken?.has(each) !== true);
    return letter === undefined ? [text] : [text, `${text}${letter}`];
  });
}

/** What is beside a pattern's example: more of it, less of it, another case. */
const besides = (sample: string): readonly string[] => [
  sample,
  `${sample}x`,
  `${sample}/x`,
  sample.slice(0, -1),
  flipped(sample),
];

/** [DIF-2] The paths that tell some matchers apart, each rule's own path first. */
export function listPathClasses(matchers: readonly PathMatcher[]): PathClasses {
  const views = matchers.map((matcher) => ({ matcher, view: viewOf(matcher) }));
  const nodes = [root, ...views.flatMap(({ view }) => view.nodes)];
  const asWritten = [...new Set(nodes.filter(({ isAnyCase }) => !isAnyCase).map(({ text }) => text))];
  const anyCase = [...new Set(nodes.filter(({ isAnyCase }) => isAnyCase).map(({ text }) => text))];
  const texts = [...asWritten, ...writeAnyCase(anyCase, asWritten)];
  const lower = [...new Set(nodes.map(({ text }) => text.toLowerCase()))];
  const samples = views.flatMap(({ view }) => view.samples.flatMap(besides));
  const paths = [...withContinuations(texts, lower), ...samples];
  return {
    paths: [...new Set(paths)].filter((path) => path.startsWith('/')),
    sampled: views.filter(({ view }) => !view.isWhole).map(({ matcher }) => matcher),
  };
}
