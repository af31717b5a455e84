// First: it fills what jsdom lacks.
import '../../app/testing/fill-dom-gaps.ts';
import { aCluster, anIngress, anIngressClass, aPod, aService } from '@fairlead/kube-objects/testing';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { modelOf } from '../../workers/testing/model-of.ts';
import { aStoredIngress, renderIngressForm, type RenderedForm } from './testing/render-ingress-form.tsx';

afterEach(cleanup);

const model = modelOf(
  aCluster()
    .with(
      anIngressClass('nginx').withController('k8s.io/ingress-nginx').asDefault(),
      anIngressClass('traefik').withController('traefik.io/ingress-controller'),
      anIngress('shop/shop')
        .withClass('nginx')
        .createdAt('2026-01-02T00:00:00Z')
        .withPath('shop.example.com', '/', 'Prefix', 'web', 'http'),
      anIngress('other/old')
        .withClass('nginx')
        .createdAt('2026-01-01T00:00:00Z')
        .withPath('api.example.com', '/v1', 'Prefix', 'web', 80)
        .withPath('api.example.com', '/', 'Prefix', 'web', 80),
      aService('shop/web').withPort(80, { name: 'http', targetPort: 8080 }).selecting({ app: 'web' }),
      aService('shop/orders')
        .withPort(8081, { name: 'grpc-internal-api-v2', targetPort: 8081 })
        .selecting({ app: 'orders' }),
      aService('shop/idle').withPort(80, { name: 'http' }).selecting({ app: 'nothing' }),
      aPod('shop/web-1').labelled({ app: 'web' }).ready(),
      aPod('shop/orders-1').labelled({ app: 'orders' }).ready(),
    )
    .withEndpoints()
    .build(),
);

const web = { service: { name: 'web', port: { name: 'http' } } };
const toWeb = (path: string, pathType = 'Prefix') => ({ path, pathType, backend: web });
const aShop = (...paths: readonly string[]) =>
  aStoredIngress({
    ingressClassName: 'nginx',
    rules: [{ host: 'shop.example.com', http: { paths: paths.map((path) => toWeb(path)) } }],
  });

const rowOf = (path: string): HTMLElement => screen.getByRole('group', { name: `Path ${path}` });
const fieldOf = (path: string, name: string): HTMLElement =>
  within(rowOf(path)).getByRole(name === 'Path' ? 'textbox' : 'combobox', { name });
const pathsOf = ({ draft }: RenderedForm): readonly (string | undefined)[] =>
  (draft().spec.rules ?? []).flatMap(({ http }) => (http?.paths ?? []).map(({ path }) => path));

async function pick(
  user: ReturnType<typeof userEvent.setup>,
  field: HTMLElement,
  option: RegExp,
): Promise<void> {
  await user.click(field);
  await user.keyboard('{ArrowDown}');
  await user.click(await screen.findByRole('option', { name: option }));
}

test('a path is added, typed over and sent to a Service that exists, its port by name first', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/'), model);
  await user.click(await screen.findByRole('button', { name: 'Add path to shop.example.com' }));
  const added = fieldOf('/new', 'Path');
  await user.clear(added);
  await user.type(added, '/idle');
  await user.click(fieldOf('/idle', 'Service'));
  await user.keyboard('{ArrowDown}');
  const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
  expect(offered).toEqual([
    expect.stringContaining('orders'),
    expect.stringMatching(/^web.*1 of 1 Pods ready/),
    expect.stringMatching(/^idle.*0 of 0 Pods ready/),
  ]);
  await user.click(screen.getByRole('option', { name: /^idle/ }));
  expect(pathsOf(form)).toEqual(['/', '/idle']);
  expect(form.draft().spec.rules?.[0]?.http?.paths[1]?.backend).toEqual({
    service: { name: 'idle', port: { name: 'http' } },
  });
});

test('a Service port whose name is too long for an Ingress is taken by its number', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/'), model);
  await screen.findByText(/Served by ingress-nginx/);
  await pick(user, fieldOf('/', 'Service'), /^orders/);
  expect(form.draft().spec.rules?.[0]?.http?.paths[0]?.backend.service?.port).toEqual({ number: 8081 });
});

test('a port that the Service lacks is said under its row, and taken over with a click', async () => {
  const user = userEvent.setup();
  const ingress = aStoredIngress({
    rules: [
      {
        host: 'a.b',
        http: {
          paths: [
            { path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 90 } } } },
          ],
        },
      },
    ],
  });
  const form = renderIngressForm(ingress, model);
  expect(await screen.findByText(/Service web has no port 90. It has http./)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Use http' }));
  expect(form.draft().spec.rules?.[0]?.http?.paths[0]?.backend).toEqual(web);
});

