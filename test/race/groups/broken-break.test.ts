import { describe, expect, it } from 'vitest';
import type { Race } from '../../../src/race/race.ts';
import { riders } from '../../support/race.ts';
import { groupOf, type Ride, raceDay } from '../../support/race-day.ts';

const bibs = [...riders(152).keys()];
/** 32 in front in three pieces, 110 in the peloton, ten strewn behind it. */
const parts = [bibs.slice(0, 12), bibs.slice(12, 23), bibs.slice(23, 32), bibs.slice(32, 142), bibs.slice(142)];
const MPS = 11;

/** Seconds behind the first rider at a second of the day. A rider has half a second of road for himself. */
function behindS(part: number, second: number): number {
  // The third piece comes back to the second between 1500 and 1800 s; the second falls back from 2400 s on.
  const third = second < 1500 ? 55 : Math.max(31, 55 - (second - 1500) * 0.08);
  const second_ = second < 2400 ? 25 : 25 + Math.min(20, (second - 2400) * 0.05);
  return [0, second_, third, 240 + 30 * Math.sin(second / 700), 300][part]!;
}

const rides = (): Map<string, Ride> =>
  new Map(
    parts.flatMap((part, p) =>
      part.map((bib, i): [string, Ride] => {
        const slotS = p === 4 ? 25 * i : 0.5 * i * (p === 3 ? 0.2 : 1);
        return [bib, (second) => 9000 + MPS * (second - behindS(p, second) - slotS)];
      }),
    ),
  );

/** To the back of the head from the front of a part, by how the ride was written. */
const trueGapS = (part: number, second: number) => behindS(part, second) - 0.5 * (parts[0]!.length - 1);

describe('a break of 32 in three pieces, minutes before the peloton', () => {
  const day = raceDay(rides(), { riders: riders(152) });
  const seen: { second: number; race: Race }[] = [];
  // Until the peloton has come to where the break was at first, there is no history to measure from.
  day.until(330, 6);
  for (let second = 336; second <= 3000; second += 6) seen.push({ second, race: day.until(second, 6) });

  it('has the peloton at its true gap, in every frame', () => {
    for (const { second, race } of seen) {
      const peloton = race.groups.find(({ kind }) => kind === 'peloton')!;
      expect(peloton.bibs.length).toBe(110);
      expect(Math.abs(peloton.gap!.value - trueGapS(3, second)), `at ${second} s`).toBeLessThan(1.5);
    }
  });

  it('is never one group with those behind it, and no named group has a hole', () => {
    for (const { second, race } of seen) {
      expect(groupOf(race, bibs[0]!)!.bibs, `at ${second} s`).toEqual(parts[0]);
      expect(race.groups.length).toBeLessThanOrEqual(5);
      expect(race.groups.flatMap((group) => group.bibs).sort()).toEqual([...bibs].sort());
    }
  });

  it('gives each piece its own gap, and that to the piece really in front', () => {
    const { race } = seen.find(({ second }) => second === 1104)!;
    expect(race.groups.map(({ kind, bibs }) => [kind, bibs.length])).toEqual([
      ['head', 12],
      ['chasers', 11],
      ['chasers', 9],
      ['peloton', 110],
      ['rest', 10],
    ]);
    const [, second, third, peloton, rest] = race.groups;
    expect(second!.gap!.value).toBeCloseTo(trueGapS(1, 1104), 0);
    expect(third!.gap!.value).toBeCloseTo(trueGapS(2, 1104), 0);
    expect(third!.gapToPrevious!.value).toBeCloseTo(55 - 25 - 5, 0);
    expect(peloton!.gapToPrevious!.value).toBeCloseTo(behindS(3, 1104) - 55 - 4, 0);
    expect(rest).toMatchObject({ trendSPerMin: null });
    expect(rest!.pieces).toBeGreaterThan(5);
  });

  it('says when two of them have become one', () => {
    const { race } = seen.find(({ second }) => second === 2004)!;
    expect(race.groups.slice(0, 2).map(({ kind, bibs }) => [kind, bibs.length])).toEqual([
      ['head', 12],
      ['chasers', 20],
    ]);
  });
});
