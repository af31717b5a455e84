import { profileNames } from '@fairlead/routing';

/** What may stand behind a flag: nothing, one of some words, a file, or any text. */
export type FlagValue = 'none' | 'file' | 'text' | readonly string[];

export interface CommandWords {
  readonly name: string;
  readonly purpose: string;
  readonly flags: ReadonlyMap<string, FlagValue>;
}

const source: readonly (readonly [string, FlagValue])[] = [
  ['--file', 'file'],
  ['--assume-pods', 'none'],
  ['--kubeconfig', 'file'],
  ['--context', 'text'],
];
const profile: readonly (readonly [string, FlagValue])[] = [
  ['--profile', profileNames],
  ['--option', 'text'],
];
const listening: readonly (readonly [string, FlagValue])[] = [
  ['--port', 'text'],
  ['--listen', 'text'],
  ['--allowed-host', 'text'],
  ['--read-only', 'none'],
  ['--no-open', 'none'],
];

const words = (
  name: string,
  purpose: string,
  flags: readonly (readonly [string, FlagValue])[],
): CommandWords => ({ name, purpose, flags: new Map([...flags, ['--help', 'none']]) });

/** Every sub-command with its flags, for shells to complete. */
export const completionWords: readonly CommandWords[] = [
  words('demo', 'show the demo cluster', [['--writable', 'none'], ['--seed', 'text'], ...listening]),
  words('serve', 'show the cluster of a kubeconfig', [
    ['--kubeconfig', 'file'],
    ['--context', 'text'],
    ['--namespace', 'text'],
    ...listening,
  ]),
  words('trace', 'say where a request goes, and why', [
    ...source,
    ...profile,
    ['--method', ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']],
    ['--header', 'text'],
    ['--batch', 'file'],
    ['--format', ['text', 'json']],
  ]),
  words('check', 'find problems in manifests or a cluster', [
    ...source,
    ['--format', ['text', 'json', 'sarif']],
    ['--fail-on', ['error', 'warning']],
  ]),
  words('graph', 'print the picture', [
    ...source,
    ['--format', ['json', 'mermaid', 'dot']],
    ['--namespace', 'text'],
    ['--expand', ['pods']],
  ]),
  words('diff', 'say which requests a change of manifests moves', [
    ...profile,
    ['--assume-pods', 'none'],
    ['--limit', 'text'],
    ['--format', ['text', 'json']],
  ]),
  words('test', 'hold manifests or a cluster against expected routes', [
    ...source,
    ...profile,
    ['--format', ['text', 'json', 'junit']],
  ]),
  words('completion', 'print a completion script', []),
  words('version', 'print the version', []),
  words('help', 'list the sub-commands', []),
];

/** Words that stand behind a sub-command without a flag. */
export const completionShells = ['bash', 'zsh', 'fish'] as const;
