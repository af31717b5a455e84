import { TextLines } from './text-lines.ts';
import type { MapEntry } from './text-node.ts';

/** Whole lines of an entry or item: from the comments directly above it to behind its last line. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

export const endOfEntry = ({ keyEnd, colonEnd = 0, node }: MapEntry): number =>
  Math.max(keyEnd, colonEnd, node.end);

/** Questions about the lines of a text that decide where something may be cut out or put in. */
export class TextLayout {
  readonly text: string;
  readonly lines: TextLines;

  constructor(text: string) {
    this.text = text;
    this.lines = new TextLines(text);
  }

  columnOf(offset: number): number {
    const start = this.lines.startOfLine(offset);
    return offset - start - (start === 0 && this.text.startsWith('\uFEFF') ? 1 : 0);
  }

  /** True where nothing but space stands before it on its line. */
  beginsLine(offset: number): boolean {
    return /^\uFEFF? *$/.test(this.text.slice(this.lines.startOfLine(offset), offset));
  }

  isOnOneLine(start: number, end: number): boolean {
    return !this.text.slice(start, end).includes('\n');
  }

  /** True behind a block text that keeps its line breaks: the next line begins right there. */
  endsLine(offset: number): boolean {
    return this.text[offset - 1] === '\n';
  }

  /** Behind everything on the line where a part ends. */
  endOfPart(end: number): number {
    return this.endsLine(end) ? end : this.lines.endOfLine(end);
  }

  /** `floor`: what stands above belongs to something else. */
  chunkOf(start: number, end: number, floor: number): Chunk {
    const column = this.columnOf(start);
    let top = this.lines.startOfLine(start);
    while (top > floor) {
      const above = this.lines.startOfLine(top - 1);
      const line = this.text.slice(above, top);
      if (!/^ *#/.test(line) || line.indexOf('#') !== column) break;
      top = above;
    }
    const bottom = this.endsLine(end) ? end : this.lines.startOfNextLine(end);
    return { start: top, end: Math.max(bottom, end) };
  }
}

/** Of the comments directly above an entry, or of its line: what stands above belongs to the entry before it. */
export const topOfEntry = (layout: TextLayout, entries: readonly MapEntry[], index: number): number => {
  const entry = entries[index];
  const before = entries[index - 1];
  if (entry === undefined) return 0;
  const ownLine = layout.lines.startOfLine(entry.start);
  const floor = before === undefined ? 0 : layout.lines.startOfNextLine(endOfEntry(before) - 1);
  return layout.chunkOf(entry.start, endOfEntry(entry), Math.min(floor, ownLine)).start;
};
