// npm test: everything a reviewer would ask for, with a summary. --fail-fast stops at the first part that fails.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { refuseOldNode } from './check-node.mjs';
import { listPlaywrightFailures, listVitestFailures } from './list-failures.mjs';
import { ensureInstalled } from './prepare.mjs';
import { root, run } from './run-tool.mjs';

const results = join(root, 'test-results');
const failFast = process.argv.includes('--fail-fast');

/** One check counts as one test. */
const check = (name, steps) => ({
  name,
  async run() {
    for (const [tool, ...args] of steps) {
      const { code } = await run(tool, args);
      if (code !== 0) return { passed: 0, failed: 1 };
    }
    return { passed: 1, failed: 0 };
  },
});

const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

/** Vitest's JSON report in numbers; a run that ended without one failed as a whole. */
async function countVitest(path, code) {
  try {
    const report = await readJson(path);
    const { numPassedTests, numFailedTests, numPendingTests, numTotalTestSuites, numFailedTestSuites } =
      report;
    const brokenFiles = code !== 0 && numFailedTests === 0 ? Math.max(1, numFailedTestSuites) : 0;
    return {
      passed: numPassedTests,
      failed: numFailedTests + brokenFiles,
      skipped: numPendingTests,
      files: numTotalTestSuites,
      failures: listVitestFailures(report),
    };
  } catch (error) {
    console.error(`No report from vitest: ${String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

/** Less of `folder` reached by tests than the shares named, in per cent, fails the part. */
const coverageGate = (folder, shares) => [
  '--coverage.enabled',
  `--coverage.include=${folder}/**/*.ts`,
  '--coverage.exclude=**/*.test.ts',
  '--coverage.exclude=**/testing/**',
  '--coverage.reporter=text-summary',
  ...Object.entries(shares).map(([what, share]) => `--coverage.thresholds.${what}=${share}`),
];

const unit = (name, project, gate = []) => ({
  name,
  async run() {
    const report = join(results, `${project}.json`);
    const { code } = await run('vitest', [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...gate,
    ]);
    return countVitest(report, code);
  },
});

async function runJourneys() {
  const { ensureBrowser } = await import('./find-browser.mjs');
  const browser = await ensureBrowser();
  if (!browser.path) return { passed: 0, failed: 0, leftOut: browser.reason };
  const report = join(results, 'journeys.json');
  const { code } = await run('playwright', ['test', '--reporter=list,json'], {
    env: { CHROME_PATH: browser.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  });
  try {
    const outcome = await readJson(report);
    const { stats } = outcome;
    const failed = stats.unexpected === 0 && code !== 0 ? 1 : stats.unexpected;
    const failures = listPlaywrightFailures(outcome);
    return { passed: stats.expected, failed, skipped: stats.skipped, flaky: stats.flaky, failures };
  } catch (error) {
    console.error(`No report from playwright: ${String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

async function runBuild() {
  const { build } = await import('./build.mjs');
  return (await build()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, leftOut?: string, failures?: string[] }} Result
 * @type {{ name: string, run: () => Promise<Result> }[]}
 */
const parts = [
  check('format', [['oxfmt', '--check']]),
  check('types', [
    ['tsc', '-b'],
    ['tsc', '-p', 'tsconfig.test.json'],
    ['tsc', '-p', 'apps/web/tsconfig.test.json'],
    ['tsc', '-p', 'scripts'],
  ]),
  check('lint', [['oxlint', '--type-aware']]),
  check('architecture', [['node', 'scripts/deps.mjs']]),
  check('unused', [['knip'], ['sherif']]),
  unit('packages', 'packages', coverageGate('packages/*/src', { lines: 95, branches: 87 })),
  unit('server and contract', 'server', coverageGate('apps/server/src', { lines: 85, branches: 80 })),
  unit('page', 'web'),
  { name: 'build', run: runBuild },
  { name: 'browser journeys', run: runJourneys },
];

/** Parts of tests that need what this machine may not have; named at the end so that nobody takes them for passed. */
const conditions = [
  {
    isMet: Boolean(process.env.FAIRLEAD_TEST_KUBECONFIG),
    text: 'contract and journeys against a real API server: FAIRLEAD_TEST_KUBECONFIG names none',
  },
];

refuseOldNode();
await ensureInstalled();
await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

/** @type {(Result & { name: string, seconds: number })[]} */
const rows = [];
for (const part of parts) {
  console.log(`\n== ${part.name}`);
  const began = Date.now();
  const result = await part.run();
  rows.push({ name: part.name, ...result, seconds: Math.round((Date.now() - began) / 1000) });
  if (failFast && result.failed > 0) break;
}

const failures = rows.flatMap((row) => row.failures ?? []);
if (failures.length > 0) console.log('\n== failures');
for (const failure of failures) console.log(`${failure}\n`);

const total = (key) => rows.reduce((sum, row) => sum + (row[key] ?? 0), 0);
console.log('\n== summary');
for (const { name, passed, failed, skipped = 0, seconds } of rows) {
  const words = failed > 0 ? `FAILED ${failed}, passed ${passed}` : `passed ${passed}`;
  console.log(`${name.padEnd(22)} ${words}${skipped > 0 ? `, skipped ${skipped}` : ''} (${seconds} s)`);
}
const leftOut = [
  ...rows.flatMap(({ name, leftOut: reason }) => (reason ? [`${name}: ${reason}`] : [])),
  ...conditions.flatMap(({ isMet, text }) => (isMet ? [] : [text])),
  ...parts.slice(rows.length).map(({ name }) => `${name}: stopped at the first failure`),
];
for (const line of leftOut) console.log(`left out: ${line}`);
console.log(
  `\n${total('passed')} passed, ${total('failed')} failed${total('skipped') > 0 ? `, ${total('skipped')} skipped` : ''}`,
);
process.exit(total('failed') > 0 ? 1 : 0);
