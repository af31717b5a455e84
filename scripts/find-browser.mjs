// Which Chromium the browser journeys use: an installed one, else one that can be installed here.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { run } from './run-tool.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chrome.exe',
  'msedge.exe',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
    process.env[name] ? [join(process.env[name], 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
  ),
];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of an installed Chromium or Chrome; CHROME_PATH wins. */
export function findInstalledBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.CHROME_PATH ?? '', ...onPath, ...places].find(
    (path) => path !== '' && existsSync(path) && isProgram(path),
  );
}

async function findPlaywrightBrowser() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

const canInstallPackages = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** An installed browser, else Playwright's download, else Debian's package; or why there is none and what to do. */
export async function ensureBrowser() {
  const found = findInstalledBrowser() ?? (await findPlaywrightBrowser());
  if (found) return { path: found };
  console.error('No Chromium or Chrome found: trying to download one');
  await run('playwright', ['install', 'chromium'], { isQuiet: true });
  const downloaded = await findPlaywrightBrowser();
  if (downloaded) return { path: downloaded };
  if (canInstallPackages()) {
    console.error("The download failed: installing Debian's chromium");
    await run('apt-get', ['update', '-q'], { isQuiet: true });
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { isQuiet: true });
    const installed = findInstalledBrowser();
    if (installed) return { path: installed };
  }
  return {
    reason:
      'no Chromium or Chrome: install one (Debian: apt-get install chromium), or name it in CHROME_PATH',
  };
}
