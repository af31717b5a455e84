import { expect, test } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { HistoryClock } from './history-clock.ts';

const dayMs = 86_400_000;

test('the past begins long ago and goes on by hand, in order of what falls due', () => {
  const present = new FakeClock();
  const clock = new HistoryClock(present, dayMs);
  const heard: string[] = [];
  clock.schedule(2_000, () => heard.push('second'));
  clock.schedule(1_000, () => {
    heard.push('first');
    clock.schedule(500, () => heard.push('between'));
  });
  expect(clock.now()).toBe(present.now() - dayMs);
  clock.pass(2_000);
  expect(heard).toEqual(['first', 'between', 'second']);
  expect(clock.now()).toBe(present.now() - dayMs + 2_000);
});

test('after joining the present, time is the real one', () => {
  const present = new FakeClock();
  const clock = new HistoryClock(present, dayMs);
  const heard: string[] = [];
  clock.schedule(dayMs / 2, () => heard.push('in the past'));
  clock.schedule(dayMs + 1_000, () => heard.push('in the future'));
  clock.schedule(dayMs + 1_000, () => heard.push('never'))();
  clock.joinPresent();
  expect(heard).toEqual(['in the past']);
  clock.schedule(500, () => heard.push('soon'));
  present.advance(999);
  expect(heard).toEqual(['in the past', 'soon']);
  present.advance(1);
  expect(heard).toEqual(['in the past', 'soon', 'in the future']);
  expect(clock.now()).toBe(present.now());
});
