import { describe, expect, it } from 'vitest';
import { fitPast } from '../../../src/insight/fit/fit-past.ts';
import { type Lesson, missedBy, type Ridden } from '../../../src/insight/fit/lesson.ts';
import type { Outcome } from '../../../src/insight/outcome.ts';
import { recordedPast } from '../../../src/insight/past.ts';
import { kphAt } from '../../../src/insight/predict/pace.ts';

const lesson = (over: Partial<Lesson> = {}): Lesson => ({
  ...{ race: 'a', type: 'flat', ridden: [], closed: [], missed: { arrivals: null, gaps: null } },
  ...over,
});

/** So many kilometres as usual, times as long. */
const ridden = (by: Ridden['by'], gradientPct: number, km: number, longer: number, isFinale = false): Ridden => ({
  ...{ by, gradientPct, isFinale, m: km * 1000 },
  s: ((km * 3600) / kphAt(recordedPast, gradientPct)) * longer,
});

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);

describe('a past that is fitted', () => {
  it('is the recorded one where the races teach nothing', () => {
    const { past } = fitPast([lesson()]);
    expect(past.finale).toEqual(recordedPast.finale);
    expect(past.dropped).toEqual(recordedPast.dropped);
    expect(past.arrivalError).toEqual(recordedPast.arrivalError);
    expect(past.gapError).toEqual(recordedPast.gapError);
    expect(past.catch).toEqual(recordedPast.catch);
  });

  it('has the last kilometres as they were ridden by the head, and leaves them out of the table', () => {
    const { past, finaleKm } = fitPast([lesson({ ridden: times(400, ridden('head', 0, 25, 0.8, true)) })]);
    expect(past.finale.share).toBeCloseTo(0.8, 2);
    expect(finaleKm).toBeCloseTo(10_000);
    expect(past.pace[5]!.kph).toBeCloseTo(recordedPast.pace[5]!.kph);
    const half = fitPast([lesson({ ridden: [ridden('head', 0, 50, 0.8, true)] })]);
    expect(half.past.finale.share).toBeCloseTo((0.8 + recordedPast.finale.share) / 2);
  });

  it('has who lost contact never faster than the others, and losing no less on steeper roads', () => {
    const slow = fitPast([
      lesson({
        ridden: [...times(400, ridden('dropped', 3.5, 10, 1.4)), ...times(400, ridden('dropped', 6, 10, 1.1))],
      }),
    ]);
    expect(slow.past.dropped[0]!.slower).toBeCloseTo(1.4, 2);
    expect(slow.past.dropped[1]!.slower).toBe(slow.past.dropped[0]!.slower);
    const fast = fitPast([lesson({ ridden: times(400, ridden('dropped', 3.5, 10, 0.7)) })]);
    expect(fast.past.dropped[0]!.slower).toBe(1);
  });

  it('counts a race once for its errors, however many forecasts it has', () => {
    const { past, missed } = fitPast([lesson({ missed: { arrivals: 2, gaps: null } })]);
    expect(missed).toEqual({ arrivals: 1, gaps: 0 });
    for (const [i, { share }] of past.arrivalError.point.entries())
      expect(share).toBeCloseTo(recordedPast.arrivalError.point[i]!.share * 1.25);
    expect(past.gapError).toEqual(recordedPast.gapError);
    expect(past.arrivalError.finish).toEqual(recordedPast.arrivalError.finish);
  });

  it('learns how pelotons close by the sort of stage, and from many chases alone how differently', () => {
    const one = fitPast([lesson({ closed: [{ km: 10, s: 110 }] })]).past.catch.closing;
    expect(one.flat.mean).toBeCloseTo(6);
    expect(one.mountain).toEqual(recordedPast.catch.closing.mountain);
    const alike = fitPast(times(500, lesson({ closed: [{ km: 10, s: 110 }] }))).past.catch.closing;
    expect(alike.flat.mean).toBeCloseTo(11, 0);
    expect(alike.flat.sd).toBeLessThan(1);
  });
});

describe('what the forecasts of a race missed by', () => {
  const outcome = (missMs: number): Outcome => ({
    ...{ kind: 'arrival', of: 'head', madeMs: 0, fromM: 0, atM: 10_000, truth: 1_000_000 + missMs, trend: null },
    estimate: { value: 1_000_000, half: { low: 0, high: 0 }, most: { low: 0, high: 0 } },
  });

  it('is in units of the error that is usual', () => {
    const usual = recordedPast.arrivalError.point.find(({ km }) => km === 10)!.share * 1_000_000;
    expect(missedBy(times(20, outcome(-2 * usual))).arrivals).toBeCloseTo(2);
  });

  it('is not said of a few', () => {
    expect(missedBy(times(19, outcome(1000)))).toEqual({ arrivals: null, gaps: null });
  });
});
