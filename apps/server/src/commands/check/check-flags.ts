import { UsageError } from '../command-line.ts';
import { readFormat } from '../input/read-format.ts';
import { readSource, sourceHelp, sourceOptions, type ObjectSource } from '../input/source-flags.ts';
import { parseFlags } from '../parse-flags.ts';

export interface CheckFlags {
  readonly source: ObjectSource;
  readonly format: 'text' | 'json' | 'sarif';
  /** The mildest finding that is a failure. */
  readonly failOn: 'error' | 'warning';
}

export const checkHelp = `fairlead check: find problems in manifests or a cluster

  fairlead check [flags]

${sourceHelp}
  --format text|json|sarif
                        text for people (default), JSON for programs, SARIF for code review
  --fail-on error|warning
                        which findings make exit status 1 (default error)
  -h, --help            show this

Examples:
  fairlead check -f manifests/
  fairlead check -f manifests/ --format sarif > fairlead.sarif
  fairlead check --context prod --fail-on warning
  helm template ./chart | fairlead check -f -

Exit status: 0 nothing found of that severity, 1 something found, 2 bad input.`;

/** The flags, or the help that was asked for. */
export function parseCheckFlags(args: readonly string[], workingFolder: string): CheckFlags | 'help' {
  const values = parseFlags(args, {
    ...sourceOptions,
    format: { type: 'string' },
    'fail-on': { type: 'string' },
  });
  if (values.help === true) return 'help';
  const failOn = values['fail-on'] ?? 'error';
  if (failOn !== 'error' && failOn !== 'warning')
    throw new UsageError(`--fail-on ${failOn}: choose error or warning.`);
  return {
    source: readSource(values, workingFolder),
    format: readFormat(values.format, ['text', 'json', 'sarif']),
    failOn,
  };
}