test('with the keyboard alone a path moves, and the focus goes with it', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/', '/a', '/b'), model);
  fieldOf('/b', 'Path').focus();
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(pathsOf(form)).toEqual(['/', '/b', '/a']);
  await screen.findByRole('group', { name: 'Path /b' });
  await expect.poll(() => document.activeElement).toBe(fieldOf('/b', 'Path'));
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}{Alt>}{ArrowUp}{/Alt}');
  expect(pathsOf(form)).toEqual(['/b', '/', '/a']);
});

test('keys that follow at once move the same path on, not the one that took its place', async () => {
  const user = userEvent.setup({ delay: null });
  const form = renderIngressForm(aShop('/', '/a', '/b', '/c'), model);
  const held: FrameRequestCallback[] = [];
  const frames = vi.spyOn(globalThis, 'requestAnimationFrame').mockImplementation((run) => held.push(run));
  fieldOf('/c', 'Path').focus();
  await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}{/Alt}');
  frames.mockRestore();
  expect(held.length).toBeGreaterThan(0);
  expect(pathsOf(form)).toEqual(['/c', '/', '/a', '/b']);
});

test('a path is duplicated, moved to another host and removed from its menu, and comes back', async () => {
  const user = userEvent.setup();
  const ingress = aStoredIngress({
    rules: [
      { host: 'a.example.com', http: { paths: [toWeb('/a')] } },
      {
        host: 'b.example.com',
        http: { paths: [{ ...toWeb('/'), backend: { service: { name: 'idle', port: { number: 80 } } } }] },
      },
    ],
  });
  const form = renderIngressForm(ingress, model);
  const act = async (path: string, entry: string): Promise<void> => {
    await user.click(screen.getByRole('button', { name: `Actions for path ${path}` }));
    await user.click(await screen.findByRole('menuitem', { name: new RegExp(`^${entry}`) }));
  };
  await act('/a', 'Duplicate');
  expect(pathsOf(form)).toEqual(['/a', '/a-copy', '/']);
  await act('/a-copy', 'Move to b.example.com');
  expect(form.draft().spec.rules?.map(({ http }) => http?.paths.map(({ path }) => path))).toEqual([
    ['/a'],
    ['/', '/a-copy'],
  ]);
  await act('/', 'Remove');
  expect(pathsOf(form)).toEqual(['/a', '/a-copy']);
  await user.click(screen.getByRole('button', { name: 'Restore path /' }));
  expect(pathsOf(form)).toEqual(['/a', '/', '/a-copy']);
});

test('a host that another Ingress has is said while it is typed, with the order of all paths and who keeps which', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/', '/v1/orders'), model);
  const host = screen.getByRole('textbox', { name: 'Host' });
  await user.clear(host);
  await user.type(host, 'api.example.com');
  const claims = await screen.findByRole('region', { name: 'Who claims api.example.com' });
  expect(within(claims).getByText(/other\/old claims api.example.com too/)).toBeDefined();
  expect(
    within(claims)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    '/v1/ordersPrefixweb:httpthis Ingress',
    '/v1Prefixweb:80other/old',
    '/Prefixweb:80other/old',
    '/Prefixweb:httpthis Ingress',
  ]);
  expect(screen.getByText('other/old is older and keeps this path: it gets no requests here.')).toBeDefined();
  expect(form.draft().spec.rules?.[0]?.host).toBe('api.example.com');
});

test('what a path matches is said for the path that has the focus, and for each type to choose', async () => {
  const user = userEvent.setup();
  renderIngressForm(aShop('/', '/api'), model);
  await screen.findByText(/Served by ingress-nginx/);
  await user.click(fieldOf('/api', 'Path'));
  expect(
    screen.getByText(
      '/api matches this path and everything below it, such as /api, /api/ and /api/x; not /apis. web: 1 of 1 Pods ready.',
    ),
  ).toBeDefined();
  await user.click(within(rowOf('/api')).getByRole('button', { name: /Type/ }));
  const options = await screen.findAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    'Exactexactly this path: /api, not /api/  /api/x',
    'Prefixthis path and everything below it: /api  /api/  /api/x, not /apis',
    'ImplementationSpecificthis path and everything below it: /api  /api/  /api/x, not /apis',
  ]);
});

