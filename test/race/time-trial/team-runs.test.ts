import { describe, expect, it } from 'vitest';
import { neutral } from '../../../src/race/rules/presets/neutral.ts';
import { parisNice2024 } from '../../../src/race/rules/presets/paris-nice-2024.ts';
import type { Rules } from '../../../src/race/rules/rules.ts';
import { standings } from '../../../src/race/standings/standings.ts';
import { roadRecords } from '../../../src/race/time-trial/road-records.ts';
import { START_MS } from '../../support/race.ts';
import { standingsInput } from '../../support/standings.ts';
import { FINISH, type Ride, runsNow, SPLIT, ttInput, ttSheet } from '../../support/time-trial.ts';

/** Two teams of five: four stay together and one is dropped from the first metre. Team T02 starts 300 s later. */
const team = (first: number, startS: number, mps: number): Ride[] =>
  [0, 1, 2, 3, 4].map((i) => ({ bib: `${first + i}`, startS, mps: i === 4 ? mps - 1 : mps - i * 0.001 }));
const RIDES = [...team(1, 0, 14), ...team(11, 300, 14.5)];

function at(atS: number, rules: Rules = neutral) {
  const sheet = ttSheet(RIDES, 'team-time-trial', { rules });
  const input = ttInput(RIDES, atS, { sheet, records: roadRecords(FINISH.distanceM) });
  return { input, result: runsNow(input)! };
}

describe('a team time trial', () => {
  it('has one run for each team, timed on its fourth rider', () => {
    const { teams } = at(1750).result;
    expect(teams.map(({ team, state }) => [team, state])).toEqual([
      ['T01', 'finished'],
      ['T02', 'finished'],
    ]);
    expect(teams[0]!.finishS).toBeCloseTo(20_000 / 13.997, 3);
    expect(teams[1]!.splits.map(({ mark, rank }) => [mark, rank])).toEqual([
      [SPLIT.id, 1],
      [FINISH.id, 1],
    ]);
    expect(teams[1]!.splits[1]!.deltaS).toBeCloseTo(20_000 / 14.497 - 20_000 / 13.997, 3);
  });

  it('in Paris-Nice is timed on the first', () => {
    expect(at(1750, parisNice2024).result.teams[0]!.finishS).toBeCloseTo(20_000 / 14, 3);
  });

  it('compares teams at the same point of the road', () => {
    // 600 s after its start the fourth rider of T02 is at 8698 m.
    const distanceM = 600 * 14.497;
    expect(at(900).result.teams[1]!.virtualGap?.value).toBeCloseTo(600 - distanceM / 13.997, 1);
    expect(at(900).result.runs.every(({ virtualGap }) => virtualGap === null)).toBe(true);
  });

  it('knows who is still in the train', () => {
    expect(at(600).result.teams[0]!.together).toEqual(['1', '2', '3', '4']);
    expect(at(40).result.teams[0]!.together).toEqual(['1', '2', '3', '4', '5']);
    expect(at(1750).result.teams[0]!.together).toEqual(['1', '2', '3', '4']);
  });

  it('puts the rider who stopped the clock in the hot seat', () => {
    expect(at(1650).result.hotSeat?.bib).toBe('4');
    expect(at(1750).result.hotSeat?.bib).toBe('14');
    expect(at(1750, parisNice2024).result.hotSeat?.bib).toBe('11');
  });

  it('is out when too few riders are left to stop the clock', () => {
    const { input } = at(600);
    const places = input.places.map((one) => (Number(one.bib) <= 2 ? { ...one, status: 'abandoned' as const } : one));
    expect(runsNow({ ...input, places })!.teams[0]).toMatchObject({ team: 'T01', state: 'out', finishS: null });
  });

  it('gives who rides with his team its virtual gap, and who was dropped none', () => {
    const { input, result } = at(900);
    const sheet = { ...input.sheet, general: ['1', '11', '15'].map((bib) => ({ bib, behindS: 0 })) };
    const { places, passages, atMs } = input;
    const { general, unplaced } = standings(standingsInput({ sheet, places, passages, atMs, timeTrial: result }));
    expect(general.map(({ bib }) => bib)).toEqual(['11']);
    expect(unplaced).toContain('15');
  });

  it('gives the general classification the times of the rules', () => {
    const general = (rules: Rules) => {
      const { input, result } = at(2500, rules);
      const before = ['1', '5', '11', '15'].map((bib) => ({ bib, behindS: 0 }));
      const sheet = { ...input.sheet, general: before };
      const { places, passages, atMs } = input;
      return standings(standingsInput({ sheet, places, passages, atMs, timeTrial: result })).general;
    };
    // T02 1379, T01 1428; the dropped 1481 and 1538 s.
    expect(general(neutral).map(({ bib, behindS }) => [bib, behindS])).toEqual([
      ['11', 0],
      ['1', 49],
      ['15', 102],
      ['5', 159],
    ]);
    expect(general(parisNice2024).map(({ bib }) => bib)).toEqual(['11', '1', '15', '5']);
  });
});

describe('an individual time trial in the general classification', () => {
  const rides: Ride[] = [
    { bib: '1', startS: 0, mps: 12.5 },
    { bib: '2', startS: 60, mps: 12.501 },
    { bib: '3', startS: 1200, mps: 13 },
    { bib: '4', startS: 9000, mps: 13 },
  ];
  const before = ['1', '2', '3', '4'].map((bib, i) => ({ bib, behindS: i * 10 }));
  const sheet = { ...ttSheet(rides), general: before };
  const input = ttInput(rides, 1800, { sheet });
  const result = standings(
    standingsInput({
      sheet,
      places: input.places,
      passages: input.passages,
      atMs: input.atMs,
      timeTrial: runsNow(input),
    }),
  );

  it('counts whole seconds of who has finished, the virtual gap of who rides, and not who waits', () => {
    // 1600 and 1599.87 s count as 1600 and 1599; bib 3 is 23 s faster after 7800 m.
    expect(input.atMs).toBe(START_MS + 1_800_000);
    expect(result.general.map(({ bib }) => bib)).toEqual(['3', '1', '2']);
    expect(result.general[2]!.behindS - result.general[1]!.behindS).toBe(9);
    expect(result.unplaced).toEqual(['4']);
  });

  it('looks at fractions where whole seconds are equal', () => {
    // 1600.00 and 1599.87 s: a second apart before, equal now, and 87 hundredths against none.
    const equal = {
      ...sheet,
      general: [
        { bib: '2', behindS: 1 },
        { bib: '1', behindS: 0 },
      ],
    };
    const { places, passages, atMs } = input;
    const { general } = standings(standingsInput({ sheet: equal, places, passages, atMs, timeTrial: runsNow(input) }));
    expect(general.map(({ bib, behindS }) => [bib, behindS])).toEqual([
      ['1', 0],
      ['2', 0],
    ]);
  });

  it('keeps fractions for the stage', () => {
    expect(result.stage.map(({ bib, rank }) => [bib, rank])).toEqual([
      ['2', 1],
      ['1', 2],
    ]);
    expect(result.stage[1]!.gapS).toBeCloseTo(0.128, 3);
  });
});
