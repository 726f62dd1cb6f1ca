import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCourse } from '../../../src/desk/course/read.ts';
import { altitudeAt } from '../../../src/race/course/road.ts';

const folder = mkdtempSync(join(tmpdir(), 'ardoise-course-'));
const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const point = (n: number) => `<trkpt lat="${45 + n / 1000}" lon="6.5"><ele>${500 + n}</ele><time>junk</time></trkpt>`;
const points = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => point(from + i)).join('');
const gpx = (inner: string) => `<?xml version="1.0"?><gpx version="1.1"><metadata/>${inner}</gpx>`;
const road = gpx(
  `<trk><name>Côte &amp; col</name><trkseg>${points(0, 60)}</trkseg><trkseg>${points(60, 101)}</trkseg></trk>`,
);

const errorOf = (file: string): string => {
  const course = readCourse(file);
  return course.ok ? 'nothing is wrong' : course.error;
};

describe('a course from a file', () => {
  it('is the track of a GPX file, segment after segment', () => {
    const course = readCourse(write('road.gpx', road));
    if (!course.ok) throw new Error(course.error);
    const { line, lengthM } = course.value.course;
    expect(line).toHaveLength(101);
    // A tenth of a degree of latitude on a sphere of 6371 km.
    expect(lengthM).toBeGreaterThan(11_100);
    expect(lengthM).toBeLessThan(11_140);
    expect(altitudeAt(course.value.course, 5_560)).toBeCloseTo(550, 0);
    expect(course.value.doubts).toEqual([]);
  });

  it('is a file of figures over the road of a GPX file beside it', () => {
    write('road.gpx', road);
    const climbs = [{ name: 'Le Mur', category: '2', summitKm: 11, lengthKm: 2, gradientPct: 6.5 }];
    const file = write('stage.json', JSON.stringify({ gpx: 'road.gpx', lengthKm: 11.5, climbs }));
    expect(readCourse(file)).toMatchObject({
      ok: true,
      value: { course: { lengthM: 11_500, climbs: [{ name: 'Le Mur', category: '2' }] } },
    });
  });

  it('is one lap of a circuit, ridden as often as somebody says', () => {
    const back = Array.from({ length: 100 }, (_, n) => `<trkpt lat="${45 + (99 - n) / 1000}" lon="6.51"/>`).join('');
    const file = write(
      'lap.gpx',
      gpx(`<trk><trkseg>${points(0, 100)}${back}<trkpt lat="45" lon="6.5"/></trkseg></trk>`),
    );
    const read = readCourse(file, null, 12);
    if (!read.ok) throw new Error(read.error);
    const { laps, lengthM } = read.value.course;
    expect(laps).toMatchObject({ fromM: 0, count: 12 });
    expect(lengthM).toBeCloseTo(12 * laps!.lengthM, 0);
    const wrong = (name: string) => {
      const course = readCourse(name, null, 12);
      return course.ok ? 'nothing is wrong' : course.error;
    };
    expect(wrong(write('road.gpx', road))).toMatch(
      /^--laps 12 does not fit .*: its road ends \d+ m from where it begins/,
    );
    const figures = write('own.json', JSON.stringify({ gpx: 'lap.gpx', lengthKm: 20 }));
    expect(wrong(figures)).toMatch(/write its "laps" there\.$/);
  });

  it('is refused in one sentence that says where it is wrong', () => {
    expect(errorOf(join(folder, 'nowhere.gpx'))).toMatch(/cannot be read; give --course/);
    expect(errorOf(write('cut.gpx', road.slice(0, 400)))).toMatch(
      /cut\.gpx cannot be used as a course: it is not XML, line 1/,
    );
    expect(errorOf(write('page.gpx', '<html><body/></html>'))).toMatch(/it is neither GPX nor TCX/);
    expect(errorOf(write('short.gpx', gpx(`<trk><trkseg>${point(1)}</trkseg></trk>`)))).toMatch(/no track/);
    const still = gpx(`<trk><trkseg>${point(1).repeat(40)}</trkseg></trk>`);
    expect(errorOf(write('still.gpx', still))).toMatch(
      /still\.gpx cannot be used.* 40 points lie within 0 m, so they are no/,
    );
    const short = gpx('<rte><rtept lat="45" lon="6"/><rtept lat="45.0000001" lon="6"/></rte>');
    expect(errorOf(write('near.gpx', short))).toMatch(/2 points lie within 1 m/);
    write('road.gpx', road);
    expect(errorOf(write('none.json', '{"gpx": "road.gpx", "lengthKm": 0}'))).toMatch(/its length of 0 km is no race/);
    expect(errorOf(write('no-road.json', '{"lengthKm": 12}'))).toMatch(/has no road/);
    expect(errorOf(write('wrong.json', '{"climbs": [{"name": "Le Mur"}]}'))).toMatch(/wrong at "climbs\.0\.category"/);
  });

  const climb = join(import.meta.dirname, '../../../../shared/data/gpx/alpe-d-huez.gpx');
  it.runIf(existsSync(climb))('finds the climb of a famous road by itself', () => {
    const course = readCourse(climb);
    if (!course.ok) throw new Error(course.error);
    expect(course.value.course.line).toHaveLength(459);
    const [found] = course.value.course.climbs;
    expect(found).toMatchObject({ category: 'HC', found: true });
    expect(found!.summitM - found!.footM).toBeGreaterThan(12_000);
  });
});
