import { describe, expect, it } from 'vitest';
import { altitudeAt, gradientAt, gradientBlocks, lapAt, pointAt } from '../../../src/race/course/road.ts';
import { at, courseOf, fiveLaps } from '../../support/courses.ts';
import { course } from '../../support/race.ts';

const road = course();

describe('a place on the road', () => {
  it('lies between the points of the line', () => {
    expect(pointAt(road, 50_500).lon).toBeCloseTo(at(50_500, 0).lon, 5);
  });

  it('is the end of the line beyond it', () => {
    expect(pointAt(road, -9000)).toEqual(pointAt(road, 0));
    expect(pointAt(road, 999_000)).toEqual(pointAt(road, 110_000));
  });
});

describe('gradient', () => {
  it('is that of the climb on it and nothing before it', () => {
    expect(gradientAt(road, 105_000)).toBeCloseTo(6, 1);
    expect(gradientAt(road, 90_000)).toBeCloseTo(0, 6);
  });

  it('looks as far as asked', () => {
    expect(gradientAt(road, 100_000, 4000)).toBeCloseTo(3, 1);
  });

  it('is cut into blocks for a profile, the last one shorter', () => {
    const blocks = gradientBlocks(road, 1000, 98_000, 101_500);
    expect(blocks.map((block) => Math.round(block.gradientPct))).toEqual([0, 0, 6, 6]);
    expect(blocks.at(-1)).toMatchObject({ fromM: 101_000, toM: 101_500 });
  });

  it('is not a number where no elevation is known', () => {
    const flat = courseOf([at(0, 0), at(9000, 0)]);
    expect(altitudeAt(flat, 100)).toBeNaN();
    expect(gradientAt(flat, 100)).toBeNaN();
  });
});

describe('laps', () => {
  it('count from one on the circuit, none before it', () => {
    const { fromM, lengthM } = fiveLaps.laps!;
    expect([fromM - 1, fromM + 1, fromM + lengthM + 1, fromM + 5 * lengthM + 9].map((m) => lapAt(fiveLaps, m))).toEqual(
      [0, 1, 2, 5],
    );
  });

  it('do not exist on a road without a circuit', () => {
    expect(lapAt(road, 5000)).toBeNull();
  });
});
