import type { RouteVerdict } from './judge-route.ts';
import { explainDeviations } from './print-verdicts.ts';

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** A text in XML 1.0, which has no words for most control characters. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (character) => entities.get(character) ?? character)
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');

function toTestCase(verdict: RouteVerdict): string {
  const { route, deviations } = verdict;
  const head = `<testcase classname="${escaped(route.file)}" name="${escaped(route.name)}"`;
  if (deviations.length === 0) return `    ${head}/>`;
  const [first = ''] = explainDeviations(verdict);
  const body = escaped(explainDeviations(verdict).join('\n'));
  return `    ${head}>\n      <failure message="${escaped(first)}">${body}</failure>\n    </testcase>`;
}

/** The verdicts in the format that build servers read. */
export function toJunit(verdicts: readonly RouteVerdict[]): string {
  const failures = verdicts.filter(({ deviations }) => deviations.length > 0).length;
  const counts = `tests="${verdicts.length}" failures="${failures}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="fairlead routes" ${counts}>`,
    ...verdicts.map(toTestCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
