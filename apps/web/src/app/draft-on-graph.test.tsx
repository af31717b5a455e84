// First: it fills what jsdom lacks.
import './testing/fill-dom-gaps.ts';
import { withoutServerFields, treeOf, type Draft } from '@fairlead/edits';
import { anIngress } from '@fairlead/kube-objects/testing';
import { printManifest } from '@fairlead/manifests';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { browserDraftStorage } from '../drafts/draft-storage.ts';
import { messagesOf } from '../messages/languages.ts';
import { setPreferences } from '../preferences.ts';
import { aShop } from '../workers/testing/shop.ts';
import { asDrafted } from '../workers/testing/some-draft.ts';
import { renderPage } from './testing/render-page.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
  setPreferences({ hasSingleLetterKeys: true });
});

const drafted = asDrafted(
  anIngress('shop/shop')
    .withClass('nginx')
    .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
    .withPath('shop.example.com', '/api', 'Prefix', 'web', 'http')
    .withPath('shop.example.com', '/new', 'Prefix', 'web', 'http')
    .withTls(['shop.example.com'], 'shop-tls'),
);

/** Leaves a draft in the browser, as an editor would. */
function keepDraft(clusterId: string, base = drafted): void {
  const ref = { kind: 'Ingress', namespace: 'shop', name: 'shop' } as const;
  const draft: Draft = {
    id: `${clusterId}/Ingress/shop/shop`,
    clusterId,
    operation: 'update',
    ref,
    base,
    text: printManifest(treeOf(withoutServerFields(drafted))),
    undoSteps: [],
    redoSteps: [],
    changedAt: '2026-03-01T12:00:00Z',
  };
  browserDraftStorage(localStorage).write(draft);
}

const findRows = async (name: RegExp): Promise<readonly HTMLElement[]> => {
  const grid = await screen.findByRole('grid', { name: 'Ways of requests' });
  await within(grid).findAllByRole('gridcell');
  return within(grid).queryAllByRole('row', { name });
};

test('a draft of this cluster is in its graph, with counts; the table says the same in words', async () => {
  keepDraft('test');
  renderPage('/c/demo/graph?view=table', aShop());
  expect(await screen.findByText('Draft: 1 added, 1 changed')).toBeDefined();
  expect(await findRows(/\/new .*\+ added|\+ added.*\/new/)).toHaveLength(1);
  expect(await findRows(/~ changed, was api:8080/)).toHaveLength(1);
});

test('D and the switch show the cluster as it is', async () => {
  keepDraft('test');
  const user = userEvent.setup();
  renderPage('/c/demo/graph?view=table', aShop());
  await screen.findByText('Draft: 1 added, 1 changed');
  await user.keyboard('d');
  expect(screen.getByRole('radio', { name: 'Now' }).getAttribute('aria-checked')).toBe('true');
  expect(await findRows(/\/new/)).toHaveLength(0);
  await user.click(screen.getByRole('radio', { name: 'Draft' }));
  expect(await findRows(/\/new/)).toHaveLength(1);
  setPreferences({ hasSingleLetterKeys: false });
  await user.keyboard('d');
  expect(await findRows(/\/new/)).toHaveLength(1);
});

test('a draft of another cluster is not', async () => {
  keepDraft('elsewhere');
  renderPage('/c/demo/graph?view=table', aShop());
  expect(await findRows(/shop\.example\.com/)).toHaveLength(2);
  expect(screen.queryByText(/^Draft/)).toBeNull();
  expect(screen.queryByRole('radio', { name: 'Now' })).toBeNull();
});

test('a draft whose base others changed in the same place is named, with the way to the choices', async () => {
  const base = asDrafted(
    anIngress('shop/shop')
      .withClass('nginx')
      .withPath('shop.example.com', '/', 'Prefix', 'web', 'http')
      .withPath('shop.example.com', '/api', 'Prefix', 'former', 80)
      .withTls(['shop.example.com'], 'shop-tls'),
  );
  keepDraft('test', { ...base, metadata: { ...base.metadata, resourceVersion: 'earlier' } });
  renderPage('/c/demo/graph?view=table', aShop());
  expect(
    await screen.findByText(/^The picture has yours: Backend of \/api \(shop\.example\.com, Prefix\)/),
  ).toBeDefined();
  const choose = await screen.findByRole('button', { name: 'Choose for the draft of Ingress shop' });
  await userEvent.setup().click(choose);
  expect(await screen.findByText(messagesOf('en').editor.loading('Ingress', 'shop'))).toBeDefined();
});
