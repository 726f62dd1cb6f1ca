import { describe, expect, it } from 'vitest';
import { withBroughtAlong } from '../../../../src/desk/brought-along.ts';
import { createIntake } from '../../../../src/desk/intake.ts';
import { createNotices } from '../../../../src/desk/notices.ts';
import { withOneSheet } from '../../../../src/desk/papers/one-sheet.ts';
import { riderTable } from '../../../../src/desk/papers/rider-table.ts';
import { pointAt } from '../../../../src/race/course/road.ts';
import { at, courseOf } from '../../../support/courses.ts';
import { START_MS } from '../../../support/race.ts';
import { file, folderOf, iso, open, opened, point, ride, sheetOf, toldBy } from './files.ts';

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
