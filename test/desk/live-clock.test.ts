import { expect, it } from 'vitest';
import { createLiveClock } from '../../src/desk/live-clock.ts';

function clocked(start: number | null = null) {
  let nowMs = 500;
  const clock = createLiveClock(() => nowMs, start);
  return { clock, wait: (ms: number) => (nowMs += ms) };
}

it('is not known before the source has spoken', () => {
  const { clock, wait } = clocked();
  expect(clock.atMs()).toBeNull();
  clock.heard(1_000_000);
  wait(700);
  expect(clock.atMs()).toBe(1_000_700);
});

it('is set by the quickest frame, and never runs backwards', () => {
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
  clock.heard(900_000);
  expect(clock.atMs()).toBe(1_012_500);
});

it('does not leap because of one frame of another day, but follows two', () => {
  const { clock, wait } = clocked();
  clock.heard(1_000_000);
  clock.heard(90_000_000);
  expect(clock.atMs()).toBe(1_000_000);
  wait(1000);
  clock.heard(90_001_000);
  expect(clock.atMs()).toBe(90_001_000);
});

it('goes on from where a killed desk was', () => {
  const { clock, wait } = clocked(2_000_000);
  wait(100);
  expect(clock.atMs()).toBe(2_000_100);
});
