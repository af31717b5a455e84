import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { LegacyNotice } from './legacy-notice.tsx';

afterEach(cleanup);

const legacy = `apiVersion: networking.k8s.io/v1beta1
kind: Ingress
metadata:
  name: shop # ours
spec:
  rules:
    - http:
        paths:
          - path: /a
            backend: { serviceName: a, servicePort: 80 }
          - path: /b
            backend: { serviceName: b, servicePort: 80 }
`;

test('an Ingress of an older API is offered as converted, the choice of pathType explained once', async () => {
  const user = userEvent.setup();
  const texts: string[] = [];
  render(<LegacyNotice text={legacy} onConvert={(text) => texts.push(text)} />);
  const notice = screen.getByRole('region', { name: 'This Ingress is written for an older API' });
  expect(within(notice).getAllByText(/Paths without pathType get ImplementationSpecific/)).toHaveLength(1);
  await user.click(within(notice).getByRole('button', { name: 'Convert to networking.k8s.io/v1' }));
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain('apiVersion: networking.k8s.io/v1\n');
  expect(texts[0]).toContain('name: shop # ours');
  expect(texts[0]?.match(/pathType: ImplementationSpecific/g)).toHaveLength(2);
});

test('an Ingress of today has no notice, and neither has a text that cannot be read', () => {
  const { container, rerender } = render(
    <LegacyNotice text={'apiVersion: networking.k8s.io/v1\nkind: Ingress\n'} onConvert={() => {}} />,
  );
  expect(container.childElementCount).toBe(0);
  rerender(<LegacyNotice text={`${legacy}  - [`} onConvert={() => {}} />);
  expect(container.childElementCount).toBe(0);
});
