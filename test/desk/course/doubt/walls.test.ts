import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapped, mappedAltitudeM } from '../../../support/mapped-road.ts';
import { anywhere, changed, clean, expectRoad, read } from './spoilt.ts';

// Many roads are built here, and a machine may be busy.
describe('altitudes on the wrong level', () => {
  it('a hill that the road goes through is bridged', () => {
    // A mountain of 300 m over 1.2 km, with walls of 100 %, where the road is level.
    const over = (i: number) => Math.max(0, Math.min(300, (i - 380) * 40, (410 - i) * 40));
    const line = changed((point, i) => ({ ...point, altitudeM: point.altitudeM! + over(i) }));
    expect(expectRoad(line)).toEqual([
      expect.stringMatching(/^\d+ altitudes between two walls that no road climbs: left out$/),
    ]);
  });

  it('also where the road below it climbs or falls, and its walls are no steeper than 28 %', () => {
    const hill = fc.record({
      at: fc.integer({ min: 20, max: clean.length - 110 }),
      points: fc.integer({ min: 40, max: 80 }),
      m: fc.integer({ min: 120, max: 220 }),
    });
    fc.assert(
      fc.property(hill, ({ at, points, m }) => {
        const over = (i: number) => Math.max(0, Math.min(m, (i - at) * 11.2, (at + points - i) * 11.2));
        const { course, doubts, steepest } = read(
          changed((point, i) => ({ ...point, altitudeM: point.altitudeM! + over(i) })),
        );
        expect(doubts.join()).toMatch(/between two walls/);
        expect(steepest).toBeLessThan(mapped.gradientPct + 2);
        // Over the summit the bridge is straight, and the road is highest at one of its ends.
        const [fromM, toM] = [at * mapped.stepM, (at + points) * mapped.stepM];
        const isOverSummit = fromM < mapped.summitM && toM > mapped.summitM;
        const [leastM, mostM] = isOverSummit ? [fromM, toM] : [mapped.summitM, mapped.summitM];
        expect(course.climbs).toHaveLength(1);
        expect(course.climbs[0]!.summitM).toBeGreaterThan(leastM - 500);
        expect(course.climbs[0]!.summitM).toBeLessThan(mostM + 500);
      }),
      { numRuns: 60 },
    );
  });

  it('a step that is never taken back moves nothing: the longest stretch keeps its altitudes', () => {
    const step = fc.record({ at: anywhere, m: fc.integer({ min: 40, max: 380 }), up: fc.boolean() });
    fc.assert(
      fc.property(step, ({ at, m, up }) => {
        const byM = up ? m : -m;
        const line = changed((point, i) => (i < at ? point : { ...point, altitudeM: point.altitudeM! + byM }));
        const doubts = expectRoad(line);
        expect(doubts).toEqual([
          expect.stringMatching(/^altitudes (rise|fall) by \d+ m at once after [\d.]+ km, and stay/),
        ]);
        const { altitudesM } = read(line).course.profile;
        const isBehind = at < clean.length / 2;
        const kept = isBehind ? altitudesM.at(-1)! : altitudesM[0]!;
        expect(kept).toBeCloseTo(isBehind ? mappedAltitudeM(mapped.lengthM) + byM : mappedAltitudeM(0), 0);
      }),
      { numRuns: 60 },
    );
  });
});
