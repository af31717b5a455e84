import { resolve } from 'node:path';
import { UsageError } from '../command-line.ts';

/** Where a command finds its objects: in files or in a live cluster. */
export type ObjectSource =
  | {
      readonly kind: 'files';
      readonly files: readonly string[];
      /** Workloads without Pods are supposed to have ready ones. */
      readonly assumesPods: boolean;
    }
  | {
      readonly kind: 'cluster';
      /** An absolute path; `undefined` looks where kubectl does. */
      readonly kubeconfig: string | undefined;
      readonly context: string | undefined;
    };

export const sourceOptions = {
  file: { type: 'string', short: 'f', multiple: true },
  'assume-pods': { type: 'boolean' },
  kubeconfig: { type: 'string' },
  context: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const sourceHelp = `  -f, --file FILE       read this YAML or JSON file, all below a directory, or - for standard input; may be repeated
  --assume-pods         suppose that workloads in the files that have no Pods have ready ones
  --kubeconfig FILE     read the live cluster of this file (default: KUBECONFIG, else ~/.kube/config)
  --context NAME        of this context (default: the current one)`;

interface ParsedSourceFlags {
  readonly file?: readonly string[] | undefined;
  readonly 'assume-pods'?: boolean | undefined;
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
}

/** Files, where some are named; else the live cluster. */
export function readSource(
  { file = [], kubeconfig, context, ...flags }: ParsedSourceFlags,
  workingFolder: string,
): ObjectSource {
  const isLive = kubeconfig !== undefined || context !== undefined;
  if (file.length > 0 && isLive)
    throw new UsageError('--file and a live cluster exclude each other: leave one of them out.');
  if (file.includes('')) throw new UsageError('--file needs the path of a file or directory.');
  if (kubeconfig === '') throw new UsageError('--kubeconfig needs the path of a file.');
  if (context === '') throw new UsageError('--context needs the name of a context.');
  const assumesPods = flags['assume-pods'] === true;
  if (file.length > 0) return { kind: 'files', files: file, assumesPods };
  if (assumesPods) throw new UsageError('--assume-pods is for files: a live cluster has its own Pods.');
  return {
    kind: 'cluster',
    kubeconfig: kubeconfig === undefined ? undefined : resolve(workingFolder, kubeconfig),
    context,
  };
}
