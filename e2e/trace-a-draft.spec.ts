import type { Page } from '@playwright/test';
import {
  applyDraft,
  checkoutIngress,
  checkoutService,
  editorPath,
  expect,
  onBothGrounds,
  openEditor,
  test,
} from './testing/editing.ts';
import { addressAt, expectPicture } from './testing/journey.ts';
import type { Playground, PlayedKind } from './testing/playground.ts';
import { headlineOf, hop, panelOf, tracePath } from './testing/tracing.ts';

type World = 'As it is' | 'With my draft';

const choice = (page: Page, world: World) =>
  panelOf(page)
    .getByRole('radiogroup', { name: 'Which cluster is traced' })
    .getByRole('radio', { name: world });

async function openTrace(page: Page, playground: Playground, request: string): Promise<void> {
  await page.goto(addressAt(playground.fairlead, tracePath(playground.context, request)));
  await expectPicture(page);
  await expect(headlineOf(page)).toBeVisible();
}

/** The demo's Pods come and go and time goes on: how many there are, where and since when is no part of an answer. */
const withoutMoment = (text: string): string =>
  text
    .replaceAll(/\bsince [^\n]+/g, 'since then')
    .replaceAll(/\b(\d+ of )?\d+ Pods?( ready)?/g, 'Pods')
    .replaceAll(/\d+\.\d+\.\d+\.\d+(:\d+)/g, 'pod$1')
    .replaceAll(/(pod:\d+)(, \1)+/g, '$1');

/** All that the page says of a request: the sentence, every hop, the rules that lost. */
async function readAnswer(page: Page): Promise<readonly string[]> {
  const parts = [headlineOf(page), panelOf(page).getByRole('list', { name: 'Hops of the request' })];
  const texts = await Promise.all(parts.map((part) => part.innerText()));
  const lost = await panelOf(page).locator('section').allInnerTexts();
  return [...texts, ...lost].map(withoutMoment);
}

const readWorld = async (page: Page, world: World): Promise<readonly string[]> => {
  await choice(page, world).click();
  await expect(choice(page, world)).toBeChecked();
  return readAnswer(page);
};

/** What each request comes to as it is and with the draft; `differs`: it ends elsewhere, and the page says so. */
async function readBoth(
  page: Page,
  playground: Playground,
  requests: readonly { readonly request: string; readonly differs: boolean }[],
) {
  const answers: { readonly now: readonly string[]; readonly drafted: readonly string[] }[] = [];
  for (const { request, differs } of requests) {
    await openTrace(page, playground, request);
    await expect(panelOf(page)).toContainText(
      differs ? /As it is: .+\. With my draft: .+\./ : 'The draft changes nothing for this request.',
    );
    const now = await readWorld(page, 'As it is');
    const drafted = await readWorld(page, 'With my draft');
    if (differs) expect(drafted, request).not.toEqual(now);
    answers.push({ now, drafted });
  }
  return answers;
}

/** Applies the draft and waits until each request comes to what it came to with the draft. */
async function applyAndCompare(
  page: Page,
  playground: Playground,
  {
    object: [kind, name],
    requests,
  }: { object: readonly [PlayedKind, string]; requests: readonly { request: string }[] },
  answers: readonly { readonly drafted: readonly string[] }[],
): Promise<void> {
  await page.goto(addressAt(playground.fairlead, editorPath(playground, kind, name)));
  await applyDraft(page);
  for (const [index, { request }] of requests.entries()) {
    await openTrace(page, playground, request);
    await expect(choice(page, 'With my draft')).toHaveCount(0);
    await expect.poll(() => readAnswer(page), { message: request }).toEqual(answers[index]?.drafted);
  }
}

const host = 'checkout.example.com';

onBothGrounds(() => {
  // Several pages each, and an apply that is followed until it is true.
  test.setTimeout(180_000);

  test('a path edited in the editor: traced with the draft, applied, traced as it is: the same answers', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    await playground.write(checkoutIngress());
    await openEditor(page, playground, ['Ingress', 'checkout']);
    await page
      .getByRole('group', { name: /^Path/ })
      .first()
      .getByRole('textbox', { name: 'Path' })
      .fill('/pay');
    await expect(page.getByRole('link', { name: '1 draft' })).toBeVisible();
    const requests = [
      { request: `http://${host}/cart`, differs: true },
      { request: `http://${host}/pay/42`, differs: false },
      { request: 'http://elsewhere.example.com/pay', differs: false },
    ];
    const answers = await readBoth(page, playground, requests);
    expect(answers[0]?.now[0]).toBe('Reaches checkout, Pods');
    // Where others have a default backend for any host, it answers.
    expect(answers[0]?.drafted[0]).toMatch(/^(No rule takes this request|This request gets 404)$/);
    expect(answers[1]?.drafted[0]).toBe('Reaches checkout, Pods');
    await applyAndCompare(page, playground, { object: ['Ingress', 'checkout'], requests }, answers);
  });

  test('a target port edited in the editor: the endpoints that the draft foretells are those that come', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    await playground.write(checkoutIngress());
    const requests = [{ request: `http://${host}/`, differs: true }];
    await openEditor(page, playground, ['Service', 'checkout']);
    await page.getByRole('combobox', { name: 'Target port' }).first().fill('9000');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('link', { name: '1 draft' })).toBeVisible();
    const answers = await readBoth(page, playground, requests);
    await expect(hop(page, 7)).toContainText(':9000');
    await applyAndCompare(page, playground, { object: ['Service', 'checkout'], requests }, answers);
    await expect(hop(page, 7)).toContainText(':9000');
  });
});
