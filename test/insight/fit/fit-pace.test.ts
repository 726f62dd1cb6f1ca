import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPace, KNOWN_KM } from '../../../src/insight/fit/fit-pace.ts';
import type { Ridden } from '../../../src/insight/fit/lesson.ts';
import { type PastRaces, recordedPast } from '../../../src/insight/past.ts';
import { kphAt } from '../../../src/insight/predict/pace.ts';

const known = recordedPast.pace;
type Pace = PastRaces['pace'];

/** Faster uphill and slower downhill than what is known, by a share of its own at each gradient. */
const other: Pace = known.map(({ gradientPct, kph }, i) => ({ gradientPct, kph: kph * (0.94 + 0.01 * i) }));

const at = (gradientPct: number, kph: number, m = 200): Ridden => ({
  ...{ by: 'head', gradientPct, isFinale: false, m },
  s: (m * 3.6) / kph,
});

/** So many kilometres of each twentieth of a per cent from -8 to 9, ridden as a table says. */
const riddenBy = (pace: Pace, km: number): Ridden[] =>
  Array.from({ length: 341 }, (_, i) => -8 + i * 0.05).map((gradientPct) =>
    at(gradientPct, kphAt({ pace }, gradientPct), km * 1000),
  );

const farthest = (pace: Pace, from: Pace): number =>
  Math.max(...pace.map(({ kph }, i) => Math.abs(kph / from[i]!.kph - 1)));

const someRidden = fc.array(
  fc.record({
    gradientPct: fc.double({ min: -12, max: 14, noNaN: true }),
    kph: fc.double({ min: 4, max: 110, noNaN: true }),
    m: fc.integer({ min: 50, max: 20_000 }),
  }),
  { maxLength: 60 },
);

describe('the pace of races', () => {
  it('is theirs where they rode long enough, between the gradients of the table as well', () => {
    expect(farthest(fitPace(riddenBy(other, 1000), known).pace, other)).toBeLessThan(0.001);
  });

  it('is what is known where nobody rode, exactly', () => {
    const { pace, km } = fitPace([], known);
    expect(farthest(pace, known)).toBeLessThan(1e-12);
    expect(km).toEqual(known.map(() => 0));
  });

  it('is nearer to theirs the longer they rode', () => {
    const off = [0, 0.1, 1, 10, 100].map((km) => farthest(fitPace(riddenBy(other, km), known).pace, other));
    for (const [i, one] of off.slice(1).entries()) expect(one).toBeLessThan(off[i]!);
  });

  it('is half of each where as much was ridden as what is known counts', () => {
    const [flat, steep] = [0, 9].map((gradient) => known.findIndex(({ gradientPct }) => gradientPct === gradient));
    const { pace, km } = fitPace([at(0, 40, KNOWN_KM * 1000)], known);
    expect(km[flat!]).toBeCloseTo(KNOWN_KM);
    // The mean of times, not of speeds.
    expect(pace[flat!]!.kph).toBeCloseTo(2 / (1 / 40 + 1 / known[flat!]!.kph));
    expect(pace[steep!]!.kph).toBeCloseTo(known[steep!]!.kph);
  });

  it('gives the time of the whole: half of a road at 60 and half at 30 is ridden at 40', () => {
    const halves = Array.from({ length: 2000 }, (_, i) => at(0, i % 2 === 0 ? 60 : 30, 10_000));
    expect(fitPace(halves, known).pace.find(({ gradientPct }) => gradientPct === 0)!.kph).toBeCloseTo(40, 0);
  });

  it('never rises uphill, nor on descents beyond the fastest, whatever was ridden', () => {
    fc.assert(
      fc.property(someRidden, (ridden) => {
        const { pace } = fitPace(
          ridden.map(({ gradientPct, kph, m }) => at(gradientPct, kph, m)),
          known,
        );
        const fastest = known.findIndex(({ kph }) => kph === Math.max(...known.map((one) => one.kph)));
        for (const [i, { kph }] of pace.entries()) {
          expect(kph).toBeGreaterThan(0);
          if (i > fastest) expect(kph).toBeLessThanOrEqual(pace[i - 1]!.kph + 1e-9);
          if (i < fastest) expect(kph).toBeLessThanOrEqual(pace[i + 1]!.kph + 1e-9);
        }
      }),
    );
  });
});
