import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { NamespaceNotice, withNamespace } from './namespace-notice.tsx';

afterEach(cleanup);

const pasted = `apiVersion: v1
kind: Service
metadata:
  name: web # ours
  labels: { app: web }
spec:
  ports: [{ port: 80 }]
`;

test('a pasted text without a namespace gets the one that is looked at, and keeps all else', async () => {
  const texts: string[] = [];
  render(<NamespaceNotice text={pasted} namespace="shop" onAdd={(text) => texts.push(text)} />);
  await userEvent.click(screen.getByRole('button', { name: 'Use namespace shop' }));
  expect(texts).toEqual([pasted.replace('# ours\n', '# ours\n  namespace: shop\n')]);
});

test('an empty namespace counts as none; one that is said, and a text that cannot be read, are left alone', () => {
  const empty = pasted.replace('  labels', "  namespace: ''\n  labels");
  expect(withNamespace(empty, 'shop')).toContain("namespace: 'shop'");
  expect(withNamespace(pasted.replace('  labels', '  namespace: other\n  labels'), 'shop')).toBeUndefined();
  expect(withNamespace(`${pasted}  - [`, 'shop')).toBeUndefined();
  expect(withNamespace('', 'shop')).toBeUndefined();
});
