import { createRequire } from 'node:module';
import { readManifest } from '@fairlead/manifests';
import { buildWideConfigMap } from './fixture/wide-config-map.ts';
import type { BenchContext } from './harness/bench-context.ts';
import { megabytes, milliseconds, type Figure } from './harness/figure.ts';
import { toPairedSpreads, type Pair } from './harness/spread.ts';
import { measureMs } from './harness/measure-ms.ts';

interface JsYaml {
  load(text: string): unknown;
}

/** js-yaml as the server's client library has it. */
function requireJsYaml(): JsYaml {
  const requireOfServer = createRequire(new URL('../apps/server/package.json', import.meta.url));
  return createRequire(requireOfServer.resolve('@kubernetes/client-node'))('js-yaml') as JsYaml;
}

/** A text with one more character in the middle of one value, another one each time. */
function typeInto(text: string, count: number): string {
  const place = text.indexOf('\n', Math.floor(text.length / 2) + count * 1_000);
  return `${text.slice(0, place)}x${text.slice(place)}`;
}

/** P22: from a keystroke in a wide ConfigMap to what is wrong with the text / `js-yaml.load` of it. */
export async function measureTextProblems(context: BenchContext): Promise<Figure> {
  const jsYaml = requireJsYaml();
  const text = buildWideConfigMap();
  const broken = text.replace('  setting.10000.path:', '  setting.09999.path:');
  const pairs: Pair[] = [];
  const refused: Pair[] = [];
  for (let pair = 0; pair <= context.pairs; pair += 1) {
    const typed = typeInto(text, pair);
    const anchor = measureMs(() => jsYaml.load(typed));
    const product = measureMs(() => {
      if (readManifest(typed).problems.length > 0) throw new Error('nothing is wrong with the text');
    });
    const withProblem = measureMs(() => {
      if (readManifest(broken).problems.length !== 1) throw new Error('one key stands twice in the text');
    });
    // The first pair warms both up.
    if (pair === 0) continue;
    pairs.push({ anchor, product });
    refused.push({ anchor, product: withProblem });
    context.note(
      `P22 ${pair}/${context.pairs}: js-yaml ${milliseconds(anchor)}, ours ${milliseconds(product)}`,
    );
  }
  const { ratio, product, anchor, isNoisy } = toPairedSpreads(pairs);
  const withProblem = toPairedSpreads(refused);
  return {
    id: 'P22',
    fixture: megabytes(text.length),
    title: 'keystroke in a ConfigMap of 20 000 keys until its problems are known / js-yaml.load',
    ratio,
    digits: 2,
    goal: '<= 1.50',
    isMet: ratio.median <= 1.5,
    isRequired: false,
    isNoisy,
    product: milliseconds(product.median),
    anchor: milliseconds(anchor.median),
    notes: [
      `with a key that stands twice: ${milliseconds(withProblem.product.median)}, ratio ${withProblem.ratio.median.toFixed(2)}`,
    ],
  };
}
