import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBroughtAlong } from '../../../../src/desk/brought-along.ts';
import type { RiddenPoint } from '../../../../src/desk/course/gpx.ts';
import type { Playable } from '../../../../src/desk/feeds/feed.ts';
import { inTime } from '../../../../src/desk/feeds/gpx/in-time.ts';
import kind from '../../../../src/desk/feeds/gpx/index.ts';
import { whoseRide } from '../../../../src/desk/feeds/gpx/who.ts';
import { createIntake } from '../../../../src/desk/intake.ts';
import { createNotices } from '../../../../src/desk/notices.ts';
import { withOneSheet } from '../../../../src/desk/papers/one-sheet.ts';
import { riderTable } from '../../../../src/desk/papers/rider-table.ts';
import { pointAt } from '../../../../src/race/course/road.ts';
import { at, courseOf } from '../../../support/courses.ts';
import { START_MS } from '../../../support/race.ts';

const iso = (atMs: number): string => new Date(atMs).toISOString();
const point = (eastM: number, time: string): string => {
  const { lat, lon } = at(eastM, 0);
  return `<trkpt lat="${lat}" lon="${lon}"><ele>210.5</ele>${time && `<time>${time}</time>`}</trkpt>`;
};
const file = (points: readonly string[], title = '', head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1">${head}<trk><name>${title}</name><trkseg>${points.join('')}</trkseg></trk></gpx>`;
/** So many seconds at 10 m/s, from a moment after the start on. */
const ride = (seconds: number, fromS = 0, startM = 0): string[] =>
  Array.from({ length: seconds }, (_, s) => point(startM + s * 10, iso(START_MS + (fromS + s) * 1000)));

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'ardoise-rides-')), 'club-race');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
const open = (folder: string) =>
  kind.open({ argument: folder, folder: '.', seed: 1, port: 4000, parserOf: () => null });
function opened(files: Readonly<Record<string, string>>): Playable {
  const playable = open(folderOf(files));
  if (!playable.ok) throw new Error(playable.error);
  return playable.value;
}
const toldBy = (playable: Playable) => {
  const read = playable.reader();
  return [...playable.play(0)].map((input) => ({ atMs: input.atMs, ...read(input) }));
};
const sheetOf = (playable: Playable) => {
  const [first] = toldBy(playable)[0]!.events;
  if (first?.kind !== 'sheet') throw new Error('no sheet');
  return first.sheet;
};

