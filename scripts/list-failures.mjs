// The failed tests of a report, each with the beginning of what it said: a summary is often all that is kept of a run.
const linesKept = 14;

const shorten = (text) => text.split('\n').slice(0, linesKept).join('\n');

/** Of Vitest's JSON report. A file that could not be read at all counts under its own name. */
export const listVitestFailures = ({ testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [`${name}\n${shorten(message ?? '')}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${name} › ${fullName}\n${shorten(failureMessages.join('\n'))}`,
    );
  });

const listSpecs = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(listSpecs)];

/** Of Playwright's JSON report. */
export const listPlaywrightFailures = (report) =>
  listSpecs(report).flatMap(({ ok, file, title, tests }) => {
    if (ok) return [];
    const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors ?? []));
    return [`${file} › ${title}\n${shorten(errors.map(({ message }) => message ?? '').join('\n'))}`];
  });
