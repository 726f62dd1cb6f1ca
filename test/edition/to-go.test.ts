import { describe, expect, it } from 'vitest';
import { defaultEdition, type Edition } from '../../src/edition/edition.ts';
import { lapWords, toGo } from '../../src/edition/to-go.ts';
import type { Course } from '../../src/race/course/course.ts';
import { fiveLaps } from '../support/courses.ts';
import { course, group, race, sheet } from '../support/race.ts';

const en: Edition = { ...defaultEdition, language: 'en' };
const at = (road: Course, headM: number) =>
  race({ sheet: sheet({ course: road }), phase: 'racing', groups: [group({ frontM: headM, backM: headM })] });
const unknownEnd = { knownM: 20_000, isEndKnown: false };

describe('how far it is', () => {
  it('is the way to go where the end of the road is known, ridden or not', () => {
    for (const ridden of [undefined, { knownM: 110_000, isEndKnown: true }])
      expect(toGo(at({ ...course(), ...(ridden && { ridden }) }, 67_700), en)).toEqual({
        figure: '42.3',
        words: ['km to go', 'km'],
      });
  });

  it('is the way ridden on a road of which nobody knows the end, and the lap on its laps', () => {
    expect(toGo(at({ ...course(), ridden: unknownEnd }, 12_340), en)).toEqual({
      figure: '12.3',
      words: ['km ridden', 'km'],
    });
    expect(toGo(at({ ...fiveLaps, ridden: unknownEnd }, 10_000), en)).toEqual({ figure: '', words: ['Lap 2'] });
    expect(toGo(at({ ...fiveLaps, ridden: unknownEnd }, 1000), en).words).toEqual(['km ridden', 'km']);
  });
});

describe('the lap', () => {
  it('is told with how many there are, and without where nobody knows', () => {
    expect(lapWords(at(fiveLaps, 10_000), en)).toBe('Lap 2/5');
    expect(lapWords(at(fiveLaps, fiveLaps.lengthM), en)).toBe('Lap 5/5');
    expect(lapWords(at(fiveLaps, 1000), en)).toBeNull();
    expect(lapWords(at({ ...fiveLaps, ridden: unknownEnd }, 10_000), en)).toBe('Lap 2');
  });
});
