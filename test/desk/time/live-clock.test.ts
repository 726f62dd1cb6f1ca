import { expect, it } from 'vitest';
import { createLiveClock } from '../../../src/desk/time/live-clock.ts';

function clocked(start: number | null = null) {
  let nowMs = 500;
  const clock = createLiveClock(() => nowMs, start);
  return { clock, wait: (ms: number) => (nowMs += ms) };
}

it('is not known before the source has spoken', () => {
  const { clock, wait } = clocked();
  expect(clock.atMs()).toBeNull();
  clock.move(5000);
  expect(clock.atMs()).toBeNull();
  clock.heard(1_000_000);
  wait(700);
  expect(clock.atMs()).toBe(1_000_700);
});

it('is set by the quickest frame, and runs backwards only when it is set', () => {
  const { clock, wait } = clocked();
  clock.heard(1_000_000);
  wait(6000);
  // Half a second late on its way.
  clock.heard(1_005_500);
  expect(clock.atMs()).toBe(1_006_000);
  wait(6000);
  // Half a second quicker than the first.
  clock.heard(1_012_500);
  expect(clock.atMs()).toBe(1_012_500);
  clock.move(-120_000);
  expect(clock.atMs()).toBe(892_500);
});

it('goes on from where a killed desk was', () => {
  const { clock, wait } = clocked(2_000_000);
  wait(100);
  expect(clock.atMs()).toBe(2_000_100);
});
