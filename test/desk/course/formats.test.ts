import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCourse } from '../../../src/desk/course/read.ts';
import { roadSaid } from '../../../src/desk/course/road-said.ts';
import { at } from '../../support/courses.ts';
import { gpxXml, mappedRoad, trackXml } from '../../support/mapped-road.ts';

// Many roads are built here, and a machine may be busy.
const folder = mkdtempSync(join(tmpdir(), 'ardoise-formats-'));
const line = mappedRoad();
const plain = gpxXml(trackXml(line));
let files = 0;

function said(content: string | Uint8Array, track: number | null = null): string {
  files += 1;
  const file = join(folder, `${files}.gpx`);
  writeFileSync(file, content);
  const read = readCourse(file, track);
  return read.ok ? roadSaid(read.value.course) : read.error.slice(file.length + 1);
}

const whole = said(plain);

describe('a road is the same, however its file is written', () => {
  it('is 20 km with one climb', () => {
    expect(whole).toBe('Road: 20.00 km, 416 m of climbing, 1 climb: km 12.0 (5.8-12.0 km, 6.7 %).');
  });

  const utf16 = Buffer.from(`\uFEFF${plain}`, 'utf16le');
  const latin1 = plain.replace('?>', ' encoding="ISO-8859-1"?>').replace('Race', 'C\u00f4te');
  it.each([
    ['with prefixes', plain.replaceAll(/<(\/?)(?=[a-z])/g, '<$1g:').replace('xmlns=', 'xmlns:g=')],
    ['in UTF-16, little end first', utf16],
    ['in UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['in UTF-16 without a mark', utf16.subarray(2)],
    ['in UTF-16 without a mark, after an empty line', Buffer.from(`\n${plain.replace(/^<\?.*?\?>/, '')}`, 'utf16le')],
    ['saved anew as UTF-8 under a head that promises UTF-16', plain.replace('?>', ' encoding="UTF-16"?>')],
    ['with a byte order mark and CRLF', `\uFEFF${plain.replaceAll('><', '>\r\n<')}`],
    ['in Latin-1', Buffer.from(latin1, 'latin1')],
    [
      'with decimal commas',
      plain
        .replaceAll(/(\d)\.(\d)/g, '$1,$2')
        .replaceAll('1,0"', '1.0"')
        .replaceAll('1,1"', '1.1"'),
    ],
    ['with longitudes from 0 to 360', plain.replaceAll(/lon="([\d.]+)"/g, (_, lon) => `lon="${Number(lon) - 360}"`)],
    ['as a track and a route of the same road', gpxXml(`${trackXml(line)}${trackXml(line, 'again')}`)],
  ])('%s', (_, content) => {
    expect(said(content)).toBe(whole);
  });

  it('as the route of a Garmin, whose road lies between its points', () => {
    const rpt = (from: number, to: number) =>
      line
        .slice(from, to)
        .map(({ lat, lon }) => `<gpxx:rpt lat="${lat}" lon="${lon}"/>`)
        .join('');
    const rtept = (i: number, to: number) =>
      `<rtept lat="${line[i]!.lat}" lon="${line[i]!.lon}"><extensions><gpxx:RoutePointExtension>${rpt(i + 1, to)}</gpxx:RoutePointExtension></extensions></rtept>`;
    expect(said(gpxXml(`<rte>${rtept(0, 250)}${rtept(250, 501)}</rte>`))).toBe(
      'Road: 20.00 km, no elevation, no climb.',
    );
  });

  it('as the course and the activity of a bicycle computer', () => {
    const points = line.map(
      ({ lat, lon, altitudeM }) =>
        `<Trackpoint><Position><LatitudeDegrees>${lat}</LatitudeDegrees><LongitudeDegrees>${lon}</LongitudeDegrees></Position><AltitudeMeters>${altitudeM}</AltitudeMeters></Trackpoint>`,
    );
    const tcx = (inner: string) => `<TrainingCenterDatabase>${inner}</TrainingCenterDatabase>`;
    const track = (from: number, to: number) => `<Track>${points.slice(from, to).join('')}</Track>`;
    expect(said(tcx(`<Courses><Course><Name>x</Name>${track(0, 600)}</Course></Courses>`))).toBe(whole);
    const laps = `<Lap>${track(0, 300)}</Lap><Lap>${track(300, 600)}</Lap>`;
    expect(said(tcx(`<Activities><Activity><Id>x</Id>${laps}</Activity></Activities>`))).toBe(whole);
  });
});

describe('what is no road is refused with what to do', () => {
  const far = line.map(({ lat, lon }) => ({ lat: lat + 1, lon, altitudeM: null }));

  it('tracks that do not follow each other are never joined', () => {
    const two = gpxXml(trackXml(line) + trackXml(far.slice(0, 100), 'Caravan'));
    expect(said(two)).toBe(
      'cannot be used as a course: it has 2 tracks that do not follow each other (1 "Race", 20.0 km; 2 "Caravan", 3.9 km): choose one with --track 1.',
    );
    expect(said(two, 1)).toBe(whole);
    expect(said(two, 2)).toMatch(/^Road: 3.9\d km/);
    expect(said(two, 3)).toMatch(/it has no track 3: there are 2/);
  });

  it('tracks that follow each other are one road', () => {
    const [first, second] = [trackXml(line.slice(0, 200)), trackXml(line.slice(200))];
    expect(said(gpxXml(first + second))).toBe(whole);
    expect(said(gpxXml(second + first))).toBe(whole);
  });

  it.each([
    ['<kml><Document/></kml>', /it is KML: export it as GPX/],
    ['<html><body/></html>', /it is neither GPX nor TCX/],
    [gpxXml('<wpt lat="45" lon="6"><name>Col</name></wpt>'), /no track and no route/],
    [`${String.fromCharCode(14, 16, 0, 0, 0, 0, 0, 0)}.FIT`, /it is a FIT file: export it as GPX/],
  ])('%s', (content, sentence) => {
    expect(said(content)).toMatch(sentence);
  });

  it('junk never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(plain.length), (bytes, at) => {
        const torn = Buffer.concat([Buffer.from(plain.slice(0, at)), bytes]);
        expect(typeof said(torn)).toBe('string');
      }),
      { numRuns: 30 },
    );
  });
});

