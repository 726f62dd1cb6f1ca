import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { packedStillRace } from '../../../../src/desk/site/graphics/still-race.ts';
import { foldRace } from '../../../../src/wire/parse.ts';
import { readRace } from '../../../../src/wire/public/sections.ts';

it('is a whole race of the last 3 km, and small', () => {
  const packed = packedStillRace();
  expect(packed.length).toBeLessThan(18_000);
  const race = foldRace(null, readRace(new Uint8Array(inflateSync(Buffer.from(packed, 'base64')))))!;
  const { course, riders } = race.sheet;
  const leftM = course.lengthM - race.groups[0]!.frontM;
  expect(race.phase).toBe('racing');
  expect(leftM).toBeGreaterThan(2000);
  expect(leftM).toBeLessThan(3000);
  expect(race.groups.length).toBeGreaterThan(3);
  expect(riders.size).toBe(race.places.length);
  expect(course.profile.altitudesM.length).toBe(course.lengthM / course.profile.stepM + 1);
});
