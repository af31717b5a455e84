import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const program = fileURLToPath(new URL('../apps/server/dist/main.js', import.meta.url));
const examples = fileURLToPath(new URL('../apps/server/src/commands/testing/examples', import.meta.url));
const shop = ['-f', 'shop'];
const broken = 'broken/indent.yaml';

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly notices: string;
}

/** Runs the built program where the examples are, as somebody at a terminal does. */
function run(args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: examples,
    env: { ...process.env, INIT_CWD: examples },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let notices = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (notices += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, out, notices }));
  });
}

const answers: readonly (readonly [args: readonly string[], status: 0 | 1, out: RegExp])[] = [
  [['trace', 'https://shop.example.com/', ...shop], 0, /reaches 1 ready endpoint/],
  [['trace', 'http://shop.example.com/x', ...shop], 0, /is sent to https:/],
  [['trace', 'https://shop.example.com/docs', ...shop], 0, /leaves the cluster/],
  [['trace', 'https://shop.example.com/api', ...shop], 1, /SELECTOR_MATCHES_NO_PODS/],
  [['check', ...shop], 1, /error/],
  [['check', ...shop, '--format', 'sarif'], 1, /"version": ?"2\.1\.0"/],
  [['graph', ...shop, '--format', 'json'], 0, /"nodes"/],
  [['graph', ...shop, '--format', 'mermaid'], 0, /^(flowchart|graph)/],
  [['graph', ...shop, '--format', 'dot'], 0, /^digraph/],
  [['diff', 'shop', 'shop'], 0, /./],
  [['diff', 'shop', 'shop/services.json'], 1, /shop\.example\.com/],
  [['test', 'routes.yaml', ...shop], 0, /./],
  [['test', 'routes.yaml', '-f', 'shop/services.json'], 1, /./],
  [['completion', 'bash'], 0, /fairlead/],
  [['completion', 'zsh'], 0, /fairlead/],
  [['completion', 'fish'], 0, /fairlead/],
];

const refusals: readonly (readonly [args: readonly string[], notice: RegExp])[] = [
  [['trace', 'shop.example.com', '-f', broken], /broken\/indent\.yaml:5:\d+/],
  [['trace', '--batch', 'nowhere.jsonl', '--format', 'json'], /nowhere\.jsonl/],
  [['check', '-f', broken], /broken\/indent\.yaml:5:\d+/],
  [['graph', '-f', broken], /broken\/indent\.yaml:5:\d+/],
  [['diff', 'shop', broken], /broken\/indent\.yaml:5:\d+/],
  [['test', broken, ...shop], /broken\/indent\.yaml:\d+/],
  [['completion', 'tcsh'], /tcsh/],
  [['nonsense'], /There is no fairlead nonsense/],
];

test('every sub-command answers with its exit status', async () => {
  // Two dozen processes, and beside other builds each takes seconds.
  test.setTimeout(180_000);
  for (const [args, status, out] of answers) {
    const ran = await run(args);
    expect.soft({ args, status: ran.status }, ran.notices).toEqual({ args, status });
    expect.soft(ran.out, args.join(' ')).toMatch(out);
  }
});

test('bad input ends with status 2, names file and line, and prints no answer and no stack', async () => {
  test.setTimeout(180_000);
  for (const [args, notice] of refusals) {
    const ran = await run(args);
    expect.soft({ args, status: ran.status, out: ran.out }).toEqual({ args, status: 2, out: '' });
    expect.soft(ran.notices, args.join(' ')).toMatch(notice);
    expect.soft(ran.notices, args.join(' ')).not.toMatch(/\n\s+at /);
  }
});
