import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { foldUnchanged, TextComparison } from '@fairlead/manifests';
import { buildWideConfigMap } from './fixture/wide-config-map.ts';
import type { BenchContext } from './harness/bench-context.ts';
import { megabytes, milliseconds, type Figure } from './harness/figure.ts';
import { measureMs } from './harness/measure-ms.ts';
import { toPairedSpreads, type Pair } from './harness/spread.ts';

interface MonacoDiff {
  computeDiff(
    before: readonly string[],
    after: readonly string[],
    options: {
      readonly ignoreTrimWhitespace: boolean;
      readonly maxComputationTimeMs: number;
      readonly computeMoves: boolean;
    },
  ): { readonly changes: readonly unknown[] };
}

/** The comparison of the page's editor, without the worker and the messages around it. */
async function importMonacoDiff(): Promise<MonacoDiff> {
  const { resolve } = createRequire(new URL('../apps/web/package.json', import.meta.url));
  const path = 'monaco-editor/esm/vs/editor/common/diff/defaultLinesDiffComputer/defaultLinesDiffComputer.js';
  const module = (await import(pathToFileURL(resolve(path)).href)) as {
    readonly DefaultLinesDiffComputer: new () => MonacoDiff;
  };
  return new module.DefaultLinesDiffComputer();
}

/** P23: the comparison of a text of 1.3 MB after one line of it was edited / a full comparison by Monaco. */
export async function measureTextDifference(context: BenchContext): Promise<Figure> {
  const monaco = await importMonacoDiff();
  const before = buildWideConfigMap();
  // As the page has it: what a draft is compared with stays while it is typed.
  const comparison = new TextComparison(before);
  const firstMs = measureMs(() => new TextComparison(before).compare(before));
  const options = { ignoreTrimWhitespace: false, maxComputationTimeMs: 0, computeMoves: false };
  const pairs: Pair[] = [];
  for (let pair = 0; pair <= context.pairs; pair += 1) {
    const after = before.replace(`/${String(9_000 + pair * 100).padStart(5, '0')}\n`, '/elsewhere\n');
    const anchor = measureMs(() => {
      const { changes } = monaco.computeDiff(before.split('\n'), after.split('\n'), options);
      if (changes.length !== 1) throw new Error('one line differs');
    });
    const product = measureMs(() => {
      if (foldUnchanged(comparison.compare(after), 3).length !== 3) throw new Error('one line differs');
    });
    if (pair === 0) continue;
    pairs.push({ anchor, product });
    context.note(
      `P23 ${pair}/${context.pairs}: Monaco ${milliseconds(anchor)}, ours ${product.toFixed(2)} ms`,
    );
  }
  const { ratio, product, anchor, isNoisy } = toPairedSpreads(pairs);
  return {
    id: 'P23',
    fixture: megabytes(before.length),
    title: 'comparison after an edit of one line / full comparison by Monaco',
    ratio,
    digits: 3,
    goal: '<= 0.050',
    isMet: ratio.median <= 0.05,
    isRequired: false,
    isNoisy,
    product: `${product.median.toFixed(2)} ms`,
    anchor: milliseconds(anchor.median),
    notes: [`the first comparison, which takes the text apart: ${firstMs.toFixed(1)} ms`],
  };
}
