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
/**
 * The demo, until it has printed its address.
 * @param {string[]} flags
 */
async function startDemo(...flags) {
  const server = spawn(process.execPath, [program, 'demo', '--port', '0', '--no-open', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve) => {
    server.stdout.on('data', (part) => {
      const found = /http:\/\/\S+/.exec(String(part));
      if (found) resolve(found[0]);
    });
  });
  return { server, address };
}

const viewport = { width: 1440, height: 900 };
const demo = await startDemo();
const chrome = await chromium.launch({
  executablePath: browser.path,
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  const page = await chrome.newPage({ viewport, colorScheme });
  await page.goto(demo.address);
  await page.locator('[data-node]').first().waitFor();
  await page.locator('[data-target="Service/default/frontend"]').click();
  await page.getByRole('complementary').getByText('No Pod carries the labels').first().waitFor();
  await page.screenshot({ path: join(root, 'docs', `screenshot-${colorScheme}.png`) });
  await page.close();
}
demo.server.kill();

// A Service whose selector matches no Pod, mended in the form: the review says what that does.
const writable = await startDemo('--writable');
const page = await chrome.newPage({ viewport, colorScheme: 'light' });
await page.goto(writable.address);
await page.locator('[data-target="Service/default/frontend"]').click();
await page.getByRole('complementary').getByRole('button', { name: 'Edit', exact: true }).click();
await page.getByRole('combobox', { name: 'Value of label app' }).click();
await page.keyboard.type('frontend');
await page.keyboard.press('Escape');
await page.getByRole('region', { name: 'Impact' }).getByText('No Pod').first().waitFor();
await page.screenshot({ path: join(root, 'docs', 'screenshot-editor.png') });
await chrome.close();
writable.server.kill();
