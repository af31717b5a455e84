/** What was given to a command cannot be used. Each line names its file and line; the program ends with exit status 2. */
export class InputProblem extends Error {
  override readonly name = 'InputProblem';
  readonly lines: readonly string[];

  constructor(lines: readonly string[], cause?: unknown) {
    super(lines.join('\n'), cause === undefined ? undefined : { cause });
    this.lines = lines;
  }
}
