import { expect, it } from 'vitest';
import { createDroppedFrames } from '../../src/host/dropped-frames.ts';

/** Frames at these steps, in milliseconds, while something moves. */
function count(steps: readonly number[]): number {
  const dropped = createDroppedFrames();
  let timeMs = 0;
  dropped.frame(timeMs, true);
  for (const step of steps) {
    timeMs += step;
    dropped.frame(timeMs, true);
  }
  return dropped.count;
}

it('counts none on a screen that is on time, whatever its pace', () => {
  for (const paceMs of [1000 / 60, 1000 / 50, 1000 / 25]) expect(count(Array(200).fill(paceMs))).toBe(0);
  expect(count([16.6, 16.7, 16.8, 16.6, 17.1, 16.2])).toBe(0);
});

it('counts each frame that the screen showed without us', () => {
  expect(count([16.7, 16.7, 33.4, 16.7, 83.5])).toBe(1 + 4);
});

it('counts neither rest nor a page that was hidden', () => {
  const dropped = createDroppedFrames();
  for (const timeMs of [0, 17, 34]) dropped.frame(timeMs, true);
  dropped.frame(51, false);
  dropped.frame(900, true);
  dropped.frame(917, true);
  dropped.frame(9000, true);
  expect(dropped.count).toBe(0);
});

it('says when the count has grown', () => {
  const dropped = createDroppedFrames();
  expect([0, 17, 34, 85, 102].map((timeMs) => dropped.frame(timeMs, true))).toEqual([false, false, false, true, false]);
});
