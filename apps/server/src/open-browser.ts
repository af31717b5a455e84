import { spawn } from 'node:child_process';

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  // `start` is a word of cmd, and cmd reads & and ^ in an address: explorer takes it as it is.
  win32: ['explorer.exe'],
};

/** Shows `address` in the person's browser, without a shell. Nothing depends on it: the address is printed as well. */
export function openBrowser(
  address: string,
  platform: NodeJS.Platform,
  onFailure: (reason: string) => void,
): void {
  const [program, ...args] = openers[platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true, shell: false });
  child.on('error', (error) => onFailure(error.message));
  child.unref();
}
