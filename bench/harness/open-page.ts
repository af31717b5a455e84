import { chromium, type Browser } from '@playwright/test';

/** What the page reported when its picture was complete. */
export interface CompletePicture {
  /** When the frame with the complete picture was on the screen. */
  readonly paintedAtMs: number;
  /** Objects that the page says are in the picture. */
  readonly objectCount: number;
  /** Elements of the document once the page has come to rest. */
  readonly elementCount: number;
}

interface Sighting {
  readonly paintedAtMs: number;
  readonly objectCount: number;
  readonly elementCount: number;
  readonly text: string;
}

const viewport = { width: 1440, height: 900 };
const settleMs = 1_500;

export const launchBrowser = (): Promise<Browser> => {
  const executablePath = process.env['CHROME_PATH'];
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
};

/**
 * Runs in the page: looks once per frame at the sentence that accounts for the objects, "All 1,234 objects of …", until it
 * names all that the cluster has; then waits for that frame to be painted, and for the page to come to rest.
 */
function watchForCompletePicture(expected: number, limitMs: number, restMs: number): Promise<Sighting> {
  const read = (): { readonly text: string; readonly count: number } => {
    const sentences = Array.from(document.querySelectorAll('p > span'), (span) => span.textContent ?? '');
    const text = sentences.find((sentence) => sentence.endsWith(' in the picture')) ?? '';
    const count = /^All (\d[\d\s,.]*) objects? of /.exec(text)?.[1];
    return { text, count: count === undefined ? -1 : Number(count.replaceAll(/\D/g, '')) };
  };
  const deadlineMs = Date.now() + limitMs;
  return new Promise((resolve) => {
    const report = (): void => {
      const paintedAtMs = Date.now();
      setTimeout(() => {
        const { text, count } = read();
        resolve({
          paintedAtMs,
          text,
          objectCount: count,
          elementCount: document.querySelectorAll('*').length,
        });
      }, restMs);
    };
    const look = (): void => {
      if (read().count !== expected && Date.now() < deadlineMs) return void requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', report);
        channel.port1.start();
        channel.port2.postMessage(undefined);
      });
    };
    look();
  });
}

/** Opens a fresh tab at the address and waits until it says that all `expected` objects are in the picture. */
export async function openPage(
  browser: Browser,
  {
    address,
    expected,
    limitMs,
  }: { readonly address: string; readonly expected: number; readonly limitMs: number },
): Promise<CompletePicture> {
  const context = await browser.newContext({ viewport, locale: 'en-US', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'commit' });
    // Asked over the debugger's own channel, which the page's content security policy does not concern.
    const debug = await context.newCDPSession(page);
    const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
      // The compiler that runs these files wraps named functions in `__name`, which the page does not have.
      expression: `(() => {
        const __name = (named) => named;
        return (${watchForCompletePicture.toString()})(${expected}, ${limitMs}, ${settleMs});
      })()`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(
        `The page could not be watched: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`,
      );
    const { text, ...sighting } = result.value as Sighting;
    if (sighting.objectCount !== expected)
      throw new Error(
        `The picture was not complete within ${limitMs} ms (${expected} objects). The page said: ${text || 'nothing about it'}`,
      );
    return sighting;
  } finally {
    await context.close();
  }
}
