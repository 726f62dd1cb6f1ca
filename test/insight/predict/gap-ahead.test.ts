import { describe, expect, it } from 'vitest';
import { recordedPast } from '../../../src/insight/past.ts';
import { gapEstimate, gapIn, theilSen, trendIn } from '../../../src/insight/predict/gap-ahead.ts';
import { pacedRoad } from '../../../src/insight/predict/pace.ts';
import { course, START_MS } from '../../support/race.ts';

const road = pacedRoad(course({ elevation: [] }), recordedPast);
const points = (fromKm: number, gaps: readonly number[]) => ({
  group: 'g1',
  previous: 'g2',
  points: gaps.map((value, i) => ({ km: fromKm + i, value, atMs: START_MS, origin: 'gps' as const })),
});

describe('a gap some kilometres ahead', () => {
  it('by hand: 60 s that grow by a second in ten, known for 6 km, ten minutes later', () => {
    const trend = { gapS: 60, slope: 7.7, share: 0.1, historyKm: 6 };
    expect(gapIn(trend, 600)).toBeCloseTo(60 + 0.1 * (6 / 8) * 600 * (1 - Math.exp(-1)), 6);
    expect(gapIn(trend, 0)).toBe(60);
  });

  it('does less and less of what it does now', () => {
    const trend = { gapS: 60, slope: 7.7, share: 0.1, historyKm: 15 };
    const steps = [0, 600, 1200, 1800, 2400].map((s) => gapIn(trend, s));
    const grown = steps.slice(1).map((gapS, i) => gapS - steps[i]!);
    expect([...grown].sort((a, b) => b - a)).toEqual(grown);
  });

  it('is believed from two kilometres on, by the slope of the last five', () => {
    expect(trendIn(points(20, [60, 61]), 61, road)).toBeNull();
    const trend = trendIn(points(20, [0, 40, 80, 81, 82, 83, 84, 85]), 85, road)!;
    expect(trend).toMatchObject({ gapS: 85, slope: 1, historyKm: 7 });
    expect(trend.share).toBeCloseTo(47 / 3600, 4);
  });

  it('is not bent by one wrong gap', () => {
    expect(
      theilSen([
        [0, 0],
        [1, 1],
        [2, 90],
        [3, 3],
        [4, 4],
      ]),
    ).toBe(1);
  });

  it('is wider the farther ahead, and never negative', () => {
    const hindsight = { arrivals: () => [], gaps: () => [] };
    const trend = trendIn(points(20, [200, 198, 196, 194, 192, 190]), 190, road)!;
    const at = (km: number) => gapEstimate({ past: recordedPast, road, hindsight }, trend, 25_000, 25_000 + km * 1000);
    const wide = [5, 10, 20].map((km) => at(km).most.high - at(km).most.low);
    expect(wide[0]).toBeLessThan(wide[2]!);
    const closing = trendIn(points(20, [40, 34, 28, 22, 16, 10]), 10, road)!;
    const closed = gapEstimate({ past: recordedPast, road, hindsight }, closing, 25_000, 45_000);
    expect([closed.value, closed.most.low]).toEqual([0, 0]);
  });
});
