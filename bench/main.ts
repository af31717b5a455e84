// pnpm bench [--only P4,P8] [--fixture F10] [--pairs 9] [--viewers 100]
import { parseArgs } from 'node:util';
import { isFixtureName } from './fixture/cluster-plan.ts';
import { BenchContext } from './harness/bench-context.ts';
import { printFigures, type Figure } from './harness/figure.ts';
import { measureBytesToBrowser } from './measure-bytes-to-browser.ts';
import { measureCompleteness } from './measure-completeness.ts';
import { measureDomElements } from './measure-dom-elements.ts';
import { measureFirstBytes } from './measure-first-bytes.ts';
import { measureFirstPicture } from './measure-first-picture.ts';
import { measureLayout } from './measure-layout.ts';
import { measureServerMemory } from './measure-server-memory.ts';
import { measureSharedWatches } from './measure-shared-watches.ts';
import { measureTextDifference } from './measure-text-difference.ts';
import { measureTextProblems } from './measure-text-problems.ts';
import { measureTypingResponse } from './measure-typing-response.ts';
import { measureVerdictAgreement } from './measure-verdict-agreement.ts';
import { measureVerdictGrowth } from './measure-verdict-growth.ts';
import { measureVerdictsAgainstNginx } from './measure-verdicts-against-nginx.ts';

/** Without one of these right the picture cannot be trusted, or every viewer costs the cluster: the run fails. */
const required: ReadonlySet<string> = new Set(['P8', 'P18']);

const measurements: ReadonlyMap<string, (context: BenchContext) => Promise<Figure>> = new Map([
  ['P1', measureFirstPicture],
  ['P4', measureLayout],
  ['P8', measureSharedWatches],
  ['P11', measureBytesToBrowser],
  ['P13', measureServerMemory],
  ['P17', measureDomElements],
  ['P18', measureCompleteness],
  ['P19', measureVerdictsAgainstNginx],
  ['P20', measureVerdictAgreement],
  ['P20B', measureVerdictGrowth],
  ['P21', measureFirstBytes],
  ['P22', measureTextProblems],
  ['P23', measureTextDifference],
  ['P24', measureTypingResponse],
]);

const usageStatus = 2;

function refuse(reason: string): never {
  console.error(`${reason}\npnpm bench [--only P4,P8] [--fixture F1|F10|F30] [--pairs N] [--viewers N]`);
  process.exit(usageStatus);
}

function readCount(name: string, text: string): number {
  if (/^[1-9][0-9]{0,3}$/.test(text)) return Number(text);
  return refuse(`--${name} ${text} is no number of times.`);
}

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', default: [...measurements.keys()].join(',') },
        fixture: { type: 'string', default: 'F1' },
        pairs: { type: 'string', default: '9' },
        viewers: { type: 'string', default: '100' },
      },
    }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse(error.message);
  }
}

const values = readOptions(process.argv.slice(2));
const chosen = values.only.split(',').map((id) => id.trim().toUpperCase());
const unknown = chosen.find((id) => !measurements.has(id));
if (unknown !== undefined) refuse(`There is no measurement ${unknown}.`);
if (!isFixtureName(values.fixture)) refuse(`There is no fixture ${values.fixture}.`);

const context = new BenchContext({
  fixture: values.fixture,
  pairs: readCount('pairs', values.pairs),
  viewers: readCount('viewers', values.viewers),
});
// Ending the process ends what it started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(usageStatus));
const figures: Figure[] = [];
const failures: string[] = [];
for (const id of chosen) {
  try {
    const measure = measurements.get(id);
    let figure = await measure?.(context);
    // A run whose anchor varied that much is taken once more before it is reported.
    if (figure?.isNoisy === true) figure = await measure?.(context);
    if (figure !== undefined) figures.push(figure);
  } catch (error) {
    // One figure that cannot be taken does not cost the others.
    failures.push(`${id} was not measured: ${error instanceof Error ? error.message : String(error)}`);
  }
}
await context.close();
if (figures.length > 0) console.log(printFigures(figures));
for (const failure of failures) console.log(failure);
const isBroken = figures.some(({ isRequired, isMet }) => isRequired && !isMet);
const isMissing = chosen.some((id) => required.has(id) && !figures.some((figure) => figure.id === id));
process.exitCode = isBroken || isMissing ? 1 : 0;
