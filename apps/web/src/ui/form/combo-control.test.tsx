import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ComboControl } from './combo-control.tsx';

afterEach(cleanup);

const suggestions = [{ value: 'cart', detail: '2 Pods' }, { value: 'cart-v2' }, { value: 'storefront' }];

function Field({ initial }: { readonly initial: string }): ReactNode {
  const [value, setValue] = useState(initial);
  return (
    <ComboControl
      words={{ label: 'Service' }}
      value={value}
      suggestions={suggestions}
      onChange={(next) => setValue(next)}
    />
  );
}

const listOffered = async (): Promise<readonly (string | null)[]> =>
  (await screen.findAllByRole('option')).map((option) => option.textContent);

test('what is typed leaves the suggestions that hold it, in name or detail', async () => {
  const user = userEvent.setup();
  render(<Field initial="" />);
  const field = screen.getByRole('combobox', { name: 'Service' });
  await user.type(field, 'car');
  expect(await listOffered()).toEqual(['cart2 Pods', 'cart-v2']);
  await user.clear(field);
  await user.type(field, 'pods');
  expect(await listOffered()).toEqual(['cart2 Pods']);
});

test('a suggestion that stands there whole does not hide the others', async () => {
  const user = userEvent.setup();
  render(<Field initial="" />);
  const field = screen.getByRole('combobox', { name: 'Service' });
  await user.type(field, 'stor');
  await user.click(await screen.findByRole('option', { name: 'storefront' }));
  expect(field).toHaveProperty('value', 'storefront');
  await user.click(screen.getByRole('button'));
  expect(await listOffered()).toEqual(['cart2 Pods', 'cart-v2', 'storefront']);
});

test('with nothing to offer it stays closed', async () => {
  const nothing = { value: '', suggestions: [], onChange: () => undefined };
  render(<ComboControl words={{ label: 'Name' }} {...nothing} freeTextHint="Type another" />);
  await userEvent.setup().click(screen.getByRole('button'));
  expect(screen.queryByText('Type another')).toBeNull();
});
