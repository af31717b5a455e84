import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { check } from '../check/check.ts';
import { diff } from '../diff/diff.ts';
import { graph } from '../graph/graph.ts';
import { routesTest } from '../routes-test/routes-test.ts';
import type { Command } from '../run-command.ts';
import { runForTest } from '../testing/run-for-test.ts';
import { trace } from '../trace/trace.ts';
import { demoHelp } from '../demo-flags.ts';
import { serveHelp } from '../serve-flags.ts';
import { completion } from './completion.ts';
import { completionWords } from './completion-words.ts';

const script = async (shell: string): Promise<string> => (await runForTest(completion, [shell])).out;

const completeInBash = (source: string, words: readonly string[]): readonly string[] => {
  const line = `${source}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _fairlead
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', line], { encoding: 'utf8' }).trim().split('\n');
};

test('bash completes sub-commands, flags and their values', async () => {
  const source = await script('bash');
  expect(completeInBash(source, ['fairlead', 'tr'])).toEqual(['trace']);
  expect(completeInBash(source, ['fairlead', 'check', '--fa'])).toEqual(['--fail-on']);
  expect(completeInBash(source, ['fairlead', 'graph', '--format', 'm'])).toEqual(['mermaid']);
  expect(completeInBash(source, ['fairlead', 'trace', '--profile', 'trae'])).toEqual(['traefik']);
  expect(completeInBash(source, ['fairlead', 'completion', 'f'])).toEqual(['fish']);
});

test('zsh uses the same words, fish has a line for each', async () => {
  expect(await script('zsh')).toMatch(/^#compdef fairlead\n/);
  const fish = await script('fish');
  expect(fish).toContain(
    "complete -c fairlead -n '__fish_seen_subcommand_from trace' -l profile -x -a 'spec ",
  );
  expect(fish).toContain('complete -c fairlead -n __fish_use_subcommand -f -a check');
});

const commands: readonly (readonly [string, Command])[] = [
  ['trace', trace],
  ['check', check],
  ['graph', graph],
  ['diff', diff],
  ['test', routesTest],
];

test.each(commands)('the flags of %s are those of its help', async (name, command) => {
  const { out } = await runForTest(command, ['--help']);
  expect(flagsOf(name)).toEqual(flagsIn(out));
});

test.each([
  ['serve', serveHelp],
  ['demo', demoHelp],
])('the flags of %s are those of its help', (name, help) => {
  expect(flagsOf(name)).toEqual(flagsIn(help));
});

const flagsOf = (name: string): readonly string[] =>
  [...(completionWords.find((each) => each.name === name)?.flags.keys() ?? [])].toSorted();

const flagsIn = (help: string): readonly string[] =>
  [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag).toSorted();

test.each([[[]], [['tcsh']], [['bash', 'zsh']]])('%j is bad input', async (args) => {
  const { status, notices } = await runForTest(completion, args);
  expect(status).toBe(2);
  expect(notices).toContain('ne of bash, zsh, fish');
});
