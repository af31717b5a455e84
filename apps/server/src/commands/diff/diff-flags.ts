import { UsageError } from '../command-line.ts';
import {
  profileHelp,
  profileOptions,
  readProfileChoice,
  type ProfileChoice,
} from '../input/profile-flags.ts';
import { readFormat } from '../input/read-format.ts';
import { parseFlagsAndWords } from '../parse-flags.ts';

export interface DiffFlags {
  readonly before: string;
  readonly after: string;
  readonly choice: ProfileChoice;
  readonly format: 'text' | 'json';
  /** How many requests may be tried for each controller. */
  readonly limit: number | undefined;
  readonly assumesPods: boolean;
}

export const diffHelp = `fairlead diff: say which requests a change of manifests moves

  fairlead diff BEFORE AFTER [flags]

BEFORE and AFTER are YAML or JSON files or directories; one of them may be - for standard input. Every class of requests
that a rule on either side can tell apart is tried on both; each difference comes with an example.

${profileHelp}
  --assume-pods         suppose that workloads that have no Pods have ready ones
  --limit N             try at most N requests for each controller (default 200000)
  --format text|json    text for people (default), JSON for programs
  -h, --help            show this

Examples:
  fairlead diff main/manifests branch/manifests
  git show HEAD:shop.yaml | fairlead diff - shop.yaml --profile ingress-nginx
  fairlead diff before.yaml after.yaml --format json | jq '.controllers[].changes[].url'

Exit status: 0 no request differs, 1 some do, 2 bad input.`;

function readLimit(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const limit = Number(text);
  if (/^[0-9]{1,9}$/.test(text) && limit > 0) return limit;
  throw new UsageError(`--limit ${text} is no number of requests.`);
}

/** The flags, or the help that was asked for. */
export function parseDiffFlags(args: readonly string[]): DiffFlags | 'help' {
  const { values, words } = parseFlagsAndWords(args, {
    ...profileOptions,
    limit: { type: 'string' },
    'assume-pods': { type: 'boolean' },
    format: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) return 'help';
  const [before, after, other] = words;
  if (before === undefined || after === undefined)
    throw new UsageError('Two files or directories are compared: BEFORE and AFTER.');
  if (other !== undefined) throw new UsageError(`Only two are compared: what is ${other}?`);
  if (before === '-' && after === '-') throw new UsageError('Standard input can be one of them only.');
  return {
    before,
    after,
    choice: readProfileChoice(values),
    format: readFormat(values.format, ['text', 'json']),
    limit: readLimit(values.limit),
    assumesPods: values['assume-pods'] === true,
  };
}
