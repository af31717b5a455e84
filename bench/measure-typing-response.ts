import type { Browser, Page } from '@playwright/test';
import type { BenchContext } from './harness/bench-context.ts';
import type { Figure } from './harness/figure.ts';
import { loadLimitMs } from './harness/first-load.ts';
import { waitForCompleteSnapshot } from './harness/read-snapshot.ts';
import { toPairedSpreads, toSpread, type Pair } from './harness/spread.ts';
import { contextName, startServer, type MeasuredServer } from './harness/start-server.ts';
import type { Simulator } from './harness/start-simulator.ts';
import { listenToTyping } from './harness/typing-response.ts';

/** What Kubernetes' own service level objectives take as the most that changes. */
const eventsPerSecond = 20;
const keysPerRun = 60;
const openLimitMs = 60_000;
const goals = { ratio: 3, ms: 100 };

type Typing = (keyCount: number) => Promise<readonly number[]>;

/** The response that all but two of a hundred keys have at most. */
const slowOf = (responsesMs: readonly number[]): number =>
  responsesMs.toSorted((a, b) => a - b)[Math.ceil(responsesMs.length * 0.98) - 1] ?? Number.NaN;

/** A page with nothing but a text field. */
async function openBarePage(browser: Browser): Promise<Typing> {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>bare</title><textarea autofocus></textarea>');
  await page.locator('textarea').focus();
  return listenToTyping(page);
}

interface ListedService {
  readonly metadata: { readonly namespace: string; readonly name: string };
  readonly spec: { readonly selector?: unknown };
}

/** The address of the editor of the first Service that selects Pods. */
async function findEditorAddress(server: MeasuredServer, { origin }: Simulator): Promise<string> {
  const list = (await (await fetch(`${origin}/api/v1/services?limit=50`)).json()) as {
    readonly items: readonly ListedService[];
  };
  const { namespace, name } = list.items.find(({ spec }) => spec.selector !== undefined)?.metadata ?? {};
  if (namespace === undefined || name === undefined) throw new Error('No Service selects Pods.');
  return `${server.origin}/c/${contextName}/edit/Service/${namespace}/${name}`;
}

async function openEditor(page: Page, address: string, token: string): Promise<void> {
  await page.goto(`${address}#t=${token}`);
  await page.getByRole('heading', { level: 1 }).waitFor({ timeout: openLimitMs });
}

async function openForm(browser: Browser, address: string, token: string): Promise<Typing> {
  const page = await browser.newPage();
  await openEditor(page, address, token);
  const field = page.getByRole('combobox', { name: 'Target port' }).first();
  await field.click({ timeout: openLimitMs });
  await page.keyboard.press('End');
  return listenToTyping(page);
}

async function openYaml(browser: Browser, address: string, token: string): Promise<Typing> {
  const page = await browser.newPage();
  await openEditor(page, `${address}?mode=yaml`, token);
  await page.getByRole('textbox', { name: 'YAML of the Service' }).focus({ timeout: openLimitMs });
  await page.keyboard.press('Control+End');
  return listenToTyping(page);
}

/** P24: response to typing on a large cluster that changes / on a page with nothing but a text field. */
export async function measureTypingResponse(context: BenchContext): Promise<Figure> {
  const fixture = context.fixture === 'F1' ? 'F10' : context.fixture;
  const [simulator, browser] = [await context.getSimulator(fixture), await context.getBrowser()];
  const server = await startServer(simulator.origin);
  try {
    await waitForCompleteSnapshot(server, loadLimitMs(fixture));
    await simulator.setChurn(eventsPerSecond);
    const address = await findEditorAddress(server, simulator);
    const bare = await openBarePage(browser);
    const form = await openForm(browser, address, server.token);
    const yaml = await openYaml(browser, address, server.token);
    for (const type of [bare, form, yaml]) await type(keysPerRun);
    const pairs: Pair[] = [];
    const ofForm: Pair[] = [];
    for (let pair = 1; pair <= context.pairs; pair += 1) {
      const anchor = slowOf(await bare(keysPerRun));
      ofForm.push({ anchor, product: slowOf(await form(keysPerRun)) });
      pairs.push({ anchor, product: slowOf(await yaml(keysPerRun)) });
      context.note(
        `P24 ${pair}/${context.pairs}: bare ${anchor.toFixed(1)} ms, form ${(ofForm.at(-1)?.product ?? 0).toFixed(1)} ms, YAML ${(pairs.at(-1)?.product ?? 0).toFixed(1)} ms`,
      );
    }
    return toFigure(fixture, pairs, ofForm);
  } finally {
    await simulator.setChurn(0);
    await server.stop();
  }
}

function toFigure(fixture: string, ofYaml: readonly Pair[], ofForm: readonly Pair[]): Figure {
  const { ratio, product, anchor, isNoisy } = toPairedSpreads(ofYaml);
  const form = toPairedSpreads(ofForm);
  return {
    id: 'P24',
    fixture: `${fixture}, ${eventsPerSecond} changes per second`,
    title: 'p98 from key to frame in the YAML editor / in a page with a text field alone',
    ratio,
    digits: 2,
    goal: `<= ${goals.ratio} and <= ${goals.ms} ms`,
    isMet: ratio.median <= goals.ratio && product.median <= goals.ms,
    isRequired: false,
    isNoisy,
    product: `${product.median.toFixed(0)} ms`,
    anchor: `${anchor.median.toFixed(0)} ms`,
    notes: [
      `in a field of the form: ${form.ratio.median.toFixed(2)} (${form.product.median.toFixed(0)} ms)`,
      `slowest quarter of the runs in the editor: from ${toSpread(ofYaml.map((pair) => pair.product)).upper.toFixed(0)} ms on`,
    ],
  };
}