test('what the API server would refuse is said under the field, which is marked invalid', async () => {
  const user = userEvent.setup();
  renderIngressForm(aShop('/a'), model);
  const path = fieldOf('/a', 'Path');
  await user.clear(path);
  await user.type(path, 'a//b');
  expect(screen.getByText('A path begins with a slash.')).toBeDefined();
  expect(path.getAttribute('aria-invalid')).toBe('true');
  const host = screen.getByRole('textbox', { name: 'Host' });
  await user.clear(host);
  await user.type(host, 'Shop.example.com');
  expect(screen.getByText('Hosts are written in lower case: shop.example.com.')).toBeDefined();
});

test('the class is chosen among those that exist, the default one marked', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/'), model);
  const field = await screen.findByRole('combobox', { name: 'Ingress class' });
  await user.click(field);
  await user.keyboard('{ArrowDown}');
  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual([
    'nginxingress-nginx, default',
    'traefikTraefik',
  ]);
  await user.click(screen.getByRole('option', { name: /^traefik/ }));
  expect(form.draft().spec.ingressClassName).toBe('traefik');
  expect(screen.getByText('was nginx')).toBeDefined();
});

test('an option of the controller is added, is of its kind, and says when it is not', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/'), model);
  const option = await screen.findByRole('combobox', { name: 'Option' });
  await user.type(option, 'body-size');
  await user.click(await screen.findByRole('option', { name: /^Largest request body/ }));
  await user.click(screen.getByRole('button', { name: 'Add option' }));
  const key = 'nginx.ingress.kubernetes.io/proxy-body-size';
  expect(form.draft().metadata.annotations).toEqual({ [key]: '1m' });
  const field = screen.getByRole('textbox', { name: 'Largest request body' });
  await user.clear(field);
  await user.type(field, '20 MB');
  expect(screen.getByText('A size is expected, such as 512k or 20m.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Remove Largest request body' }));
  expect(form.draft().metadata.annotations ?? {}).toEqual({});
});

test('an option of several lines keeps its lines, and is typed as one step', async () => {
  const user = userEvent.setup();
  const key = 'nginx.ingress.kubernetes.io/configuration-snippet';
  const ingress = aStoredIngress(
    { ingressClassName: 'nginx', rules: [{ http: { paths: [toWeb('/')] } }] },
    { annotations: { [key]: 'one;\ntwo;' } },
  );
  const form = renderIngressForm(ingress, model);
  await user.type(await screen.findByRole('textbox', { name: 'Raw configuration' }), '{Enter}three;');
  expect(form.draft().metadata.annotations).toEqual({ [key]: 'one;\ntwo;\nthree;' });
});

test('a new Ingress may not have the name of one that is stored', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/'), model, { isNew: true });
  const name = screen.getByRole('textbox', { name: 'Name' });
  expect(await screen.findByText('Ingress shop exists in shop already.')).toBeDefined();
  await user.type(name, '-2');
  await waitFor(() => expect(screen.queryByText(/exists in shop already/)).toBeNull());
  expect(form.draft().metadata.name).toBe('shop-2');
});

test('an annotation of another controller is said to be ignored', async () => {
  const ingress = aStoredIngress(
    { ingressClassName: 'nginx', rules: [{ http: { paths: [toWeb('/')] } }] },
    { annotations: { 'nginx.org/hsts': 'true' } },
  );
  renderIngressForm(ingress, model);
  expect(
    await screen.findByText('For F5 NGINX. ingress-nginx, which serves this class, ignores it.'),
  ).toBeDefined();
});

test('a certificate is looked at when that is asked for, and not before', async () => {
  const user = userEvent.setup();
  const ingress = aStoredIngress({
    tls: [{ hosts: ['shop.example.com', 'b.example.com'], secretName: 'shop-tls' }],
    rules: [{ host: 'shop.example.com', http: { paths: [toWeb('/')] } }],
  });
  const { asked } = renderIngressForm(ingress, model, {
    replies: {
      '/tls-secrets/shop/shop-tls': {
        names: ['shop.example.com'],
        issuer: 'CN=Example CA',
        notBefore: '2020-01-01T00:00:00Z',
        notAfter: '2021-01-01T00:00:00Z',
        fingerprint: '00',
        commonName: '',
        isKeyPresent: true,
      },
    },
  });
  expect(asked).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Show certificate shop-tls' }));
  expect(await screen.findByText(/^expired/)).toBeDefined();
  expect(screen.getByText('It is not for b.example.com: browsers will warn.')).toBeDefined();
  expect(
    screen.getByText('No rule has b.example.com: the certificate is loaded and nothing is served.'),
  ).toBeDefined();
});

