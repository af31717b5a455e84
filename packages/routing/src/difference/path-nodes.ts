import type { PathMatcher } from '../engine/path-matcher.ts';
import { readPattern } from './read-pattern.ts';

/** A text at which a matcher's answer may change: the requests that begin with it may be told from those that do not. */
export interface PathNode {
  readonly text: string;
  readonly isAnyCase: boolean;
}

/** What a matcher looks at. `isWhole`: nothing else. `samples`: paths that a pattern matches, where it is not. */
export interface PathView {
  readonly nodes: readonly PathNode[];
  readonly samples: readonly string[];
  readonly isWhole: boolean;
}

const nodesOf = (text: string, isAnyCase = false): readonly PathNode[] => [
  { text, isAnyCase },
  { text: `${text}/`, isAnyCase },
];

function viewOfPattern(regex: RegExp): PathView {
  const { literal, samples } = readPattern(regex);
  return literal === undefined
    ? { nodes: [], samples, isWhole: false }
    : { nodes: nodesOf(literal, regex.ignoreCase), samples: [], isWhole: true };
}

/** The texts that a matcher compares a path with. */
export function viewOf(matcher: PathMatcher): PathView {
  switch (matcher.kind) {
    case 'everything':
      return { nodes: [], samples: [], isWhole: true };
    case 'exact':
    case 'elements':
    case 'text':
      return { nodes: nodesOf(matcher.path), samples: [], isWhole: true };
    case 'text-any-case':
      return { nodes: nodesOf(matcher.path, true), samples: [], isWhole: true };
    case 'pattern':
      return viewOfPattern(matcher.regex);
  }
}
