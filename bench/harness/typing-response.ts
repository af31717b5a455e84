import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';

declare global {
  // What the page under measurement keeps of each keystroke.
  var fairleadBenchResponsesMs: number[] | undefined;
}

/**
 * Runs in the page: notes for each keystroke how long it took from the key until the frame that follows had been drawn, the
 * time that it waited for the page included.
 */
const noteResponses = `(() => {
  globalThis.fairleadBenchResponsesMs = [];
  addEventListener('keydown', ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.addEventListener('message', () => {
        globalThis.fairleadBenchResponsesMs.push(performance.now() - timeStamp);
      });
      channel.port1.start();
      channel.port2.postMessage(undefined);
    });
  }, true);
})()`;

const evaluate = async (debug: CDPSession, expression: string): Promise<unknown> => {
  const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined)
    throw new Error(`The page could not be asked: ${exceptionDetails.text}`);
  return result.value;
};

const keyIntervalMs = 80;
const letters = 'abcdefghijklmnopqrstuvwxyz';
const wordLength = 10;

/** A page whose keystrokes are listened to: types into what has the focus, and says how long each key took, in ms. */
export async function listenToTyping(page: Page): Promise<(keyCount: number) => Promise<readonly number[]>> {
  // Asked over the debugger's own channel, which the page's content security policy does not concern.
  const debug = await page.context().newCDPSession(page);
  await evaluate(debug, noteResponses);
  return async (keyCount) => {
    await evaluate(debug, 'globalThis.fairleadBenchResponsesMs = []');
    for (let at = 0; at < keyCount; at += 1) {
      // Words are taken back again, so that the text stays as long as it is.
      const isTaken = Math.floor(at / wordLength) % 2 === 1;
      await page.keyboard.press(isTaken ? 'Backspace' : (letters[at % letters.length] ?? 'a'));
      await sleep(keyIntervalMs);
    }
    const responses = await evaluate(debug, 'globalThis.fairleadBenchResponsesMs');
    if (!Array.isArray(responses) || responses.length !== keyCount)
      throw new Error(
        `${keyCount} keys were pressed, but ${String(responses).split(',').length} were answered.`,
      );
    return responses.map(Number);
  };
}
