import { readConfig, readProcessFacts } from '../../config.ts';
import { exitStatus, UsageError, type CommandStreams } from '../command-line.ts';
import { loadWorld } from '../input/load-world.ts';
import { profileHelp, profileOptions, readProfileChoice } from '../input/profile-flags.ts';
import { readFormat } from '../input/read-format.ts';
import { readTextFiles } from '../input/read-text-files.ts';
import { readSource, sourceHelp, sourceOptions } from '../input/source-flags.ts';
import { createPaint, type Paint } from '../paint.ts';
import { parseFlagsAndWords } from '../parse-flags.ts';
import { toTraceFields } from '../trace/trace-fields.ts';
import { judgeRoute, type RouteVerdict } from './judge-route.ts';
import { printVerdicts } from './print-verdicts.ts';
import { readRoutes } from './read-routes.ts';
import { toJunit } from './to-junit.ts';

const formats = ['text', 'json', 'junit'] as const;
type Format = (typeof formats)[number];

const help = `fairlead test: hold manifests or a cluster against expected routes

  fairlead test ROUTES.yaml [flags]

${sourceHelp}
${profileHelp}
  --format text|json|junit
                        text for people (default), JSON for programs, JUnit XML for build servers
  -h, --help            show this

ROUTES.yaml lists requests and what is to become of them:

  routes:
    - url: https://shop.example.com/api/orders
      expect: shop/orders:80
    - url: http://shop.example.com/
      expect: { result: redirect, location: https://shop.example.com/ }
    - name: nobody sees the metrics
      url: curl -X POST -H 'X-Canary: always' https://shop.example.com/metrics
      expect: { result: fail, httpStatus: 404 }

Examples:
  fairlead test routes.yaml -f manifests/
  fairlead test routes.yaml -f manifests/ --format junit > routes.xml
  fairlead test routes.yaml --context prod --profile ingress-nginx

Exit status: 0 every route is as expected, 1 one is not, 2 bad input.`;

const options = { ...sourceOptions, ...profileOptions, format: { type: 'string' } } as const;

const toJson = (verdicts: readonly RouteVerdict[]): string =>
  `${JSON.stringify(
    verdicts.map(({ route, traced, deviations }) => ({
      name: route.name,
      file: route.file,
      line: route.line,
      isAsExpected: deviations.length === 0,
      deviations,
      trace: toTraceFields(traced.trace),
    })),
    null,
    2,
  )}\n`;

function print(verdicts: readonly RouteVerdict[], format: Format, paint: Paint): string {
  if (format === 'text') return printVerdicts(verdicts, paint);
  return format === 'json' ? toJson(verdicts) : toJunit(verdicts);
}

function oneFile(words: readonly string[]): string {
  const [file, other] = words;
  if (file === undefined) throw new UsageError('Which file of expected routes?');
  if (other !== undefined) throw new UsageError(`One file of expected routes at a time: what is ${other}?`);
  return file;
}

/** `fairlead test`: expected routes, held against files or a live cluster. */
export async function routesTest(args: readonly string[], streams: CommandStreams): Promise<number> {
  const { values, words } = parseFlagsAndWords(args, options);
  if (values.help === true) {
    streams.out(help);
    return exitStatus.good;
  }
  const config = readConfig(readProcessFacts());
  const file = oneFile(words);
  const choice = readProfileChoice(values);
  const format = readFormat(values.format, formats);
  const source = readSource(values, config.workingFolder);
  if (file === '-' && source.kind === 'files' && source.files.includes('-'))
    throw new UsageError('Standard input can hold the routes or the manifests, not both.');
  const { workingFolder } = config;
  const texts = await readTextFiles([file], { workingFolder, input: streams.input });
  const routes = texts.flatMap(readRoutes);
  const world = await loadWorld(source, config, streams);
  const verdicts = routes.map((route) => judgeRoute(world, route, choice));
  await streams.print(print(verdicts, format, createPaint(streams, config)));
  return verdicts.every(({ deviations }) => deviations.length === 0) ? exitStatus.good : exitStatus.bad;
}
