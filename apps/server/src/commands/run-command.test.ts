import { expect, test } from 'vitest';
import { RequestProblem } from '../plugins/request-problem.ts';
import { readVersion } from '../version.ts';
import { UsageError } from './command-line.ts';
import { InputProblem } from './input/input-problem.ts';
import { runCommand, type Command } from './run-command.ts';

async function run(args: readonly string[], serve: Command = () => Promise.resolve(undefined)) {
  const out: string[] = [];
  const notices: string[] = [];
  const result = await runCommand(args, new Map([['serve', serve]]), {
    out: (line) => out.push(line),
    print: (text) => Promise.resolve(void out.push(text)),
    notice: (line) => notices.push(line),
    input: async function* () {},
    isOutputTerminal: false,
  });
  return { result, out: out.join('\n'), notices: notices.join('\n') };
}

test('the version stands alone on standard output', async () => {
  expect(await run(['version'])).toEqual({
    result: { kind: 'done', exitStatus: 0 },
    out: readVersion(),
    notices: '',
  });
});

test.each([[[]], [['help']], [['--help']]])('%j lists the sub-commands', async (args) => {
  expect((await run(args)).out).toContain('fairlead serve');
});

test('the exit status is what the command says, good where it says nothing', async () => {
  expect((await run(['serve'], () => Promise.resolve(1))).result).toEqual({ kind: 'done', exitStatus: 1 });
  expect((await run(['serve'])).result).toEqual({ kind: 'done', exitStatus: 0 });
});

test('input that cannot be used ends with status 2 and names its places', async () => {
  const { result, notices } = await run(['serve'], () =>
    Promise.reject(new InputProblem(['shop.yaml:3:1: This is no YAML.', 'shop.yaml:9:1: Nor is this.'])),
  );
  expect(result).toEqual({ kind: 'done', exitStatus: 2 });
  expect(notices).toBe('shop.yaml:3:1: This is no YAML.\nshop.yaml:9:1: Nor is this.');
});

test('an unknown sub-command ends with status 2', async () => {
  const { result, notices } = await run(['constructor']);
  expect(result).toEqual({ kind: 'done', exitStatus: 2 });
  expect(notices).toContain('There is no fairlead constructor.');
});

test('a wrong flag ends with status 2 and names the help', async () => {
  const { result, notices } = await run(['serve'], () =>
    Promise.reject(new UsageError('--port x is no port.')),
  );
  expect(result).toEqual({ kind: 'done', exitStatus: 2 });
  expect(notices).toBe('--port x is no port.\nfairlead serve --help lists the flags.');
});

test('what cannot be done ends with status 1, what happened, what to do and the code', async () => {
  const { result, notices } = await run(['serve'], () => Promise.reject(new RequestProblem('PORT_IN_USE')));
  expect(result).toEqual({ kind: 'done', exitStatus: 1 });
  expect(notices).toMatch(/^Another program listens on the port\. Choose another .* \(PORT_IN_USE\)$/);
});

test('a server goes on running', async () => {
  const server = { stop: () => Promise.resolve() };
  expect((await run(['serve'], () => Promise.resolve(server))).result).toEqual({ kind: 'running', server });
});
