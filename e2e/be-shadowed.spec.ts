import {
  backendOf,
  checkoutIngress,
  checkoutService,
  expect,
  onBothGrounds,
  test,
} from './testing/editing.ts';
import { addressAt, expectPicture } from './testing/journey.ts';
import type { PlainObject } from './testing/playground.ts';
import { headlineOf, hop, lostRules, panelOf, pathRow, tracePath } from './testing/tracing.ts';

const host = 'pay.journey.example';

/** An Ingress of its own name with one path to Service `service`. */
const ingressTo = (
  name: string,
  service: string,
  [ruleHost, path]: readonly [host: string, path: string],
): PlainObject => ({
  ...checkoutIngress([{ path, pathType: 'Prefix', backend: backendOf(service) }], ruleHost),
  metadata: { name },
});

/** The demo's Pods come and go. */
const reaches = (service: string): RegExp => new RegExp(`^Reaches ${service}, \\d Pods?$`);

const secondService: PlainObject = { ...checkoutService(), metadata: { name: 'second' } };

onBothGrounds(() => {
  test('an Ingress that comes meanwhile and shadows the first: graph and open trace say who wins, and who again when it goes', async ({
    page,
    playground,
  }) => {
    const { namespace } = playground;
    const first = [`*.journey.example`, 'Prefix', '/'] as const;
    const second = [host, 'Prefix', '/'] as const;
    await playground.write(checkoutService());
    await playground.write(secondService);
    await playground.write(ingressTo('first', 'checkout', ['*.journey.example', '/']));
    await page.goto(addressAt(playground.fairlead, tracePath(playground.context, `http://${host}/cart`)));
    await expectPicture(page);
    await expect(headlineOf(page)).toHaveText(reaches('checkout'));
    await expect(pathRow(page, `${namespace}/first`, first)).toContainText('wins');
    await expect(panelOf(page)).not.toContainText('second');

    // Whoever reloads sees it, too: this page does not.
    await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
    await playground.write(ingressTo('second', 'second', [host, '/']));
    await expect(headlineOf(page)).toHaveText(reaches('second'));
    await expect(hop(page, 3)).toContainText(host);
    await expect(lostRules(page, 'Also match, less specific host')).toContainText(`${namespace}/first`);
    await expect(pathRow(page, `${namespace}/second`, second)).toContainText('wins');
    await expect(pathRow(page, `${namespace}/first`, first)).not.toContainText('wins');

    await playground.remove('Ingress', 'second');
    await expect(headlineOf(page)).toHaveText(reaches('checkout'));
    await expect(pathRow(page, `${namespace}/first`, first)).toContainText('wins');
    await expect(page.locator('body')).toHaveAttribute('data-not-reloaded');
  });

  test('an Ingress that comes later with the same rule: the first keeps it, and the other is said to be shadowed', async ({
    page,
    playground,
  }) => {
    const { namespace } = playground;
    const rule = [host, 'Prefix', '/'] as const;
    await playground.write(checkoutService());
    await playground.write(secondService);
    await playground.write(ingressTo('first', 'checkout', [host, '/']));
    await page.goto(addressAt(playground.fairlead, tracePath(playground.context, `http://${host}/cart`)));
    await expectPicture(page);
    await expect(headlineOf(page)).toHaveText(reaches('checkout'));
    // Ages are told in seconds; of equally old Ingresses ingress-nginx takes the last by name.
    const { metadata } = await playground.get('Ingress', 'first');
    const bornMs = Date.parse(String((metadata as { creationTimestamp?: string }).creationTimestamp));
    await expect.poll(() => Date.now() - bornMs).toBeGreaterThan(1_000);

    await page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
    await playground.write(ingressTo('second', 'second', [host, '/']));
    await expect(lostRules(page, 'The same rule again, shadowed')).toContainText(`${namespace}/second`);
    await expect(lostRules(page, 'The same rule again, shadowed')).toContainText(
      `Ingress ${namespace}/first has the same host, path and type and comes first.`,
    );
    await expect(headlineOf(page)).toHaveText(reaches('checkout'));
    await expect(pathRow(page, `${namespace}/first`, rule)).toContainText('wins');
    await expect(pathRow(page, `${namespace}/second`, rule)).toContainText('shadowed');
    await expect(page.locator('body')).toHaveAttribute('data-not-reloaded');
  });
});
