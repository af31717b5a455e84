import type { TextRange } from './text-problem.ts';

/** Where the lines of a text begin: turns offsets into lines and columns. */
export class TextLines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#text = text;
    this.#starts = starts;
  }

  /** The line of an offset, counted from 0. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of the first unit of the line that holds `offset`. */
  startOfLine(offset: number): number {
    return this.#starts[this.lineAt(offset)] ?? 0;
  }

  /** Offset behind the last unit of the line that holds `offset`, before its line break. */
  endOfLine(offset: number): number {
    const next = this.#starts[this.lineAt(offset) + 1];
    if (next === undefined) return this.#text.length;
    return this.#text[next - 2] === '\r' ? next - 2 : next - 1;
  }

  /** Offset of the line after the one that holds `offset`; the text's length on the last line. */
  startOfNextLine(offset: number): number {
    return this.#starts[this.lineAt(offset) + 1] ?? this.#text.length;
  }

  range(startOffset: number, endOffset: number): TextRange {
    const startLine = this.lineAt(startOffset);
    const endLine = this.lineAt(endOffset);
    return {
      startOffset,
      endOffset,
      startLine: startLine + 1,
      startColumn: startOffset - (this.#starts[startLine] ?? 0) + 1,
      endLine: endLine + 1,
      endColumn: endOffset - (this.#starts[endLine] ?? 0) + 1,
    };
  }
}
