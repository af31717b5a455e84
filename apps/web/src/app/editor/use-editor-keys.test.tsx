import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { Button } from '../../ui/button.tsx';
import { useEditorKeys } from './use-editor-keys.ts';

afterEach(cleanup);

function Keys({ done, children }: { readonly done: string[]; readonly children: ReactNode }): ReactNode {
  useEditorKeys({
    undo: () => done.push('undo'),
    redo: () => done.push('redo'),
    check: () => done.push('check'),
    apply: () => done.push('apply'),
  });
  return children;
}

async function pressIn(control: ReactNode, keys: string): Promise<readonly string[]> {
  const done: string[] = [];
  render(<Keys done={done}>{control}</Keys>);
  const user = userEvent.setup();
  screen.getByTestId('here').focus();
  await user.keyboard(keys);
  return done;
}

test('Ctrl Enter applies from a button without pressing it', async () => {
  const pressed: string[] = [];
  const button = (
    <Button data-testid="here" onPress={() => pressed.push('pressed')}>
      Port
    </Button>
  );
  expect(await pressIn(button, '{Control>}{Enter}{/Control}')).toEqual(['apply']);
  expect(pressed).toEqual([]);
});

test('a text field keeps its own undo, and hands on check and apply', async () => {
  const field = <input data-testid="here" />;
  expect(await pressIn(field, '{Control>}zs{Enter}{/Control}')).toEqual(['check', 'apply']);
});

test('Ctrl . mends what is wrong at the focus, and nothing of another part of the page', async () => {
  const mended: string[] = [];
  const fix = (name: string) => (
    <button type="button" data-quick-fix="" onClick={() => mended.push(name)}>
      {name}
    </button>
  );
  const parts = (
    <>
      <section data-region="">
        {fix('far')}
        <div>
          <input data-testid="here" />
          {fix('near')}
        </div>
      </section>
      <section data-region="">{fix('other')}</section>
    </>
  );
  await pressIn(parts, '{Control>}.{/Control}');
  expect(mended).toEqual(['near']);
  cleanup();
  const elsewhere = (
    <>
      <section data-region="">
        <input data-testid="here" />
      </section>
      {fix('other')}
    </>
  );
  await pressIn(elsewhere, '{Control>}.{/Control}');
  expect(mended).toEqual(['near']);
});

test('behind a question nothing happens', async () => {
  const dialog = (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the element that the kit's dialogs are made of
    <div role="dialog" aria-label="Sure?">
      <button type="button" data-testid="here">
        Yes
      </button>
    </div>
  );
  expect(await pressIn(dialog, '{Control>}{Enter}z{/Control}')).toEqual([]);
});
