import { expect, it } from 'vitest';
import { createProgress, timeLeft } from '../../../src/desk/render/progress.ts';

function shown(isTTY: boolean) {
  const lines: string[] = [];
  const clock = { ms: 0 };
  const progress = createProgress({ isTTY, write: (text) => lines.push(text) }, () => clock.ms);
  return { lines, clock, progress };
}

it('is a line every few seconds where nobody looks', () => {
  const { lines, clock, progress } = shown(false);
  for (let frame = 1; frame <= 100; frame += 1) {
    clock.ms = frame * 100;
    progress.at(frame, 100, 'frames');
  }
  progress.at(100, 100, 'frames');
  expect(lines).toEqual(['1 of 100 frames\n', '51 of 100 frames, 5 s left\n', '100 of 100 frames\n']);
});

it('is a bar at a terminal, wiped for a sentence', () => {
  const { lines, clock, progress } = shown(true);
  progress.at(0, 100, 'frames');
  clock.ms = 500;
  progress.at(50, 100, 'frames');
  progress.say('Something is said.');
  expect(lines.at(-3)).toMatch(/^\[#{15}\.{15}\] 50 of 100 frames, 1 s left$/);
  expect(lines.slice(-2)).toEqual(['\r\u001b[K', 'Something is said.\n']);
});

it('says how long in words of people', () => {
  expect([45, 200, 7500].map(timeLeft)).toEqual(['45 s', '3 min 20 s', '2 h 5 min']);
});
