// First: it fills what jsdom lacks.
import '../testing/fill-dom-gaps.ts';
import type { SessionReply } from '@fairlead/api-contract';
import type { StringMap } from '@fairlead/kube-objects';
import { aService } from '@fairlead/kube-objects/testing';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseDraft } from '../../drafts/parse-draft.ts';
import type { ApiClient } from '../../server-state/api-client.ts';
import { aShop } from '../../workers/testing/shop.ts';
import { aSession, renderPage } from '../testing/render-page.tsx';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const address = `/c/demo/problems?finding=${encodeURIComponent('SVC-001:Service/shop/api')}`;
const never = (): Promise<never> => new Promise(() => undefined);

const apiSelecting = (selector: StringMap): ApiClient => {
  const object = aService('shop/api').withPort(8080).selecting(selector).atVersion('7').build();
  return {
    get: (path, schema) => (path.includes('/objects/') ? Promise.resolve(schema.parse({ object })) : never()),
    post: never,
  };
};

const renderProblem = (api: ApiClient, session: SessionReply = aSession): void =>
  void renderPage(address, aShop(), { api, start: { kind: 'open', session } });

const findButton = (): Promise<HTMLElement> => screen.findByRole('button', { name: 'Open fix as draft' });

/** Drafts as another page of this browser would read them. */
const listKeptDrafts = () => {
  globalThis.dispatchEvent(new Event('pagehide'));
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '');
  return keys.flatMap((key) => parseDraft(localStorage.getItem(key) ?? '') ?? []);
};

test('a fix opens as a draft of its object, in the editor', async () => {
  renderProblem(apiSelecting({ app: 'apii' }));
  await userEvent.click(await findButton());
  await waitFor(() => expect(location.pathname).toBe('/c/demo/edit/Service/shop/api'));
  const [draft] = listKeptDrafts();
  expect(draft?.text).toContain('app: api\n');
  expect(draft?.base?.metadata.resourceVersion).toBe('7');
  expect(draft?.undoSteps.map(({ reason }) => reason)).toEqual(['fix']);
});

test('a fix that does not fit any more begins no draft and says so', async () => {
  renderProblem(apiSelecting({ app: 'another' }));
  await userEvent.click(await findButton());
  expect(
    await screen.findByText('The fix does not fit Service api any more: it has changed since.'),
  ).toBeDefined();
  expect(location.pathname).toBe('/c/demo/problems');
  expect(listKeptDrafts()).toEqual([]);
});

test('a draft that has the fix already is offered instead', async () => {
  renderProblem(apiSelecting({ app: 'apii' }));
  await userEvent.click(await findButton());
  await waitFor(() => expect(location.pathname).toBe('/c/demo/edit/Service/shop/api'));
  expect(listKeptDrafts()).toHaveLength(1);
  cleanup();
  renderProblem(apiSelecting({ app: 'apii' }));
  await userEvent.click(await findButton());
  expect(
    await screen.findByText('The fix does not fit your draft of Service api, or is in it already.'),
  ).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Open the draft' }));
  await waitFor(() => expect(location.pathname).toBe('/c/demo/edit/Service/shop/api'));
});

test('where nothing may be changed the button says so', async () => {
  renderProblem(apiSelecting({ app: 'apii' }), { ...aSession, mode: 'serve' });
  const button = await findButton();
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(button.title).toBe('Fairlead was started read-only.');
});
