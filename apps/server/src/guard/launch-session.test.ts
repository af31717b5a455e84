import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { codeLifetimeMs, LaunchSession } from './launch-session.ts';

test('two starts have different tokens of 256 bit', () => {
  const clock = new FakeClock();
  const [one, two] = [new LaunchSession(clock), new LaunchSession(clock)];
  expect(Buffer.from(one.token, 'base64url')).toHaveLength(32);
  expect(one.token).not.toBe(two.token);
});

test('a token is itself and nothing near it', () => {
  const session = new LaunchSession(new FakeClock());
  expect(session.isToken(session.token)).toBe(true);
  expect(session.isToken('')).toBe(false);
  expect(session.isToken(session.token.slice(0, -1))).toBe(false);
  expect(session.isToken(`${session.token}A`)).toBe(false);
});

test('a one-time code gives the token once', () => {
  const session = new LaunchSession(new FakeClock());
  const code = session.issueCode();
  expect(session.redeemCode(code)).toBe(session.token);
  expect(session.redeemCode(code)).toBeUndefined();
});

test('a one-time code ends after a minute', () => {
  const clock = new FakeClock();
  const session = new LaunchSession(clock);
  const [early, late] = [session.issueCode(), session.issueCode()];
  clock.advance(codeLifetimeMs - 1);
  expect(session.redeemCode(early)).toBe(session.token);
  clock.advance(1);
  expect(session.redeemCode(late)).toBeUndefined();
});

test('the token is no code, and an unknown code gives nothing', () => {
  const session = new LaunchSession(new FakeClock());
  expect(session.redeemCode(session.token)).toBeUndefined();
});
