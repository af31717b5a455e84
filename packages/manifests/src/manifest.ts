import type { JsonObject } from './json-value.ts';
import type { TextNode } from './text-node.ts';
import type { TextProblem, TextRange } from './text-problem.ts';

/** One object's text, read. */
export interface Manifest {
  /** The whole text that was read, with every document in it. All places count from its beginning. */
  readonly text: string;
  /** Where this manifest stands in `text`. */
  readonly documentRange: TextRange;
  /** This manifest's text alone; `text` itself where it is the only one. */
  readonly documentText: string;
  /** As kubectl would send it; `undefined` where a problem is an error. */
  readonly object: JsonObject | undefined;
  readonly problems: readonly TextProblem[];
  /** The values with their places, for this package's own use; `undefined` where `object` is. */
  readonly root: TextNode | undefined;
}
