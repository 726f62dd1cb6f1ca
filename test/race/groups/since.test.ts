import { expect, it } from 'vitest';
import { sheet } from '../../support/race.ts';
import { groupOf, raceDay } from '../../support/race-day.ts';

const bibs = [...sheet().riders.keys()];
const LEAVES_S = 300;
const LAST_S = 420;
/** Eight seconds of road at 12 m/s are won at 4 m/s, and a hole must last for seven more. */
const FOUND_S = LEAVES_S + (8 * 12) / 4;

it('a group says since when it rides by itself, as long as that was seen', () => {
  const alone = bibs[0]!;
  const rides = new Map(
    bibs.map((bib, i) => [
      bib,
      (s: number) => 2000 + 12 * s - i * 3 + (bib === alone ? Math.max(0, s - LEAVES_S) * 4 : 0),
    ]),
  );
  const day = raceDay(rides);
  expect(groupOf(day.until(280, 2), alone)?.sinceMs).toBeNull();
  const race = day.until(LAST_S, 2);
  expect(groupOf(race, alone)?.bibs).toEqual([alone]);
  const sinceS = ([groupOf(race, alone), groupOf(race, bibs[5]!)] as const).map((group) =>
    group?.sinceMs === null || group?.sinceMs === undefined ? null : LAST_S - (race.atMs - group.sinceMs) / 1000,
  );
  const [solo, others] = sinceS;
  expect(others).toBeNull();
  expect(solo).toBeGreaterThan(FOUND_S);
  expect(solo).toBeLessThan(FOUND_S + 20);
});
