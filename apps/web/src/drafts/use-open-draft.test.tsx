import { parseWholeObject } from '@fairlead/kube-objects';
import { aService } from '@fairlead/kube-objects/testing';
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DraftsContext } from './drafts-context.ts';
import { openDrafts } from './open-drafts.ts';
import { draftIdOf, useOpenDraft, type LiveObject } from './use-open-draft.ts';

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const ref = { kind: 'Service', namespace: 'shop', name: 'web' } as const;

function aLive(version: string): LiveObject {
  const object = parseWholeObject(aService('shop/web').withPort(80).atVersion(version).build());
  if (object.kind !== 'Service') throw new Error('not a Service');
  return object;
}

function openOn(live: LiveObject) {
  const drafts = openDrafts(localStorage);
  const { result, rerender } = renderHook(
    (shown: LiveObject) => useOpenDraft(draftIdOf('c1', ref), { clusterId: 'c1', ref, live: shown }),
    {
      initialProps: live,
      wrapper: ({ children }) => <DraftsContext value={drafts}>{children}</DraftsContext>,
    },
  );
  const read = () => {
    if (result.current === undefined) throw new Error('no draft is open');
    return result.current;
  };
  return { read, rerender };
}

test('the open draft is the same object while it is drawn anew for other reasons', () => {
  const live = aLive('7');
  const { read, rerender } = openOn(live);
  const first = read();
  rerender(live);
  expect(read()).toBe(first);
});

test('it is another when it was edited, and when the live object is another', () => {
  const { read, rerender } = openOn(aLive('7'));
  const first = read();
  act(
    () => void first.edit([{ kind: 'set-field', field: 'sessionAffinity', from: undefined, to: 'ClientIP' }]),
  );
  const edited = read();
  expect(edited).not.toBe(first);
  expect(edited.reading.changes).toHaveLength(1);
  rerender(aLive('8'));
  expect(read()).not.toBe(edited);
  expect(read().hasMoved).toBe(true);
});
