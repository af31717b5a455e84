import type { EditedObject } from '@fairlead/edits';
import '../../app/testing/fill-dom-gaps.ts';
import { aCluster, aPod, aService } from '@fairlead/kube-objects/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { textOf, type OpenDraft } from '../../drafts/use-open-draft.ts';
import { ConflictResult } from './conflict-result.tsx';
import { ConflictView } from './conflict-view.tsx';
import { anObject, buildOpenDraft } from './testing/build-open-draft.ts';
import { renderReview } from './testing/render-review.tsx';
import { useConflictChoices } from './use-conflict-choices.ts';

afterEach(cleanup);

const yaml = (
  version: string,
  size: string,
  backend: string,
  more = '',
): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
  uid: u1
  resourceVersion: "${version}"
  annotations:
    nginx.ingress.kubernetes.io/proxy-body-size: ${size}
${version === '8' ? `  managedFields: [{manager: argocd-controller, operation: Update, time: '2026-05-01T12:00:00Z'}]\n` : ''}spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /api
            pathType: Prefix
            backend: {service: {name: ${backend}}}
${more}`;
const added = `          - path: /new
            pathType: Prefix
            backend: {service: {name: orders, port: {name: http}}}
`;
const beta = `    - host: beta.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: {service: {name: storefront, port: {name: http}}}
`;
const base = anObject(yaml('7', '20m', 'gateway, port: {number: 8080}'));
const live = anObject(yaml('8', '32m', 'gateway-v2, port: {number: 8080}', beta));
const text = textOf(anObject(yaml('7', '50m', 'gateway, port: {name: http}', added)));

const cluster = aCluster().with(
  aService('shop/gateway').selecting({ app: 'gateway' }),
  aPod('shop/gateway-0').labelled({ app: 'gateway' }).notReady(),
);

interface Rebase {
  readonly base: EditedObject;
  readonly object: EditedObject;
  readonly reason: string;
}

function renderConflict(): { readonly rebases: readonly Rebase[] } {
  const rebases: Rebase[] = [];
  const open: OpenDraft = buildOpenDraft(
    { base, text, live },
    {
      rebase: (onto, object, reason) => {
        rebases.push({ base: onto, object, reason });
        return '';
      },
    },
  );
  function Page(): ReactNode {
    const choices = useConflictChoices(open);
    const [isShown] = useState(true);
    return isShown ? (
      <>
        <ConflictView open={open} choices={choices} />
        <ConflictResult open={open} choices={choices} />
        <button type="button" onClick={choices.finish}>
          continue {choices.openCount}
        </button>
        <button type="button" onClick={choices.takeTheirs}>
          take theirs
        </button>
      </>
    ) : null;
  }
  renderReview(<Page />, { cluster });
  return { rebases };
}

const card = (name: RegExp) => within(screen.getByRole('group', { name }));

test('a card for each field that both changed, and who changed it; the rest combines on its own', () => {
  renderConflict();
  expect(screen.getByText('This Ingress changed while you were editing')).toBeTruthy();
  expect(screen.getByText('argocd-controller')).toBeTruthy();
  expect(screen.getByText(/2 changes combine on their own, 2 need your choice\./)).toBeTruthy();
  const size = card(/proxy-body-size, annotation/);
  expect(size.getByText('When you started: 20m')).toBeTruthy();
  expect(size.getByText('50m')).toBeTruthy();
  expect(size.getByText('32m')).toBeTruthy();
  const backend = card(/Backend of \/api, shop\.example\.com, Prefix/);
  expect(backend.getByText('gateway:http')).toBeTruthy();
  expect(backend.getByText('gateway-v2:8080')).toBeTruthy();
  const combined = within(screen.getByRole('region', { name: 'Combined without conflict' }));
  expect(combined.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Yourspath /new on shop.example.comorders:httpadded',
    'Theirshost beta.example.com/ → storefront:httpadded',
  ]);
});

test('each backend says what it reaches', async () => {
  renderConflict();
  const backend = card(/Backend of \/api/);
  expect(await backend.findByText('0 of 1 Pods ready')).toBeTruthy();
  expect(await backend.findByText('Service gateway-v2 does not exist')).toBeTruthy();
});

test('by keyboard: N goes to the next open choice, 1 2 3 choose; the last one lets the draft go on', async () => {
  const user = userEvent.setup();
  const { rebases } = renderConflict();
  await user.keyboard('1');
  expect(screen.getByRole('button', { name: 'continue 1' })).toBeTruthy();
  await user.keyboard('n2');
  await user.click(screen.getByRole('button', { name: 'continue 0' }));
  expect(rebases).toHaveLength(1);
  const [rebase] = rebases;
  expect(rebase).toMatchObject({ base: live, reason: 'choices' });
  expect(JSON.stringify(rebase?.object)).toContain('50m');
  expect(JSON.stringify(rebase?.object)).toContain('gateway-v2');
  expect(JSON.stringify(rebase?.object)).toContain('/new');
  expect(JSON.stringify(rebase?.object)).toContain('beta.example.com');
});

test('something else is typed: a backend as name and port', async () => {
  const user = userEvent.setup();
  const { rebases } = renderConflict();
  const backend = card(/Backend of \/api/);
  await user.click(backend.getByRole('radio', { name: /Something else/ }));
  expect(screen.getByRole('button', { name: 'continue 2' })).toBeTruthy();
  await user.type(backend.getByRole('textbox'), 'gateway-v3:9000');
  await user.click(card(/proxy-body-size/).getByRole('radio', { name: /Theirs/ }));
  await user.click(screen.getByRole('button', { name: 'continue 0' }));
  expect(JSON.stringify(rebases[0]?.object)).toContain('{"name":"gateway-v3","port":{"number":9000}}');
});

test('nothing goes on while a choice is open; theirs can be taken as a whole', async () => {
  const user = userEvent.setup();
  const { rebases } = renderConflict();
  await user.click(screen.getByRole('button', { name: 'continue 2' }));
  expect(rebases).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'take theirs' }));
  expect(rebases).toEqual([{ base: live, object: live, reason: 'take-theirs' }]);
});

test('the result waits where a choice is open, and is held against live, base or draft', async () => {
  const user = userEvent.setup();
  renderConflict();
  const result = () => within(screen.getByRole('region', { name: 'Text before and after' }));
  expect(screen.getByText('2 choices open')).toBeTruthy();
  expect(result().getAllByText('waits for your choice')).toHaveLength(2);
  await user.keyboard('1n1');
  expect(screen.getByText('All choices made')).toBeTruthy();
  expect(result().queryByText('waits for your choice')).toBeNull();
  await user.click(screen.getByRole('radio', { name: 'My draft' }));
  expect(screen.getByRole('heading', { name: 'Result against your draft' })).toBeTruthy();
  expect(result().getAllByText(/beta\.example\.com/).length).toBe(1);
});
