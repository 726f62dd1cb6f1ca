import { describe, expect, it } from 'vitest';
import { recordedPast } from '../../../src/insight/past.ts';
import { climbingShare, pacedRoad, secondsBetween } from '../../../src/insight/predict/pace.ts';
import { course } from '../../support/race.ts';

/** Flat for 60 km, 10 km at 6 %, 40 km flat again. */
const hill = course({
  elevation: [
    { km: 0, altitudeM: 100 },
    { km: 60, altitudeM: 100 },
    { km: 70, altitudeM: 700 },
    { km: 110, altitudeM: 700 },
  ],
});
const seconds = (fromKm: number, toKm: number, isDropped = false, on = hill) =>
  secondsBetween(pacedRoad(on, recordedPast), fromKm * 1000, toKm * 1000, isDropped);

describe('the pace of a road', () => {
  it('is that of the table, flat and uphill', () => {
    expect(seconds(10, 20)).toBeCloseTo(36_000 / 47, 0);
    // Half way from 24 km/h at 5 % to 20 at 7 %.
    expect(seconds(61, 69)).toBeCloseTo((8 * 3600) / 22, 0);
  });

  it('is slower uphill for who has lost contact, and only there', () => {
    expect(seconds(61, 69, true) / seconds(61, 69)).toBeCloseTo(1.27, 2);
    expect(seconds(10, 20, true)).toBe(seconds(10, 20));
  });

  it('is faster in the last 25 km, unless the finish is on a summit', () => {
    expect(seconds(90, 100) / seconds(10, 20)).toBeCloseTo(0.93, 3);
    const summit = course();
    expect(seconds(90, 95, false, summit)).toBeCloseTo(seconds(10, 15, false, summit), 0);
  });

  it('is flat where no elevation is known, and goes on beyond both ends', () => {
    const unknown = course({ elevation: [] });
    expect(seconds(-1, 9, false, unknown)).toBeCloseTo(36_000 / 47, 0);
  });

  it('adds up', () => {
    for (const km of [5, 59.9, 63.21, 85, 99.99])
      expect(seconds(0, km) + seconds(km, 110)).toBeCloseTo(seconds(0, 110), 6);
  });

  it('knows how much of a stretch climbs', () => {
    expect(climbingShare(pacedRoad(hill, recordedPast), 50_000, 70_000)).toBeCloseTo(50, -1);
    expect(climbingShare(pacedRoad(hill, recordedPast), 0, 50_000)).toBe(0);
  });
});
