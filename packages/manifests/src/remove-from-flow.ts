import type { Rewriter } from './rewriter.ts';

/** A part between two commas. */
export interface FlowPart {
  readonly start: number;
  readonly end: number;
  readonly isKept: boolean;
}

const removeRun = (
  rewriter: Rewriter,
  run: readonly FlowPart[],
  around: { before?: FlowPart; after?: FlowPart },
): void => {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return;
  const { before, after } = around;
  if (after === undefined) {
    rewriter.edit(before?.end ?? first.start, last.end, '');
    return;
  }
  const gap = rewriter.layout.text.slice(last.end, after.start);
  const hasComment = gap.includes('#');
  rewriter.edit(first.start, hasComment ? last.end + gap.indexOf(',') + 1 : after.start, '');
};

/** Cuts parts out of a flow collection, each run of them with one of its commas. At least one part is kept. */
export const removeFromFlow = (rewriter: Rewriter, parts: readonly FlowPart[]): void => {
  let start = 0;
  while (start < parts.length) {
    let end = start;
    while (end < parts.length && parts[end]?.isKept === false) end += 1;
    const before = parts[start - 1];
    const after = parts[end];
    removeRun(rewriter, parts.slice(start, end), {
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    });
    start = end + 1;
  }
};
