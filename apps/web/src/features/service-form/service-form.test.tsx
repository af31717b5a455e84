// First: it fills what jsdom lacks.
import '../../app/testing/fill-dom-gaps.ts';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { aShop } from '../../workers/testing/shop.ts';
import { aStoredService, renderServiceForm } from './testing/render-service-form.tsx';

afterEach(cleanup);

const web = () =>
  aStoredService({
    type: 'ClusterIP',
    clusterIP: '10.96.0.10',
    selector: { app: 'web' },
    ports: [{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' }],
  });

test('a target port is changed by a click and a number, in one step', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), aShop());
  await user.click(screen.getByRole('combobox', { name: 'Target port' }));
  await user.keyboard('3001{Tab}');
  expect(form.draft().spec.ports?.[0]?.targetPort).toBe(3001);
});

test('a suggested target is taken by arrow and Enter, as one edit', async () => {
  const user = userEvent.setup();
  const form = renderServiceForm(web(), aShop());
  await screen.findByText(/2 Pods match/);
  await user.click(screen.getByRole('combobox', { name: 'Target port' }));
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(form.steps).toHaveLength(1);
  expect(form.draft().spec.ports?.[0]?.targetPort).toBe(3000);
});