it('places with a name are marks, and name the climb that ends there', () => {
  const wpt = (i: number, name: string, sym = '') =>
    `<wpt lat="${line[i]!.lat}" lon="${line[i]!.lon}"><name>${name}</name><sym>${sym}</sym></wpt>`;
  const { lat, lon } = at(-9000, 4000);
  const off = `<wpt lat="${lat}" lon="${lon}"><name>Hotel</name></wpt>`;
  files += 1;
  const file = join(folder, `${files}.gpx`);
  const places =
    wpt(100, 'Sprint interm\u00e9diaire') +
    wpt(305, 'Col des Tests', 'Summit') +
    wpt(200, 'Ravitaillement') +
    wpt(400, 'Ch\u00e2teau') +
    off;
  writeFileSync(file, gpxXml(places + trackXml(line)));
  const read = readCourse(file);
  if (!read.ok) throw new Error(read.error);
  const { course, doubts } = read.value;
  expect(course.climbs.map(({ name, found }) => [name, found])).toEqual([['Col des Tests', true]]);
  const named = course.marks
    .filter(({ name }) => name !== '')
    .map(({ kind, name, distanceM }) => [kind, name, Math.round(distanceM / 10)]);
  expect(named).toEqual([
    ['sprint', 'Sprint interm\u00e9diaire', 400],
    ['feed-zone', 'Ravitaillement', 800],
    ['point', 'Ch\u00e2teau', 1600],
  ]);
  expect(doubts).toEqual(['"Hotel" is not on the road: left out']);
});
