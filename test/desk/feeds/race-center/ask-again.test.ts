import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askAgain } from '../../../../src/desk/feeds/race-center/ask-again.ts';
import type { Round, Which } from '../../../../src/desk/feeds/race-center/papers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const which: Which = {
  base: new URL('http://here'),
  year: 2026,
  stage: 5,
  day: '2026-07-04',
  language: 'en',
  trace: new URL('http://here/trace.json'),
};
const good: Round = { papers: [{ topic: 'stage', text: '{}' }], missing: [], isComplete: true };
const bad: Round = { papers: [], missing: ['http://here/api gives no riders (HTTP 500)'], isComplete: false };

/** Asks of a server that answers as told; `at` are the seconds at which it was asked. */
function asking(answer: (round: number) => Round) {
  const beganMs = Date.now();
  const at: number[] = [];
  const taken: string[] = [];
  const troubles: string[] = [];
  const asks = askAgain({
    round: {
      ask: async () => {
        at.push((Date.now() - beganMs) / 1000);
        return answer(at.length);
      },
    },
    which: () => which,
    take: ({ topic }) => taken.push(topic),
    trouble: (text) => troubles.push(text),
    now: Date.now,
  });
  const wait = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);
  return { asks, at, taken, troubles, wait };
}

it('asks less and less eagerly while something is missing, and tells of it from the second time on', async () => {
  const { asks, at, taken, troubles, wait } = asking((round) => (round < 8 ? bad : good));
  asks.now();
  await wait(0.9);
  expect(troubles).toEqual([]);
  await wait(0.2);
  expect(troubles).toEqual([
    'Race Center: http://here/api gives no riders (HTTP 500); check the address; it is asked for again and again.',
  ]);
  await wait(100);
  expect(at).toEqual([0, 1, 3, 8, 18, 38, 68, 98]);
  expect(taken).toEqual(['stage']);
  expect(troubles).toHaveLength(6);
});

it('does without a paper that a race can do without: said once, asked for later', async () => {
  const { asks, at, troubles, wait } = asking(() => ({ ...good, missing: ['http://here/book gives no checkpoints'] }));
  asks.now();
  await wait(1000);
  expect(at).toEqual([0, 1, 3, 8, 18, 38, 338, 638, 938]);
  expect(troubles).toHaveLength(1);
});

it('asks again during the day, and no more when it is stopped', async () => {
  const { asks, at, wait } = asking(() => good);
  asks.now();
  await wait(901);
  expect(at).toEqual([0, 300, 600, 900]);
  asks.stop();
  await wait(1000);
  expect(at).toHaveLength(4);
});

it('asks soon when somebody unknown is on the road, but not for every frame, and not for ever', async () => {
  const { asks, at, wait } = asking(() => good);
  asks.now();
  await wait(4);
  for (let s = 0; s < 120; s += 1) {
    asks.soon('99');
    await wait(1);
  }
  expect(at).toEqual([0, 10, 20, 30, 40, 50]);
  asks.soon('100');
  await wait(1);
  expect(at).toHaveLength(7);
});
