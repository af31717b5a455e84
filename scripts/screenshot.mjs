// Takes the README's pictures from the built product on the demo cluster: node scripts/screenshot.mjs
import { spawn } from 'node:child_process';
import { join } from 'node:path';

import { ensureBrowser } from './find-browser.mjs';
import { ensureBuilt, ensureInstalled, program } from './prepare.mjs';
import { root } from './run-tool.mjs';

await ensureInstalled();
await ensureBuilt();
const browser = await ensureBrowser();
if (browser.path === undefined) {
  console.error(browser.reason);
  process.exit(1);
}
const { chromium } = await import('@playwright/test');
const server = spawn(process.execPath, [program, 'demo', '--port', '0', '--no-open'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const address = await new Promise((resolve) => {
  server.stdout.on('data', (part) => {
    const found = /http:\/\/\S+/.exec(String(part));
    if (found) resolve(found[0]);
  });
});
const chrome = await chromium.launch({
  executablePath: browser.path,
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  const page = await chrome.newPage({ viewport: { width: 1440, height: 900 }, colorScheme });
  await page.goto(address);
  await page.locator('[data-node]').first().waitFor();
  await page.locator('[data-target="Service/default/frontend"]').click();
  await page.getByRole('complementary').getByText('No Pod carries the labels').first().waitFor();
  await page.screenshot({ path: join(root, 'docs', `screenshot-${colorScheme}.png`) });
  await page.close();
}
await chrome.close();
server.kill();