describe('a folder of rides', () => {
  it('is played in the order of time, whoever wrote it, second by second', () => {
    const playable = opened({ '12 Dupont.gpx': file(ride(60)), '7-NOVAK Ana.gpx': file(ride(30, 20.5)) });
    expect(playable.title).toBe('2 rides of club-race');
    expect(playable.span).toEqual({ fromMs: START_MS, toMs: START_MS + 59_000 });
    const told = toldBy(playable);
    expect(told.map(({ atMs }) => atMs)).toEqual(told.map(({ atMs }) => atMs).sort((a, b) => a - b));
    expect([...sheetOf(playable).riders.values()]).toMatchObject([
      { bib: '7', family: 'NOVAK', given: 'Ana' },
      { bib: '12', family: 'Dupont', given: '' },
    ]);
    const positions = told.flatMap(({ events }) =>
      events.flatMap((event) => (event.kind === 'positions' ? event : [])),
    );
    expect(positions).toHaveLength(60);
    expect(positions[20]).toMatchObject({
      atMs: START_MS + 20_500,
      samples: [
        { bib: '7', atMs: START_MS + 20_500, altitudeM: 210.5 },
        { bib: '12', atMs: START_MS + 20_000, speedKph: null },
      ],
    });
    expect(told.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('says by its name which file plays no part, and plays the others', () => {
    const another = ride(60).map((text) => text.replace(/2026-\d{2}-\d{2}/, '2019-05-01'));
    const playable = opened({
      '1.gpx': file(ride(60)),
      '2 Peña.gpx': file(ride(60).map((text) => text.replace(/<time>.*<\/time>/, ''))),
      '3.gpx': '<gpx><trk>',
      '4 Li.gpx': file(another),
      '5.fit': 'no',
      '1 Other.gpx': file(ride(60)),
      'dupont.gpx': file(ride(60, 5)),
      '.hidden.gpx': '',
      'notes.txt': '',
    });
    const [{ faults }] = toldBy(playable) as [ReturnType<typeof toldBy>[0]];
    expect(faults).toEqual([
      '1.gpx was left out: number 1 is that of 1 Other.gpx already',
      '2 Peña.gpx was left out: its points have no times, so nobody knows when it was ridden',
      expect.stringMatching(/^3\.gpx was left out: it is not XML, line 1: /),
      '5.fit was left out: export it as GPX',
      expect.stringMatching(
        /^4 Li\.gpx was left out: it was ridden 2019-05-01 from .* UTC, the others 2026-07-04 from/,
      ),
      'dupont.gpx names no number: write it first, as "12 dupont.gpx", or list "dupont" as a device of its rider in --riders',
    ]);
    expect([...sheetOf(playable).riders.keys()]).toEqual(['1', 'dupont']);
  });

  it('is refused in a sentence where there is nothing to play', () => {
    const errorOf = (folder: string) => {
      const playable = open(folder);
      return playable.ok ? '' : playable.error;
    };
    expect(errorOf('/nowhere')).toBe(
      '/nowhere cannot be read; write --feed gpx:<folder> with the GPX files of the riders.',
    );
    expect(errorOf(folderOf({ 'a.txt': '' }))).toMatch(/has no GPX file: put one there for each rider, such as "12 D/);
    expect(errorOf(folderOf({ '1.gpx': file([point(0, '')]) }))).toMatch(
      /has no ride that can be played\. 1\.gpx was left out: its points have no times, so nobody knows when it was ridden\.$/,
    );
  });

  it('has one ride of a rider who stopped his receiver on the way', () => {
    const playable = opened({
      '3 Li.gpx': file(ride(20)),
      '3-li.gpx': file(ride(20, 40, 400)),
      '4.gpx': file(ride(60)),
    });
    expect(toldBy(playable).flatMap(({ faults }) => faults)).toEqual([]);
    expect(playable.title).toBe('2 rides of club-race');
  });

  it('knows its riders by the list that is brought along, which has the names of files as devices', () => {
    const playable = opened({ 'dupont.gpx': file(ride(5, 2)), '7.gpx': file(ride(2)) });
    const listed = riderTable('bib,name,device\n31,DUPONT Jean,Dupont\n', 'riders.csv');
    if (!listed.ok) throw new Error(listed.error);
    const read = withOneSheet(playable.reader, { feeds: playable.feeds, listed: listed.value })();
    const events = [...playable.play(0)].flatMap((input) => read(input).events);
    const [sheet, ...rest] = events;
    expect(sheet?.kind === 'sheet' && [...sheet.sheet.riders.keys()]).toEqual(['7', '31']);
    const bibs = rest.flatMap((event) => (event.kind === 'positions' ? event.samples : []));
    expect(bibs.map(({ bib }) => bib)).toEqual([...Array(2).fill('7'), ...Array(5).fill('31')]);
  });

  it('is a race: groups and gaps on the road that is brought along', () => {
    const road = courseOf([0, 3000, 6000, 9000, 12_000].map((x) => at(x, 0)));
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [`${i + 1}.gpx`, file(ride(600, i < 2 ? 0 : 45 + i, 20))]),
    );
    const playable = opened(files);
    const source = { feeds: playable.feeds, reader: withBroughtAlong(playable.reader, { course: road }, () => {}) };
    const intake = createIntake({ source, notices: createNotices(() => {}), wallMs: null });
    for (const input of playable.play(0)) if (input.atMs <= START_MS + 500_000) intake.take(input);
    const { groups } = intake.race(START_MS + 500_000)!;
    expect(groups.map(({ bibs }) => bibs.length)).toEqual([2, 6]);
    expect(Math.abs(groups[0]!.frontM - 5020)).toBeLessThan(40);
    expect(Math.abs(groups[1]!.gap!.value - 47)).toBeLessThan(3);
  });

  it('begins when its riders set off together, and has their laps from there on the road of one lap', () => {
    const lap = courseOf([at(0, 0), at(1000, 0), at(1000, 1000), at(0, 1000), at(0, 5)], {
      laps: { fromKm: 0, toKm: 3.995, count: 5 },
    });
    const files = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [
        `${i + 1}.gpx`,
        file(
          Array.from({ length: 900 }, (__, s) => {
            const { lat, lon } = pointAt(lap, (Math.max(0, s - 200 - i) * 10 + 10) % 3995);
            return `<trkpt lat="${lat}" lon="${lon}"><time>${iso(START_MS + s * 1000)}</time></trkpt>`;
          }),
        ),
      ]),
    );
    const playable = opened(files);
    const { startMs } = sheetOf(playable).info;
    expect(Math.abs(startMs! - (START_MS + 203_000))).toBeLessThan(8000);
    expect(playable.startMs).toBe(startMs! - 60_000);
    const source = { feeds: playable.feeds, reader: withBroughtAlong(playable.reader, { course: lap }, () => {}) };
    const intake = createIntake({ source, notices: createNotices(() => {}), wallMs: null });
    for (const input of playable.play(0)) intake.take(input);
    const [head] = intake.race(START_MS + 899_000)!.groups;
    expect(Math.abs(head!.frontM - 7000)).toBeLessThan(60);
  });

  it('is a race on the road that its riders draw, where nobody brings one', () => {
    const lapM = 2000;
    const circle = courseOf(
      Array.from({ length: 101 }, (_, i) => {
        const angle = (i / 100) * 2 * Math.PI;
        const r = lapM / (2 * Math.PI);
        return at(r * Math.cos(angle), r * Math.sin(angle));
      }),
    );
    const files = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [
        `${i + 1} Rider.gpx`,
        file(
          Array.from({ length: 500 }, (__, s) => {
            const { lat, lon } = pointAt(circle, (Math.max(0, s - 30) * 10 + 100 - i * 3) % lapM);
            return `<trkpt lat="${lat}" lon="${lon}"><time>${iso(START_MS + s * 1000)}</time></trkpt>`;
          }),
        ),
      ]),
    );
    const playable = opened(files);
    const notices = createNotices(() => {});
    const intake = createIntake({ source: playable, notices, wallMs: null });
    for (const input of playable.play(0)) intake.take(input);
    expect(notices.list().map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^The road is a lap of (1\.99|2\.0\d) km/),
    );
    expect(intake.race(START_MS + 499_000)!.sheet.course.laps).not.toBeNull();
  });
});