test('the certificate of a Secret that is not there is not asked for: that it is not there is said once', async () => {
  const user = userEvent.setup();
  const ingress = aStoredIngress({ tls: [{ hosts: ['shop.example.com'], secretName: 'pay-tls' }] });
  const { asked } = renderIngressForm(ingress, model, {
    replies: { '/tls-secrets/shop': { names: ['shop-tls'] } },
  });
  await user.click(screen.getByRole('button', { name: 'Show certificate pay-tls' }));
  expect(await screen.findByText('No TLS Secret pay-tls in this namespace.')).toBeDefined();
  expect(asked.filter((path) => path.endsWith('/pay-tls'))).toEqual([]);
  expect(screen.queryByRole('button', { name: 'Show certificate pay-tls' })).toBeNull();
});

test('Secrets of the namespace are offered once the certificates are touched', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/'), model, {
    replies: { '/tls-secrets/shop': { names: ['shop-tls', 'old-tls'] } },
  });
  await user.click(screen.getByRole('button', { name: 'Add certificate' }));
  expect(form.draft().spec.tls).toEqual([{ hosts: ['shop.example.com'] }]);
  await pick(user, screen.getByRole('combobox', { name: 'Secret' }), /^shop-tls/);
  expect(form.draft().spec.tls).toEqual([{ hosts: ['shop.example.com'], secretName: 'shop-tls' }]);
});

test('a default backend and a resource backend can be set and taken out', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/'), model);
  await screen.findByText(/Served by ingress-nginx/);
  await user.click(screen.getByRole('button', { name: 'Add default backend' }));
  expect(form.draft().spec.defaultBackend?.service?.name).toBe('orders');
  await user.click(screen.getByRole('button', { name: 'Use a resource' }));
  const section = screen.getByRole('region', { name: 'Default backend' });
  await user.type(within(section).getByRole('textbox', { name: 'Kind' }), 'Bucket');
  await user.type(within(section).getByRole('textbox', { name: 'Name' }), 'static');
  expect(form.draft().spec.defaultBackend).toEqual({ resource: { kind: 'Bucket', name: 'static' } });
  await user.click(screen.getByRole('button', { name: 'Remove default backend' }));
  expect(form.draft().spec.defaultBackend).toBeUndefined();
});

test('hosts are added, duplicated, moved and removed', async () => {
  const user = userEvent.setup();
  const form = renderIngressForm(aShop('/'), model);
  const hosts = (): readonly (string | undefined)[] =>
    (form.draft().spec.rules ?? []).map(({ host }) => host);
  const act = async (host: string, entry: string): Promise<void> => {
    await user.click(screen.getByRole('button', { name: `Actions for ${host}` }));
    await user.click(await screen.findByRole('menuitem', { name: entry }));
  };
  await user.click(screen.getByRole('button', { name: 'Add host' }));
  expect(hosts()).toEqual(['shop.example.com', 'new.example.com']);
  await act('new.example.com', 'Move host up');
  expect(hosts()).toEqual(['new.example.com', 'shop.example.com']);
  await act('shop.example.com', 'Duplicate host with its paths');
  expect(hosts()).toEqual(['new.example.com', 'shop.example.com', 'new-2.example.com']);
  await act('new.example.com', 'Remove host with its paths');
  expect(hosts()).toEqual(['shop.example.com', 'new-2.example.com']);
});

test('fields without a control are counted and shown in YAML', async () => {
  const user = userEvent.setup();
  const ingress = aStoredIngress(
    { rules: [{ http: { paths: [toWeb('/')] } }], later: { a: 1 } },
    { finalizers: ['example.com/hold'] },
  );
  const { shownInYaml } = renderIngressForm(ingress, model);
  await user.click(screen.getByRole('button', { name: '2 more fields, only in YAML' }));
  expect(shownInYaml).toEqual(['metadata.finalizers']);
});

test('read-only, nothing can be changed', () => {
  renderIngressForm(aShop('/'), model, { isReadOnly: true });
  const isOff = (element: HTMLElement): boolean =>
    element.hasAttribute('disabled') || element.getAttribute('aria-disabled') === 'true';
  for (const field of [...screen.getAllByRole('textbox'), ...screen.getAllByRole('combobox')])
    expect(isOff(field)).toBe(true);
  expect(isOff(screen.getByRole('button', { name: 'Add host' }))).toBe(true);
});
