import { manifestLimits } from './manifest-limits.ts';
import type { TextLines } from './text-lines.ts';
import type { TextNode } from './text-node.ts';
import type { TextProblem } from './text-problem.ts';

/**
 * What is collected while one document becomes a tree: problems, anchors, and what aliases cost. Sizes are counted, not
 * built, so a bomb is known before anything of its size exists.
 */
export class TreeReport {
  readonly problems: TextProblem[] = [];
  readonly #anchors = new Map<string, TextNode>();
  readonly #costs = new Map<TextNode, { readonly expansions: number; readonly size: number }>();
  readonly #lines: TextLines;
  readonly #sizeLimit: number;
  #expansions = 0;
  #size = 0;
  #isOverLimit = false;

  constructor(lines: TextLines, textLength: number) {
    this.#lines = lines;
    this.#sizeLimit = Math.max(textLength, 1000) * manifestLimits.aliasGrowth;
  }

  add(problem: Omit<TextProblem, 'range'>, start: number, end: number): void {
    this.problems.push({ ...problem, range: this.#lines.range(start, end) });
  }

  /** Details that name a line, for problems with two places. */
  lineOf(offset: number): number {
    return this.#lines.lineAt(offset) + 1;
  }

  findAnchor(name: string): TextNode | undefined {
    return this.#anchors.get(name);
  }

  /** How much was counted so far; given back to `close` behind the node that began here. */
  open(): { readonly expansions: number; readonly size: number } {
    return { expansions: this.#expansions, size: this.#size };
  }

  /** An anchor may be used from behind its node on; its cost is what was counted inside. */
  close(node: TextNode, before: { readonly expansions: number; readonly size: number }): void {
    if (node.anchor === undefined) return;
    this.#anchors.set(node.anchor, node);
    this.#costs.set(node, {
      expansions: this.#expansions - before.expansions,
      size: this.#size - before.size,
    });
  }

  countText(length: number): void {
    this.#size += length;
  }

  countAlias(target: TextNode, start: number, end: number): void {
    const cost = this.#costs.get(target);
    this.#expansions += 1 + (cost?.expansions ?? 0);
    this.#size += cost?.size ?? 0;
    const isOver = this.#expansions > manifestLimits.aliasExpansions || this.#size > this.#sizeLimit;
    if (!isOver || this.#isOverLimit) return;
    this.#isOverLimit = true;
    const details = { limit: manifestLimits.aliasExpansions, growthLimit: manifestLimits.aliasGrowth };
    this.add({ code: 'too-many-aliases', severity: 'error', details }, start, end);
  }
}