describe('whose ride it is', () => {
  const whose = (stem: string, gpx: object = {}) => {
    const { bib, isNumber, family, given } = whoseRide(stem, gpx as never);
    return [bib, isNumber, family, given];
  };

  it.each([
    ['12 Dupont', ['12', true, 'Dupont', '']],
    ['12-dupont', ['12', true, 'Dupont', '']],
    ['012_DUPONT_Jean', ['012', true, 'DUPONT', 'Jean']],
    ['bib 12a', ['12A', true, '12A', '']],
    ['#7 - jean-luc martin', ['7', true, 'Jean Luc Martin', '']],
    ['dupont_31', ['31', true, 'Dupont', '']],
    ['dupont', ['dupont', false, 'Dupont', '']],
    ['2026-07-04_12-33', ['2026-07-04_12-33', false, '2026-07-04 12-33', '']],
    ['activity_12345678', ['activity_12345678', false, 'Activity 12345678', '']],
    ['100 km ride', ['100 km ride', false, '100 Km Ride', '']],
  ])('%j says it by its name', (stem, expected) => {
    expect(whose(stem)).toEqual(expected);
  });

  it('is said by the file where its name does not', () => {
    expect(whose('activity', { trk: { name: '12 Dupont' } })).toEqual(['12', true, 'Dupont', '']);
    expect(whose('activity', { metadata: { name: '12 DUPONT Jean' } })).toEqual(['12', true, 'DUPONT', 'Jean']);
    expect(whose('9', { metadata: { author: { name: 'PEÑA Luis' } } })).toEqual(['9', true, 'PEÑA', 'Luis']);
    expect(whose('x', { trk: [{ name: 'Morning Ride 2' }, { name: '100 km' }] })).toEqual(['x', false, 'X', '']);
  });
});

describe('the times of a ride', () => {
  const points = (seconds: readonly number[]): RiddenPoint[] =>
    seconds.map((s) => ({ lat: 45, lon: 5, altitudeM: null, atMs: s * 1000 }));
  const kept = (...segments: readonly (readonly number[])[]) =>
    inTime(segments.map(points)).map(({ atMs }) => atMs / 1000);

  it('go forward: what says a moment again or goes back is left out, and a leap does not cost what follows', () => {
    expect(kept([1, 2, 2, 3, 2, 4])).toEqual([1, 2, 3, 4]);
    expect(kept([1, 2, 900, 3, 4, 5])).toEqual([1, 2, 3, 4, 5]);
    expect(kept([10, 11, 12], [1, 2, 3])).toEqual([1, 2, 3, 10, 11, 12]);
    expect(kept([5, 100_000, 100_001, 100_002, 900_000])).toEqual([100_000, 100_001, 100_002]);
    expect(kept()).toEqual([]);
  });

  it('are later each than the one before, of whatever file', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(50), { maxLength: 20 }), { maxLength: 4 }), (segments) => {
        const times = kept(...segments);
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        expect(times.length > 0).toBe(segments.some((segment) => segment.length > 0));
      }),
    );
  });

  it('are read with and without fractions and zones', () => {
    const texts = [
      '2026-07-04T12:00:00Z',
      '2026-07-04T14:00:01.5+02:00',
      '2026-07-04 12:00:02',
      '2026-07-04T12:00:03,25z',
    ];
    const playable = opened({ '1.gpx': file(texts.map((time, i) => point(i * 10, time))) });
    const fixes = [...playable.play(0)].slice(1).flatMap(({ text }) => JSON.parse(text) as [string, number][]);
    const zero = Date.UTC(2026, 6, 4, 12);
    expect(fixes.map(([, atMs]) => atMs - zero)).toEqual([0, 1500, 2000, 3250]);
    expect(
      opened({ '1.gpx': file(['2026-07-04T12:00:00', 'soon', '2026-07-04T12:00:09'].map((t) => point(0, t))) }).span,
    ).toEqual({ fromMs: zero, toMs: zero + 9000 });
  });
});
