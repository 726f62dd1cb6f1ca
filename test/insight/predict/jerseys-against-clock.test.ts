import { expect, it } from 'vitest';
import { jerseyHopes } from '../../../src/insight/predict/jerseys.ts';
import { neutral } from '../../../src/race/rules/presets/neutral.ts';
import type { Rules } from '../../../src/race/rules/rules.ts';
import { standings } from '../../../src/race/standings/standings.ts';
import { race } from '../../support/race.ts';
import { standingsInput } from '../../support/standings.ts';
import { type Ride, runsNow, ttInput, ttSheet } from '../../support/time-trial.ts';

const rules: Rules = {
  ...neutral,
  points: { ...neutral.points, finish: { ...neutral.points.finish, 'time-trial': [10, 6, 3] } },
};

/** 20 km at constant speeds: 1600 s, 1500 s, and two who start later. */
const RIDES: readonly Ride[] = [
  { bib: '1', startS: 0, mps: 12.5 },
  { bib: '2', startS: 60, mps: 20_000 / 1500 },
  { bib: '3', startS: 1200, mps: 12.8 },
  { bib: '4', startS: 1800, mps: 13 },
];

function hopesAt(second: number, jersey: string, behindS: readonly number[], rides = RIDES) {
  const entries = rides.map(({ bib }, i) => ({ bib, behindS: behindS[i]!, points: 10 - 3 * i }));
  const general = [...entries].sort((a, b) => a.behindS - b.behindS);
  const papers = ttSheet(rides, 'time-trial', { rules, general, totals: { points: entries } });
  const input = ttInput(rides, second, { sheet: papers });
  const timeTrial = runsNow(input);
  const { atMs, places, passages } = input;
  const known = standingsInput({ sheet: papers, atMs, places, passages, timeTrial });
  const now = race({ sheet: papers, atMs, places, passages, timeTrial, standings: standings(known) });
  return jerseyHopes({ race: now })
    .filter((one) => one.jersey === jersey)
    .map(({ bib, canStillWin, because }) => [bib, canStillWin, because.at(-1)!.value]);
}

it('points of the finish are nobody’s before all have come', () => {
  // 1 has 10 + 6, 2 has 7 + 10 so far: both can be passed by two, who would have 4 + 10 and 1 + 10.
  expect(hopesAt(1700, 'points', [0, 10, 20, 30])).toEqual([
    ['2', true, 0],
    ['1', true, 0],
    ['3', true, 10],
    ['4', true, 10],
  ]);
  // All have come: 1500, 1538, 1562 and 1600 s give 10, 6, 3 and nothing.
  expect(hopesAt(4000, 'points', [0, 10, 20, 30]).map(([bib, can]) => [bib, can])).toEqual([
    ['2', true],
    ['1', false],
    ['4', false],
    ['3', false],
  ]);
});

it('a time is out of reach once it has passed, and not before', () => {
  // 2 took 1500 s and is 1510 s with what he had before; 3 has none, started at 1200 s and takes 1818 s.
  const slow = RIDES.map((ride) => (ride.bib === '3' ? { ...ride, mps: 11 } : ride));
  const canAt = (second: number) => hopesAt(second, 'general', [0, 10, 0, 30], slow).find(([bib]) => bib === '3')?.[1];
  expect(canAt(2000)).toBe(true);
  // His arrival may be known only a minute later.
  expect(canAt(1200 + 1510 + 60)).toBe(true);
  expect(canAt(1200 + 1511 + 60)).toBe(false);
  expect(canAt(4000)).toBe(false);
});
