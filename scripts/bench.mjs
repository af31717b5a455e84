// pnpm bench: builds the program and measures it against an API simulator (bench/README.md).
import { build } from './build.mjs';
import { ensureBrowser } from './find-browser.mjs';
import { run } from './run-tool.mjs';

const args = process.argv.slice(2).filter((arg) => arg !== '--');
const built = await build({ toStderr: true });
if (built !== 0) process.exit(built);
const browser = await ensureBrowser();
if (!browser.path) console.error(browser.reason);
const { code } = await run('tsx', ['bench/main.ts', ...args], {
  env: browser.path ? { CHROME_PATH: browser.path } : {},
});
process.exit(code);
