import type { Page } from '@playwright/test';
import {
  applyDraft,
  backendOf,
  checkoutIngress,
  checkoutService,
  draftOf,
  editorPath,
  expect,
  onBothGrounds,
  openEditor,
  reviewOf,
  statusLine,
  test,
} from './testing/editing.ts';
import { addressAt } from './testing/journey.ts';

const pathsOf = (spec: Readonly<Record<string, unknown>>): unknown => {
  const [rule] = spec['rules'] as readonly { readonly http: { readonly paths: unknown } }[];
  return rule?.http.paths;
};

const first = { path: '/', pathType: 'Prefix', backend: backendOf('checkout') };
const second = { path: '/pay', pathType: 'Prefix', backend: backendOf('checkout') };

/** Ingresses as older tutorials show them; `becomes`: what is said of their paths, and what is stored. */
const olderIngresses = [
  {
    name: 'an Ingress of networking.k8s.io/v1beta1',
    text: (namespace: string) => `apiVersion: networking.k8s.io/v1beta1
kind: Ingress
metadata:
  name: checkout
  namespace: ${namespace}
  annotations:
    kubernetes.io/ingress.class: nginx
spec:
  rules:
    - host: checkout.example.com
      http:
        paths:
          - path: /
            backend:
              serviceName: checkout
              servicePort: 80
`,
    becomes: {
      words: 'Paths without pathType get ImplementationSpecific: that is what the old API filled in',
      pathType: 'ImplementationSpecific',
    },
  },
  {
    name: 'an Ingress that says v1 and has serviceName and servicePort',
    text: (namespace: string) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: checkout
  namespace: ${namespace}
spec:
  ingressClassName: nginx
  rules:
    - host: checkout.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              serviceName: checkout
              servicePort: "80"
`,
    becomes: {
      words: 'A port number in quotes was a name for the old API. It becomes a number',
      pathType: 'Prefix',
    },
  },
] as const;

/** Pastes over everything: typed text would be indented on the way. */
async function pasteYaml(page: Page, kind: string, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.getByRole('textbox', { name: `YAML of the ${kind}` }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}

onBothGrounds(() => {
  test('a path is added to an Ingress by form', async ({ page, playground }) => {
    await playground.write(checkoutService());
    await playground.write(checkoutIngress());
    await openEditor(page, playground, ['Ingress', 'checkout']);
    await page.getByRole('button', { name: /^Add path/ }).click();
    const row = page.getByRole('group', { name: /^Path/ }).last();
    await row.getByRole('textbox', { name: 'Path' }).fill('/pay');
    await row.getByRole('combobox', { name: 'Service' }).fill('checkout');
    await page.keyboard.press('Escape');
    await row.getByRole('combobox', { name: 'Port' }).fill('80');
    await page.keyboard.press('Escape');
    await expect(reviewOf(page)).toContainText('path /pay on checkout.example.com');
    await applyDraft(page);
    const { spec } = await playground.get('Ingress', 'checkout');
    expect(pathsOf(spec)).toEqual([first, second]);
  });

  test('a path is added by YAML; the form follows, and one history takes it back', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    await playground.write(checkoutIngress());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await openEditor(page, playground, ['Ingress', 'checkout']);
    await expect(page.getByRole('textbox', { name: 'Host' })).toHaveValue('checkout.example.com');
    expect(asked.filter((path) => /monaco|yaml-worker|editor-worker|load-monaco/i.test(path))).toEqual([]);

    await page.getByRole('radio', { name: 'YAML' }).click();
    await expect(page.getByRole('textbox', { name: 'YAML of the Ingress' })).toBeAttached();
    expect(asked.some((path) => /monaco|yaml-worker|editor-worker/i.test(path))).toBe(true);
    await pasteYaml(
      page,
      'Ingress',
      `# who pays: the till team
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: checkout
  namespace: ${playground.namespace}
spec:
  ingressClassName: nginx
  rules:
    - host: checkout.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: checkout, port: { number: 80 } } }
          - path: /pay # new
            pathType: Prefix
            backend: { service: { name: checkout, port: { number: 80 } } }
`,
    );
    await expect(reviewOf(page)).toContainText('path /pay on checkout.example.com');
    await page.getByRole('radio', { name: 'Form' }).click();
    await expect(draftOf(page).getByRole('textbox', { name: 'Path' })).toHaveCount(2);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await expect(draftOf(page).getByRole('textbox', { name: 'Path' })).toHaveCount(1);
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await applyDraft(page);
    expect(pathsOf((await playground.get('Ingress', 'checkout')).spec)).toEqual([first, second]);
  });

  test('text that is not well-formed: the form says which line keeps it from following', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    await openEditor(page, playground, ['Service', 'checkout', 'yaml']);
    await pasteYaml(page, 'Service', 'apiVersion: v1\nkind: Service\nmetadata:\n  name: checkout\n bad: [\n');
    await expect(statusLine(page)).toContainText('this draft from being applied.');
    await page.getByRole('radio', { name: 'Form' }).click();
    await expect(draftOf(page).getByRole('alert')).toContainText(
      /^Line \d keeps the form from following the text\./,
    );
    await expect(page.getByRole('combobox', { name: 'Target port' })).toBeDisabled();
    await page.getByRole('button', { name: /^Go to line \d$/ }).click();
    await expect(page.getByRole('textbox', { name: 'YAML of the Service' })).toBeAttached();
  });

  for (const { name, text, becomes } of olderIngresses)
    test(`${name} is pasted, offered as converted, and applied`, async ({ page, playground }) => {
      const { context, fairlead, namespace } = playground;
      await playground.write(checkoutService());
      await page.goto(addressAt(fairlead, `/c/${context}/ingresses?ns=${namespace}`));
      await page.getByRole('button', { name: 'New Ingress' }).click();
      await page.getByRole('radio', { name: 'YAML' }).click();
      await pasteYaml(page, 'Ingress', text(namespace));
      const notice = page.getByRole('region', { name: 'This Ingress is written for an older API' });
      await expect(notice).toContainText('serviceName and servicePort become service.name and service.port.');
      await expect(notice).toContainText(becomes.words);
      await notice.getByRole('button', { name: 'Convert to networking.k8s.io/v1' }).click();
      await expect(notice).toHaveCount(0);
      await page.getByRole('button', { name: /reate Ingress$/ }).click();
      await expect.poll(() => playground.find('Ingress', 'checkout')).toBeDefined();
      const { spec } = await playground.get('Ingress', 'checkout');
      expect(spec['ingressClassName']).toBe('nginx');
      expect(pathsOf(spec)).toEqual([{ ...first, pathType: becomes.pathType }]);
    });

  test('a host and path that another Ingress has is named before anything is applied', async ({
    page,
    playground,
  }) => {
    await playground.write(checkoutService());
    await playground.write(checkoutIngress());
    await playground.write({ ...checkoutIngress([first], 'till.example.com'), metadata: { name: 'till' } });
    await page.goto(addressAt(playground.fairlead, editorPath(playground, 'Ingress', 'till')));
    const host = page.getByRole('textbox', { name: 'Host' }).first();
    await host.fill('checkout.example.com');
    await expect(draftOf(page)).toContainText(
      /checkout is older and keeps this path|checkout has this path too/,
    );
    await expect(reviewOf(page).getByRole('region', { name: 'Impact' })).toContainText('checkout');
    const { spec } = await playground.get('Ingress', 'till');
    expect(spec['rules']).toMatchObject([{ host: 'till.example.com' }]);
  });
});
