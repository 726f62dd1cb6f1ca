import { publishedCourse } from '../../../../assets/races/hautes-vallees/day/course.ts';
import { INFO } from '../../../../assets/races/hautes-vallees/race.ts';
import { sheetText } from '../../../../src/desk/feeds/simulation/index.ts';
import { parse } from '../../../../src/desk/feeds/simulation/parse.ts';
import { buildCourse } from '../../../../src/race/course/build.ts';
import { pointAt } from '../../../../src/race/course/road.ts';
import type { Conformance } from '../conformance.ts';

const course = buildCourse(publishedCourse());
const fromMs = INFO.startMs + 600_000;

export default {
  name: 'simulation',
  parser: () => parse,
  papers: () => [{ topic: 'sheet', text: sheetText() }],
  bib: '31',
  place: (bib, atMs) => {
    const { lat, lon } = pointAt(course, 6000 + (atMs - fromMs) / 100);
    return { topic: 'positions', text: JSON.stringify({ t: atMs, r: [[bib, lat, lon, 36]] }) };
  },
  passing: () => null,
  topics: ['sheet', 'positions', 'status'],
  fromMs,
} satisfies Conformance;
