import { expect, test } from './testing/journey.ts';
import { sendRequest } from './testing/send-request.ts';
import { startFairlead, type Fairlead } from './testing/start-fairlead.ts';

interface Whole {
  readonly object: { readonly metadata: object; readonly spec: object };
}

const send = ({ origin, token }: Fairlead, path: string, body?: unknown) =>
  sendRequest(origin, {
    path: `/api/contexts/demo-cluster/${path}`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });

const readOrders = async (fairlead: Fairlead): Promise<Whole['object']> => {
  const { statusCode, body } = await send(fairlead, 'objects/Service/shop/orders');
  expect(statusCode).toBe(200);
  return (JSON.parse(body) as Whole).object;
};

/** What apply carries beside the edit: refused before anybody looks at it. */
const reviewed = { clusterId: 'any', reviewedResourceVersion: '1' };

test('the page says that the demo is read-only', async ({ demoPage: page }) => {
  await expect(page.getByText('Read-only demo.')).toBeVisible();
  await page.getByRole('link', { name: 'Services' }).click();
  await expect(page.getByText('Read-only demo.')).toBeVisible();
});

test('an edit is checked but not applied, and the answer shows what would be sent', async ({ demo }) => {
  const before = await readOrders(demo);
  const object = { ...before, spec: { ...before.spec, sessionAffinity: 'ClientIP' } };
  const edit = { operation: 'update', base: before, mine: object };
  const checked = await send(demo, 'edits/dry-run', edit);
  expect(checked.statusCode).toBe(200);
  expect(JSON.parse(checked.body)).toMatchObject({
    outcome: 'accepted',
    object: { spec: { sessionAffinity: 'ClientIP' } },
  });

  const refused = await send(demo, 'edits/apply', { ...edit, ...reviewed });
  expect(refused).toMatchObject({ statusCode: 403, code: 'DEMO_READ_ONLY' });
  expect(JSON.parse(refused.body)).toMatchObject({
    title: 'The demo cluster is read-only. This is what would be sent.',
    details: {
      request: {
        method: 'PUT',
        path: '/api/v1/namespaces/shop/services/orders',
        object: { spec: object.spec },
      },
    },
  });
  expect((await readOrders(demo)).spec).toEqual(before.spec);
});

test('with --read-only even a dry run is refused', async ({ stopAfterwards }) => {
  const strict = stopAfterwards(await startFairlead(['demo', '--read-only', '--port', '0']));
  const object = await readOrders(strict);
  const edit = { operation: 'update', base: object, mine: object };
  expect(await send(strict, 'edits/dry-run', edit)).toMatchObject({ statusCode: 403 });
  expect(await send(strict, 'edits/apply', { ...edit, ...reviewed })).toMatchObject({ statusCode: 403 });
});
