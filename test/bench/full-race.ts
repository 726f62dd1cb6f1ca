import { buildCourse } from '../../src/race/course/build.ts';
import type { Course } from '../../src/race/course/course.ts';
import type { CourseSource } from '../../src/race/course/source.ts';
import type { RaceEvent } from '../../src/race/event.ts';
import type { Sheet } from '../../src/race/sheet.ts';
import type { Bib } from '../../src/race/units.ts';

/** 200 km that wind and climb: a point every 25 m, sprints, summits, splits. */
export function windingRoad(): Course {
  const points = 8001;
  let [lat, lon] = [45, 3];
  const line: CourseSource['line'][number][] = [];
  for (let i = 0; i < points; i += 1) {
    line.push({ lat, lon, altitudeM: 600 + 450 * Math.sin(i / 420) + 60 * Math.sin(i / 60) });
    const heading = 0.9 * Math.sin(i / 31) + 0.5 * Math.sin(i / 7);
    lat += (25 * Math.sin(heading)) / 111_195;
    lon += (25 * Math.cos(heading)) / (111_195 * Math.SQRT1_2);
  }
  const every = (count: number) => Array.from({ length: count }, (_, i) => Math.round((200 * (i + 0.7)) / count));
  return buildCourse({
    lengthKm: 200,
    line,
    anchors: [],
    elevation: [],
    climbs: every(6).map((summitKm, i) => ({
      name: `Col ${i + 1}`,
      category: '2',
      summitKm,
      lengthKm: 6,
      gradientPct: 6,
      altitudeM: null,
    })),
    marks: every(8).map((km, i) => ({ kind: i % 2 ? ('sprint' as const) : ('split' as const), name: `Line ${i}`, km })),
    sectors: [],
    laps: null,
    protectionKm: 3,
  });
}

/** The papers with every classification full, as in the second week of a Grand Tour. */
export function withStandings(sheet: Sheet): Sheet {
  const bibs = [...sheet.riders.keys()];
  const points = (most: number, step: number) =>
    bibs.map((bib, i) => ({ bib, points: most - step * i })).filter((row) => row.points > 0);
  return {
    ...sheet,
    jerseys: (['general', 'points', 'mountain', 'young'] as const).map((kind, i) => ({ kind, bib: bibs[i]! })),
    riders: new Map([...sheet.riders].map(([bib, rider], i) => [bib, { ...rider, born: `${1990 + (i % 16)}-05-01` }])),
    general: bibs.map((bib, i) => ({ bib, behindS: Math.round(i ** 1.6) })),
    totals: {
      points: points(260, 2),
      mountain: points(60, 1),
      teams: sheet.teams.map(({ code }, i) => ({ team: code, behindS: i * 95 })),
    },
  };
}

/** The same events, their papers with every classification full. */
export const withStandingsIn = (event: RaceEvent): RaceEvent =>
  event.kind === 'sheet' ? { ...event, sheet: withStandings(event.sheet) } : event;

/** How far each of a field of bunches is behind the first: some twenty metres a rider, minutes between bunches. */
export const behindM = (bibs: readonly Bib[], i: number): number =>
  Math.floor((i / bibs.length) * 6) * 300 + (i % 40) * 2;
