// First: it fills what jsdom lacks.
import '../../app/testing/fill-dom-gaps.ts';
import { aCluster, anIngressClass, aService } from '@fairlead/kube-objects/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { Messages } from '../../messages/en.ts';
import { messagesOf } from '../../messages/languages.ts';
import { modelOf } from '../../workers/testing/model-of.ts';
import { aStoredIngress, renderIngressForm, type RenderedForm } from './testing/render-ingress-form.tsx';

afterEach(cleanup);

const model = modelOf(
  aCluster()
    .with(
      anIngressClass('nginx').withController('k8s.io/ingress-nginx').asDefault(),
      aService('shop/web').withPort(80, { name: 'http' }),
    )
    .build(),
);
const backend = { service: { name: 'web', port: { name: 'http' } } };
const paths = ['/', '/cart', '/search'].map((path) => ({ path, pathType: 'Prefix', backend }));
const hostAt = (index: number): string => `h${index}.example.com`;

interface CountedForm {
  readonly form: RenderedForm;
  /** What was drawn since this was asked the last time. */
  readonly takeDrawn: () => readonly string[];
}

/** A form with 30 hosts whose rows and sections tell when they are drawn: each asks for its own name then. */
function renderCounted(): CountedForm {
  let drawn: string[] = [];
  const note = (name: string): string => {
    drawn.push(name);
    return name;
  };
  const en = messagesOf('en');
  const { rules, tls, metadata } = en.ingressForm;
  const messages: Messages = {
    ...en,
    controllerOptions: { ...en.controllerOptions, title: () => note('options') },
    ingressForm: {
      ...en.ingressForm,
      rules: {
        ...rules,
        hostRule: (host) => note(`host ${host}`),
        row: (path) => {
          note(`path ${path}`);
          return rules.row(path);
        },
      },
      tls: { ...tls, title: () => note('tls') },
      metadata: { ...metadata, labels: () => note('labels') },
    },
  };
  const ingress = aStoredIngress({
    ingressClassName: 'nginx',
    rules: Array.from({ length: 30 }, (_, index) => ({ host: hostAt(index), http: { paths } })),
  });
  const form = renderIngressForm(ingress, model, { messages });
  return {
    form,
    takeDrawn: () => {
      const taken = [...new Set(drawn)].toSorted();
      drawn = [];
      return taken;
    },
  };
}

const firstHost = (): HTMLElement => screen.getByRole('region', { name: `host ${hostAt(0)}` });
const pathField = (path: string): HTMLElement =>
  within(within(firstHost()).getByRole('group', { name: `Path ${path}` })).getByRole('textbox', {
    name: 'Path',
  });

test('a key in the field of a path draws that row anew and none of the others', async () => {
  const user = userEvent.setup();
  const { form, takeDrawn } = renderCounted();
  await screen.findAllByText(/Prefix/);
  await user.click(pathField('/cart'));
  takeDrawn();
  await user.keyboard('s');
  expect(form.draft().spec.rules?.[0]?.http?.paths[1]?.path).toBe('/carts');
  expect(takeDrawn()).toEqual([`host ${hostAt(0)}`, 'path /carts']);
});

test('a key in the name of a host draws that host anew, and the certificates, which tell of uncovered hosts', async () => {
  const user = userEvent.setup();
  const { form, takeDrawn } = renderCounted();
  await user.click(within(firstHost()).getByRole('textbox', { name: 'Host' }));
  takeDrawn();
  await user.keyboard('s');
  expect(form.draft().spec.rules?.[0]?.host).toBe('h0.example.coms');
  expect(takeDrawn()).toEqual(['host h0.example.coms', 'tls']);
});

test('what is done in a row that was not drawn anew is done to the draft as it is by then', async () => {
  const user = userEvent.setup();
  const { form, takeDrawn } = renderCounted();
  await user.type(pathField('/search'), '{Backspace>6/}cart');
  takeDrawn();
  await user.type(within(firstHost()).getByRole('textbox', { name: 'Host' }), 's');
  expect(takeDrawn()).not.toContain(`host ${hostAt(1)}`);
  const second = screen.getByRole('region', { name: `host ${hostAt(1)}` });
  await user.click(within(second).getByRole('button', { name: `Actions for ${hostAt(1)}` }));
  await user.click(await screen.findByRole('menuitem', { name: /^Move host up/ }));
  expect(
    form
      .draft()
      .spec.rules?.slice(0, 2)
      .map(({ host }) => host),
  ).toEqual([hostAt(1), `${hostAt(0)}s`]);
});
