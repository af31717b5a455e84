import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const isWindows = process.platform === 'win32';

/** The command that starts a tool of ours, without a package manager in between. */
export function toolPath(tool) {
  const path = fileURLToPath(
    new URL(`../node_modules/.bin/${tool}${isWindows ? '.CMD' : ''}`, import.meta.url),
  );
  return existsSync(path) ? path : tool;
}

/**
 * Runs a tool in the repository. Resolves with its exit status and, unless it inherits our streams, what it printed.
 * `isQuiet` collects both streams; otherwise both go to our standard error when `toStderr`, else to our own streams.
 *
 * @param {string} tool
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, isQuiet?: boolean, toStderr?: boolean }} [options]
 * @returns {Promise<{ code: number, killedBy: string | null, stdout: string, stderr: string }>}
 */
export function run(tool, args, { cwd = root, env = {}, isQuiet = false, toStderr = false } = {}) {
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = isQuiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', toStderr ? 2 : 1, 2];
  return new Promise((resolve, reject) => {
    const child = spawn(toolPath(tool), args, {
      cwd,
      env: { ...process.env, ...env },
      stdio,
      shell: isWindows,
    });
    /** @type {{ stdout: Buffer[], stderr: Buffer[] }} */
    const parts = { stdout: [], stderr: [] };
    child.stdout?.on('data', (part) => parts.stdout.push(part));
    child.stderr?.on('data', (part) => parts.stderr.push(part));
    child.once('error', reject);
    child.once('close', (code, killedBy) =>
      resolve({
        code: code ?? 1,
        killedBy,
        stdout: Buffer.concat(parts.stdout).toString('utf8'),
        stderr: Buffer.concat(parts.stderr).toString('utf8'),
      }),
    );
  });
}
