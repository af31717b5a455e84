// First: it fills what jsdom lacks.
import '../testing/fill-dom-gaps.ts';
import type { ApiError } from '@fairlead/api-contract';
import { aCluster, anIngress, anIngressClass, aService } from '@fairlead/kube-objects/testing';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { ApiFailure } from '../../server-state/api-failure.ts';
import type { ApiClient } from '../../server-state/api-client.ts';
import { aHaproxyEdge, haproxyWildcard } from '../../workers/testing/haproxy-edge.ts';
import { modelOf } from '../../workers/testing/model-of.ts';
import { renderPage } from '../testing/render-page.tsx';

afterEach(cleanup);

/** Answers with the object, and what the ConfigMap says as the test says. */
function apiThat(readSettings: () => Promise<unknown>): ApiClient {
  const never = () => new Promise<never>(() => undefined);
  return {
    get: async (path, schema) => {
      if (path.includes('/controller-settings/')) return schema.parse(await readSettings());
      if (path.includes('/objects/') && path.endsWith('/shop/all'))
        return schema.parse({ object: haproxyWildcard.build() });
      return never();
    },
    post: never,
  };
}

const requests = () => screen.findByRole('region', { name: 'Requests' });
const open = (readSettings: () => Promise<unknown>) =>
  renderPage('/c/demo/delete/Ingress/shop/all', aHaproxyEdge(), { api: apiThat(readSettings) });
const urls = (section: HTMLElement): readonly string[] =>
  within(section)
    .getAllByRole('listitem')
    .map((item) => item.querySelector('code')?.textContent ?? '');

test.each([
  [true, 'http://any.example.com/'],
  [false, 'http://shop.example.com/'],
])(
  "the review goes by the controller's ConfigMap: with strict-host %s requests such as %s change",
  async (strictHost, url) => {
    open(() => Promise.resolve({ configMap: 'edge/settings', options: { strictHost } }));
    const section = await requests();
    await within(section).findByText(/^From ConfigMap/);
    expect(urls(section)).toEqual([url]);
  },
);

test('nothing is told before the ConfigMap is read, and who may not read it is told so', async () => {
  let refuse: (error: Error) => void = () => undefined;
  open(() => new Promise((_resolve, reject) => (refuse = reject)));
  const section = await requests();
  await within(section).findByText('Comparing requests…');
  expect(within(section).queryAllByRole('listitem')).toEqual([]);
  const error: ApiError = { code: 'CLUSTER_FORBIDDEN', statusCode: 403, title: 'No.', hint: 'Ask.' };
  refuse(new ApiFailure(error));
  expect(await within(section).findByText(/which you may not read: defaults are assumed/)).toBeDefined();
});

const aLoneCluster = (hasController: boolean) =>
  modelOf(
    aCluster()
      .with(
        ...(hasController ? [anIngressClass('nginx').withController('k8s.io/ingress-nginx')] : []),
        anIngress('shop/all').withClass('nginx').withPath('shop.example.com', '/', 'Prefix', 'web', 80),
        aService('shop/web').withPort(80).selecting({ app: 'web' }),
      )
      .build(),
  );

const apiOf = (ref: string, object: object): ApiClient => ({
  get: async (path, schema) =>
    path.endsWith(`/${ref}`) ? schema.parse({ object }) : new Promise<never>(() => undefined),
  post: () => new Promise<never>(() => undefined),
});

test('with no controller found, what is told of requests is said not to be proven, and why', async () => {
  const spare = aService('shop/spare').withPort(80).build();
  renderPage('/c/demo/delete/Service/shop/spare', aLoneCluster(false), { api: apiOf('shop/spare', spare) });
  const section = await requests();
  expect(await within(section).findByText('No request changes.')).toBeDefined();
  expect(section.textContent).toMatch(
    /This is not proven\.No ingress controller was found in this cluster\./,
  );
  expect(section.textContent).toContain('once it is deleted');
});

test('the trace of an example of a deletion is drawn without what is deleted, and the impact speaks of a deletion', async () => {
  const user = userEvent.setup();
  const web = aService('shop/web').withPort(80).selecting({ app: 'web' }).build();
  renderPage('/c/demo/delete/Service/shop/web', aLoneCluster(true), { api: apiOf('shop/web', web) });
  expect(await screen.findByText('what changes if this Service is deleted')).toBeDefined();
  const section = await requests();
  await user.click(await within(section).findByRole('button', { name: /^Trace / }));
  expect(new URLSearchParams(location.search).get('deleted')).toBe('Service/shop/web');
  const graph = await screen.findByRole('radiogroup', { name: 'Draft in the picture' });
  expect(within(graph).getByRole('radio', { name: 'Draft' })).toHaveProperty('ariaChecked', 'true');
});
