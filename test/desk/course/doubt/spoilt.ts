import fc from 'fast-check';
import { expect } from 'vitest';
import { courseFrom } from '../../../../src/desk/course/course-from.ts';
import { gradientBlocks } from '../../../../src/race/course/road.ts';
import type { CourseSource } from '../../../../src/race/course/source.ts';
import { mapped, mappedRoad } from '../../../support/mapped-road.ts';
import { straightRoad } from '../../../support/race.ts';

export type Line = CourseSource['line'];
export const clean = mappedRoad();
export const METRES_PER_DEGREE = 111_195;

export function read(line: Line) {
  const made = courseFrom({ ...straightRoad, lengthKm: null, elevation: [], marks: [], line });
  if (!made.ok) throw new Error(made.error);
  const { course, doubts } = made.value;
  const steepest = Math.max(...gradientBlocks(course, 100).map(({ gradientPct }) => Math.abs(gradientPct)));
  return { course, doubts, steepest };
}

/** The road as it was mapped before somebody spoilt it. */
export function expectRoad(line: Line): readonly string[] {
  const { course, doubts, steepest } = read(line);
  expect(Math.abs(course.lengthM - mapped.lengthM)).toBeLessThan(0.01 * mapped.lengthM);
  expect(course.climbs).toHaveLength(1);
  expect(course.climbs[0]!.summitM).toBeCloseTo(mapped.summitM, -3);
  expect(course.climbs[0]!.gradientPct).toBeCloseTo(6.7, 0);
  expect(steepest).toBeLessThan(mapped.gradientPct + 0.5);
  return doubts;
}

export const changed = (change: (point: Line[number], i: number) => Line[number]): Line => clean.map(change);
export const raised = (from: number, count: number, altitudeM: number | null): Line =>
  changed((point, i) => (i >= from && i < from + count ? { ...point, altitudeM } : point));
export const anywhere = fc.integer({ min: 20, max: clean.length - 20 });
