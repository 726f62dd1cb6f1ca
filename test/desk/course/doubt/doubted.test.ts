import { expect, it } from 'vitest';
import { doubted } from '../../../../src/desk/course/doubt/doubted.ts';
import { indexRoad, newFeet, project } from '../../../../src/race/track/road-index.ts';
import { at } from '../../../support/courses.ts';
import { mapped } from '../../../support/mapped-road.ts';
import { changed, clean, expectRoad, read } from './spoilt.ts';

// Many roads are built here, and a machine may be busy.
it('a clean road passes as it is', () => {
  const kept = doubted(clean);
  expect(kept).toEqual({ ok: true, value: { line: clean, doubts: [] } });
  expectRoad(clean);
});

it('a road over 180 degrees is as long as elsewhere, and riders are found on it', () => {
  const wrap = (lon: number) => (lon > 180 ? lon - 360 : lon);
  const over = changed((point) => ({ ...point, lon: wrap(point.lon + 174.95) }));
  expect(new Set(over.map(({ lon }) => Math.sign(lon)))).toEqual(new Set([1, -1]));
  expectRoad(over);
  const road = indexRoad(read(over).course);
  const feet = newFeet();
  for (const i of [10, 250, 490]) {
    project(road, over[i]!.lat, over[i]!.lon, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, feet);
    expect(feet.count).toBe(1);
    expect(feet.distanceM[0]).toBeCloseTo(i * mapped.stepM, -1);
  }
});

it('a hundred thousand points are read without a square of work', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => ({
    ...at(i * 2, 30 * Math.sin(i / 90)),
    altitudeM: 300 + 80 * Math.sin(i / 3000),
  }));
  expect(read(many).course.lengthM).toBeGreaterThan(200_000);
});
