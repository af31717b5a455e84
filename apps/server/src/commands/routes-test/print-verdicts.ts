import { plain, type Paint } from '../paint.ts';
import { describeRequest, headline } from '../trace/print-trace.ts';
import { reasonSentences } from '../trace/reason-sentences.ts';
import type { RouteVerdict } from './judge-route.ts';

/** Why an expectation does not hold, line by line. */
export function explainDeviations({ traced, deviations }: RouteVerdict): readonly string[] {
  const { trace, request } = traced;
  return [
    ...deviations.map(({ field, expected, found }) => `${field}: expected ${expected}, found ${found}`),
    `${describeRequest(request)} ${headline(trace)}${trace.ingress === null ? '' : `, by Ingress ${trace.ingress}`}`,
    ...(trace.reason === null ? [] : [`${trace.reason}: ${reasonSentences[trace.reason]}`]),
  ].map(plain);
}

function describeVerdict(verdict: RouteVerdict, paint: Paint): string {
  const { route, deviations } = verdict;
  if (deviations.length === 0) return `${paint.good('ok')}    ${plain(route.name)}`;
  const head = `${paint.bad('FAIL')}  ${paint.strong(plain(route.name))} (${plain(route.file)}:${route.line})`;
  return [head, ...explainDeviations(verdict).map((line) => `      ${line}`)].join('\n');
}

/** A line for each expectation that holds, and what was found instead for each that does not. */
export function printVerdicts(verdicts: readonly RouteVerdict[], paint: Paint): string {
  const failed = verdicts.filter(({ deviations }) => deviations.length > 0).length;
  const summary = `${verdicts.length - failed} of ${verdicts.length} routes are as expected.`;
  const lines = verdicts.map((verdict) => describeVerdict(verdict, paint));
  return `${[...lines, '', failed === 0 ? paint.good(summary) : paint.bad(summary)].join('\n')}\n`;
}
