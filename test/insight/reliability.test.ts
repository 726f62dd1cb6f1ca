import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/insight/outcome.ts';
import { reliabilityOf } from '../../src/insight/reliability.ts';

/** Expected 60, in half of all cases 50 to 70, in most 40 to 80. */
const outcome = (kind: Outcome['kind'], aheadM: number, truth: number, fromM = 0.1): Outcome => ({
  kind,
  of: 'head',
  madeMs: 0,
  fromM,
  atM: fromM + aheadM,
  estimate: { value: 60, half: { low: 50, high: 70 }, most: { low: 40, high: 80 } },
  truth,
  trend: null,
});
const episode = (isCaught: boolean, ...chances: number[]) => ({
  samples: chances.map((probability) => ({ probability })),
  isCaught,
});

describe('whether what is said so surely comes so often', () => {
  it('of the bands: by how far ahead the place was, arrivals and gaps apart', () => {
    const { bands } = reliabilityOf(
      [
        ...[55, 65, 75, 95].map((truth) => outcome('arrival', 5000, truth)),
        outcome('gap', 5000, 45),
        outcome('arrival', 40_000, 60),
      ],
      [],
      [],
    );
    expect(bands.map(({ km }) => km)).toEqual([5, 10, 20, 40]);
    expect(bands[0]).toEqual({ km: 5, arrivals: { p50: 0.5, p80: 0.75, n: 4 }, gaps: { p50: 0, p80: 1, n: 1 } });
    expect(bands[1]).toMatchObject({ arrivals: { p50: Number.NaN, n: 0 }, gaps: { n: 0 } });
    expect(bands[3]!.arrivals).toEqual({ p50: 1, p80: 1, n: 1 });
  });

  it('counts every place, whatever the sums of metres are rounded to', () => {
    const from = Array.from({ length: 200 }, (_, i) => i * 731.7 + 0.1);
    expect(from.some((fromM) => fromM + 10_000 - fromM !== 10_000)).toBe(true);
    const { bands } = reliabilityOf(
      from.map((fromM) => outcome('gap', 10_000, 60, fromM)),
      [],
      [],
    );
    expect(bands[1]!.gaps.n).toBe(200);
  });

  it('of chances: what they said, what came, and of how many episodes; a certainty is in the last bin', () => {
    const { catches } = reliabilityOf([], [episode(true, 0.3, 0.9, 1), episode(false, 0.2, 0.8)], []);
    expect(catches.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.1],
      [0.1, 0.4],
      [0.4, 0.8],
      [0.8, 1],
    ]);
    expect(catches[0]).toMatchObject({ expected: Number.NaN, came: Number.NaN, n: 0, episodes: 0 });
    expect(catches[1]).toMatchObject({ expected: 0.25, came: 0.5, n: 2, episodes: 2 });
    expect(catches[3]).toMatchObject({ expected: expect.closeTo(0.9, 10), came: expect.closeTo(2 / 3, 10), n: 3 });
  });
});
