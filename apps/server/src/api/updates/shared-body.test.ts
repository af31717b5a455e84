import { expect, test } from 'vitest';
import { SharedBody } from './shared-body.ts';

test('a reader waits for what is still being made', async () => {
  const body = new SharedBody();
  const reader = body.read();
  const first = reader.next();
  body.append(Buffer.from('a'));
  expect((await first).value).toEqual(Buffer.from('a'));
  const end = reader.next();
  body.complete();
  expect(await end).toMatchObject({ done: true });
});

test('a body that failed does not pass for a whole one', async () => {
  const body = new SharedBody();
  body.append(Buffer.from('a'));
  body.fail(new Error('no memory'));
  const reader = body.read();
  await reader.next();
  await expect(reader.next()).rejects.toThrow('not finished');
});
