import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapped, mappedAltitudeM } from '../../../support/mapped-road.ts';
import { anywhere, changed, clean, expectRoad, raised, read } from './spoilt.ts';

// Many roads are built here, and a machine may be busy.
describe('altitudes that cannot be are not known', () => {
  it.each([-9999, 32767, 65535, -32768, Number.NaN])('%d is a word for nothing', (word) => {
    expect(expectRoad(raised(200, 3, word))).toHaveLength(1);
    expect(expectRoad(raised(0, 4, word))).toHaveLength(1);
  });

  it('0 m far from the sea, at the start or later; all of them where nothing else is given', () => {
    expect(expectRoad(raised(0, 5, 0))).toEqual(['5 altitudes of 0 m far from the sea: left out']);
    expect(expectRoad(raised(320, 40, 0))).toEqual(['40 altitudes of 0 m far from the sea: left out']);
    expect(read(changed((point) => ({ ...point, altitudeM: 0 }))).course.profile.altitudesM).toEqual([]);
  });

  it('but at the sea 0 m is the road', () => {
    const coast = changed((point, i) => ({
      ...point,
      altitudeM: Math.max(0, mappedAltitudeM(i * mapped.stepM) - 500),
    }));
    expect(read(coast).doubts).toEqual([]);
  });

  it('spikes go, up or down, wherever they are', () => {
    const spike = fc.record({
      at: anywhere,
      count: fc.integer({ min: 1, max: 3 }),
      m: fc.integer({ min: 30, max: 900 }),
      up: fc.boolean(),
    });
    fc.assert(
      fc.property(spike, ({ at, count, m, up }) => {
        const line = changed((point, i) =>
          i >= at && i < at + count ? { ...point, altitudeM: point.altitudeM! + (up ? m : -m) } : point,
        );
        expect(expectRoad(line).join()).toMatch(/wall|no road has/);
      }),
      { numRuns: 40 },
    );
  });

  it('a receiver that was just switched on, or off, says nothing of the road', () => {
    const cold = (i: number) => (i < 4 ? 60 : 0) + (i > clean.length - 4 ? 90 : 0);
    const line = changed((point, i) => ({ ...point, altitudeM: point.altitudeM! - cold(i) }));
    const [doubt] = expectRoad(line);
    expect(doubt).toMatch(/^\d+ altitudes at an end, behind a wall that no road climbs: left out$/);
  });

  it('no altitude is above the highest pass or below the Dead Sea, however gently the road leads there', () => {
    const lifted = (byM: number) => read(changed((point) => ({ ...point, altitudeM: point.altitudeM! + byM })));
    expect(lifted(5000).doubts).toEqual([]);
    expect(lifted(6000).course.profile.altitudesM).toEqual([]);
    expect(lifted(-1500).course.profile.altitudesM).toEqual([]);
    expect(lifted(-700).doubts).toEqual([]);
  });

  it('a ramp of 24 % stays', () => {
    const ramp = (i: number) => Math.min(Math.max(0, i - 300), 8) * mapped.stepM * 0.24;
    expect(read(changed((point, i) => ({ ...point, altitudeM: 300 + ramp(i) }))).doubts).toEqual([]);
  });

  it('no climb steeper than 25 % is found', () => {
    const cliff = changed((point, i) => ({
      ...point,
      altitudeM: i < 250 ? 400 : Math.min(1400, 400 + (i - 250) * 11.5),
    }));
    for (const { gradientPct } of read(cliff).course.climbs) expect(gradientPct).toBeLessThanOrEqual(25);
  });
});
