import '../../app/testing/fill-dom-gaps.ts';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ConfirmApply, type ConfirmApplyProps } from './confirm-apply.tsx';
import { renderReview } from './testing/render-review.tsx';

afterEach(cleanup);

const ref = { kind: 'Ingress', namespace: 'shop', name: 'web' } as const;

test.each<[string, string, ConfirmApplyProps['draft']]>([
  ['Create Ingress shop/web?', 'Create', { operation: 'create', ref, editCount: 0, isUndo: false }],
  ['Create Ingress shop/web?', 'Create', { operation: 'create', ref, editCount: 0, isUndo: true }],
  ['Undo the change of Ingress shop/web?', 'Apply', { operation: 'update', ref, editCount: 2, isUndo: true }],
  ['Apply 2 edits?', 'Apply', { operation: 'update', ref, editCount: 2, isUndo: false }],
])('the last look says what is done: %s', (title, action, draft) => {
  renderReview(
    <ConfirmApply isOpen draft={draft} concerns={[]} onConfirm={() => undefined} onClose={() => undefined} />,
  );
  expect(screen.getByRole('dialog', { name: title })).toBeTruthy();
  expect(screen.getByRole('button', { name: action })).toBeTruthy();
});
