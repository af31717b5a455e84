import type { Page } from '@playwright/test';
import { readDrawnEdges, type DrawnEdge } from './testing/drawn-edges.ts';
import { addressAt, expect, expectPicture, test } from './testing/journey.ts';
import { readTable } from './testing/read-table.ts';
import { hasRealCluster, whyNoCluster } from './testing/real-cluster.ts';
import type { Fairlead } from './testing/start-fairlead.ts';
import { headlineOf, tracePath } from './testing/tracing.ts';

// Everything of these clusters is in the window, as nodes and as rows.
test.use({ viewport: { width: 1600, height: 12_000 } });

/** What the picture says, as the table would: from rules to ports, from ports to what answers, and every name. */
interface Told {
  readonly rules: readonly string[];
  readonly ports: readonly string[];
  readonly names: readonly string[];
}

const sorted = (texts: Iterable<string>): readonly string[] => [...new Set(texts)].toSorted();

/** Of each target of the picture: the name of a node, the port and its mapping of a port row. */
const readWords = async (page: Page): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-node] [data-target]')].map(
        (element): [string, string] => {
          const target = element.dataset['target'] ?? '';
          if (!target.includes('#port:')) return [target, element.title];
          const [name = '', mapping = ''] = [...element.querySelectorAll('[aria-hidden] span')].map((leaf) =>
            leaf.textContent.trim(),
          );
          // A port without a name shows its number in place of one.
          return [target, mapping.startsWith(`${name} → `) ? mapping : `${name} ${mapping}`];
        },
      ),
    ),
  );

const placeOf = (target: string): string => target.split('#')[0]?.split('/').slice(1).join('/') ?? '';

function tellRule(target: string): string {
  if (target.endsWith('#default-backend')) return 'any other host|default backend|';
  const [, host = '', type = '', path = ''] = /#path:([^|]*)\|([^|]*)\|\d+\|(.*)$/s.exec(target) ?? [];
  return `${host === '' ? 'any other host' : host}|${type}|${path}`;
}

async function readPicture(page: Page): Promise<Told> {
  const words = await readWords(page);
  const portOf = (target: string): string => (target.includes('#port:') ? (words.get(target) ?? '') : '');
  const edges = (await readDrawnEdges(page)).filter(({ look }) => look !== 'suggestion');
  const isRule = ({ from = '' }: DrawnEdge): boolean => from.startsWith('Ingress/');
  return {
    rules: sorted(
      edges
        .filter(isRule)
        .map(({ from = '', to = '' }) => `${placeOf(from)}|${tellRule(from)}|${placeOf(to)}|${portOf(to)}`),
    ),
    ports: sorted(
      edges
        .filter((edge) => !isRule(edge))
        .map(({ from = '', to = '' }) => `${placeOf(from)}|${portOf(from)}|${words.get(to)}`),
    ),
    names: sorted([...words].flatMap(([target, name]) => (target.includes('#') ? [] : [name]))),
  };
}

async function readTwin(page: Page): Promise<Told> {
  const lines = await readTable(page);
  const rules: string[] = [];
  const ports: string[] = [];
  const names: string[] = [];
  for (const line of lines) {
    const at = (head: string): string => line[head] ?? '';
    const [namespace, service, port] = [at('Namespace'), at('Service'), at('Port')];
    const behind = at('Answered by')
      .split(', ')
      .filter((name) => name !== '');
    if (at('Ingress') !== '' && service !== '')
      rules.push(
        `${namespace}/${at('Ingress')}|${at('Host')}|${at('Path type')}|${at('Path')}|${namespace}/${service}|${port}`,
      );
    if (service !== '') ports.push(...behind.map((name) => `${namespace}/${service}|${port}|${name}`));
    names.push(...[at('Ingress'), service, ...behind].filter((name) => name !== ''));
  }
  return { rules: sorted(rules), ports: sorted(ports), names: sorted(names) };
}

async function compareTwins(page: Page, fairlead: Fairlead, context: string): Promise<void> {
  await page.goto(addressAt(fairlead, `/c/${context}/graph`));
  await expectPicture(page);
  await expect(async () => {
    const picture = await readPicture(page);
    await page.getByRole('radio', { name: 'Table' }).click();
    const twin = await readTwin(page);
    await page.getByRole('radio', { name: 'Graph' }).click();
    await expectPicture(page);
    expect(picture.rules.length).toBeGreaterThan(0);
    expect(twin).toEqual(picture);
  }).toPass({ timeout: 45_000 });
}

test('on the demo the table says what the graph says, no more and no less', async ({ page, demo }) => {
  await compareTwins(page, demo, 'demo-cluster');
});

test('the table sorts, filters and opens the same panel', async ({ page, demo }) => {
  await page.goto(addressAt(demo, '/c/demo-cluster/graph?view=table&ns=billing'));
  const lines = await readTable(page);
  expect(new Set(lines.map(({ Namespace }) => Namespace))).toContain('billing');
  await page.getByRole('columnheader', { name: 'Path', exact: true }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=path/);
  await expect(page.getByRole('columnheader', { name: 'Path', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  // Rows move once more when their order has been worked out.
  await expect
    .poll(async () => (await readTable(page)).flatMap(({ Path = '' }) => (Path === '' ? [] : [Path])))
    .toEqual(['/invoices', '/ledger', '/payments']);
  await page.getByRole('row', { name: /\/ledger/ }).click();
  await expect(page).toHaveURL(/sel=Ingress/);
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel).toContainText('Service ledger has no port named “web”');
  await page.getByRole('radio', { name: 'Graph' }).click();
  await expectPicture(page);
  await expect(panel).toContainText('Service ledger has no port named “web”');
});

test('a traced request is told line by line: where it passes, which rule wins, why the others lose', async ({
  page,
  demo,
}) => {
  await page.goto(
    addressAt(demo, `${tracePath('demo-cluster', 'https://shop.example.com/api/orders/42')}&view=table`),
  );
  await expect(headlineOf(page)).toContainText('Reaches orders');
  await expect(page.getByRole('columnheader', { name: 'Trace', exact: true })).toBeVisible();
  const told = async (): Promise<readonly string[]> =>
    (await readTable(page)).slice(0, 6).map(({ Path = '', Trace = '' }) => `${Path} ${Trace}`.trim());
  await expect
    .poll(told)
    .toEqual(
      expect.arrayContaining([
        'passes, hop 1',
        'passes, hop 2',
        '/api/orders wins, hops 3 to 7',
        '/api loses, matches, shorter: Matches too. /api/orders is longer (11 characters against 4 characters).',
        '/healthz loses, not equal: Exact needs the whole path to be /healthz.',
      ]),
    );
});

test('the line of the winning rule says at which hop a request breaks', async ({ page, demo }) => {
  const request = 'https://billing.example.com/payments/2024-11';
  await page.goto(addressAt(demo, `${tracePath('demo-cluster', request)}&view=table`));
  await expect(page.getByRole('row', { name: /payments/ }).first()).toContainText(
    'wins, breaks at hop 6 of 7: Target port htpp is not found',
  );
});

test.describe('on a real cluster', () => {
  test.skip(!hasRealCluster, whyNoCluster);

  test('the table says what the graph says, no more and no less', async ({ page, served }) => {
    await compareTwins(page, served, 'admin');
  });
});
