export type GutterTone = 'error' | 'warning' | 'info';

export interface GutterIcon {
  readonly line: number;
  readonly tone: GutterTone;
  readonly messages: readonly string[];
}

interface Mark {
  readonly startLineNumber: number;
  readonly severity: number;
  readonly message: string;
}

/** Monaco's `MarkerSeverity`. */
const [warning, error] = [4, 8];

const toneOf = (severity: number): GutterTone =>
  severity >= error ? 'error' : severity >= warning ? 'warning' : 'info';

/** One icon for a line that has marks: that of the worst, which is also named first. */
export function listGutterIcons(marks: readonly Mark[]): readonly GutterIcon[] {
  const byLine = new Map<number, Mark[]>();
  for (const mark of marks) {
    const others = byLine.get(mark.startLineNumber);
    if (others === undefined) byLine.set(mark.startLineNumber, [mark]);
    else others.push(mark);
  }
  return [...byLine].map(([line, own]) => {
    const sorted = own.toSorted((one, other) => other.severity - one.severity);
    return {
      line,
      tone: toneOf(sorted[0]?.severity ?? 0),
      messages: sorted.map(({ message }) => message),
    };
  });
}
