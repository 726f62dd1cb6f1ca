import { afterEach, expect, it } from 'vitest';
import { createPublishPace } from '../../src/desk/publish-pace.ts';
import { type SmallDesk, smallDesk, until } from '../support/small-desk.ts';

let desk: SmallDesk | null = null;
afterEach(() => desk?.stop());

/** How often it is published within so long, when something comes every so often and publishing costs time. */
function published({ forMs, everyMs, costMs }: { forMs: number; everyMs: number; costMs: number }): number {
  let nowMs = 0;
  const pace = createPublishPace(() => nowMs);
  let [count, isNew, cameMs] = [0, false, 0];
  while (nowMs < forMs) {
    nowMs += 1;
    for (; cameMs + everyMs <= nowMs; cameMs += everyMs) isNew = true;
    if (!pace.isDue(isNew, true)) continue;
    pace.publish(() => {
      nowMs += costMs;
    });
    [count, isNew] = [count + 1, false];
  }
  return count;
}

it.each([
  ['each picture of a feed', { everyMs: 100, costMs: 2 }, 100],
  ['riders who come one by one, gathered', { everyMs: 1000 / 180, costMs: 2 }, 250],
  ['what takes long, less often: a fifth of the time is spent on it', { everyMs: 20, costMs: 40 }, 50],
  ['what takes nearly a second, once a second', { everyMs: 20, costMs: 900 }, 9],
  ['a race of which nothing new comes', { everyMs: 60_000, costMs: 2 }, 10],
])('publishes %s', (_, feed, count) => {
  const seen = published({ forMs: 10_000, ...feed });
  expect(Math.abs(seen - count)).toBeLessThanOrEqual(Math.ceil(count / 25));
});

/** Messages to all pages in two seconds, with a picture of the race every so often. */
async function deltas(picturesPerS: number): Promise<number> {
  desk = await smallDesk({ rate: picturesPerS });
  await until('it runs', () => desk!.desk.picture().clock.rate === picturesPerS);
  let count = 0;
  desk.desk.onFrame((half) => {
    if (half === 'public') count += 1;
  });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return count;
}

it('a desk gives out ten pictures a second where its feed does', async () => {
  const count = await deltas(10);
  expect(count).toBeGreaterThan(14);
  expect(count).toBeLessThanOrEqual(22);
});

it('and not more than 25 of sixty', async () => {
  const count = await deltas(60);
  expect(count).toBeGreaterThan(14);
  expect(count).toBeLessThanOrEqual(52);
});
