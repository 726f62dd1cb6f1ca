import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperTopics } from '../../../../src/desk/feeds/race-center/paper-shapes.ts';
import { raceCenterParse } from '../../../../src/desk/feeds/race-center/parse.ts';
import { teamOf, teamsOf } from '../../../../src/desk/feeds/race-center/start-list.ts';
import { readTruth } from '../../../../src/desk/feeds/race-center/truth.ts';
import type { PositionsEvent, RaceEvent } from '../../../../src/race/event.ts';
import type { Sheet } from '../../../../src/race/sheet.ts';
import { START_MS } from '../../../support/race.ts';
import { frame, paper, riderPaper } from '../../../support/recording.ts';

const papers = { ...paper, riders: [riderPaper(1), riderPaper(2)] as unknown[] };

/** All papers read; what came of the last one, which makes the sheet. */
function opened(over: Partial<Record<(typeof paperTopics)[number], unknown>> = {}) {
  const parse = raceCenterParse();
  const read = paperTopics.map((topic) => parse({ topic, text: JSON.stringify({ ...papers, ...over }[topic]) }));
  const { events, faults } = read.at(-1)!;
  const sheet = events.find((event) => event.kind === 'sheet')?.sheet;
  return { parse, sheet, faults };
}

const sheetOf = (over: Parameters<typeof opened>[0] = {}): Sheet => opened(over).sheet!;
const samplesOf = (events: readonly RaceEvent[]) =>
  (events.find((event) => event.kind === 'positions') as PositionsEvent | undefined)?.samples ?? [];

function streamed(text: string) {
  const { events, faults } = opened().parse({ topic: 'stream', text });
  return { samples: samplesOf(events), events, faults };
}

/** A frame of two riders with something changed. */
function spoilt(change: (data: { Riders: Record<string, unknown>[] } & Record<string, unknown>) => void): string {
  const message = JSON.parse(frame(START_MS, 2));
  change(message.data);
  return JSON.stringify(message);
}

describe('the papers', () => {
  it('make a sheet', () => {
    const sheet = sheetOf();
    expect(sheet.info).toEqual({
      id: 'race-center-2026-07-04-5',
      race: '',
      stage: 'Stage 5 · Valbrun - Aigles',
      type: 'hilly',
      startMs: START_MS,
      utcOffsetMin: 120,
    });
    expect(sheet.riders.get('1')).toEqual({
      bib: '1',
      given: 'Given',
      family: 'FAMILY 1',
      team: 'LOW',
      nation: 'GER',
      born: '2001-05-08',
    });
    expect(sheet.teams).toEqual([
      { code: 'TOP', name: 'Top Bikes', nation: 'SUI', colors: null },
      { code: 'LOW', name: 'Low Gear', nation: 'NED', colors: ['#ff8800', '#ff8800'] },
    ]);
  });

  it('give no team a colour that all of them share', () => {
    const grey = paper.teams.map((team) => ({ ...team, color: '#888888' }));
    expect(teamsOf(grey.map(teamOf)).map(({ colors }) => colors)).toEqual([null, null]);
    expect(teamsOf(grey.slice(1).map(teamOf))).toEqual([
      { code: 'LOW', name: 'Low Gear', nation: 'NED', colors: ['#888888', '#888888'] },
    ]);
  });

  it('put the course on the kilometres of the road book, with what is on it', () => {
    const { course } = sheetOf();
    expect(course.lengthM).toBe(50_000);
    expect(course.climbs.find((climb) => !climb.found)).toMatchObject({
      name: 'Côte du Four',
      category: 'HC',
      summitM: 40_000,
      footM: 37_000,
      gradientPct: 7.5,
      altitudeM: 900,
    });
    const at = (kind: string) => course.marks.filter((mark) => mark.kind === kind).map((mark) => mark.distanceM);
    expect(at('neutral-start')).toEqual([-2000]);
    // The finish is listed as a sprint as well.
    expect(at('sprint')).toEqual([20_000]);
    expect(at('protection-line')).toEqual([47_000]);
  });

  it('know a time trial, and that the 3 km rule is not for it nor for a summit finish', () => {
    const marks = (over: object) =>
      sheetOf({ stage: { ...paper.stage, ...over } }).course.marks.map(({ kind }) => kind);
    expect(marks({ type: 'IND' })).not.toContain('protection-line');
    expect(sheetOf({ stage: { ...paper.stage, type: '?', showGroups: false } }).info.type).toBe('time-trial');
    const [book] = paper.checkpoints;
    const onTop = [{ ...book, 4: { ...book![4], checkpointSummits: book![3].checkpointSummits } }];
    const kinds = sheetOf({ checkpoints: onTop }).course.marks.map(({ kind }) => kind);
    expect(kinds).not.toContain('protection-line');
  });

  it('do without a road book: the trace names the places, illegible ones by nobody', () => {
    const interests = [
      ...paper.trace.pointsOfInterest,
      { label: '#004_VIC', lat: 45, lon: 5.2, distanceTraveled: 15 },
      { label: '#004_C\uFFFDte', lat: 45, lon: 5.3, distanceTraveled: 25 },
    ];
    const trace = { ...paper.trace, pointsOfInterest: interests };
    const { course } = sheetOf({ checkpoints: [], trace });
    expect(course.lengthM).toBe(50_000);
    const sprints = course.marks.filter((mark) => mark.kind === 'sprint').map((mark) => mark.name);
    expect(sprints).toContain('VIC');
    expect(sprints.join()).not.toContain('\uFFFD');
  });

  it('leave out riders without a number and second ones, and say so', () => {
    const riders = [
      riderPaper(null, { firstname: 'No', lastname: 'NUMBER' }),
      riderPaper('7'),
      riderPaper(7, { lastname: 'SECOND' }),
      { _id: 'aa', code: 'TOP', name: 'Top Bikes', nationality: 'fra' },
    ];
    const { sheet, faults } = opened({ riders });
    expect([...sheet!.riders.keys()]).toEqual(['7']);
    expect(faults).toEqual([
      'start list: No NUMBER has no number and was left out.',
      'start list: number 7 is given twice; Given SECOND was left out.',
    ]);
  });

  it('say in a sentence that there is no course, and begin when there is one', () => {
    const { parse, sheet, faults } = opened({ trace: { routePoints: [] } });
    expect(sheet).toBeUndefined();
    expect(faults).toEqual([
      'trace: it has no road: two points are the least; it was left out; check the papers of the stage.',
    ]);
    parse({ topic: 'trace', text: JSON.stringify(paper.trace) });
    const again = parse({ topic: 'stage', text: JSON.stringify([paper.stage]) });
    expect(again.events.map((event) => event.kind)).toEqual(['sheet']);
  });

  it('keep the road when a later trace is none, and say so', () => {
    const { parse, sheet } = opened();
    const point = { lat: 45, lon: 6, ele: 100 };
    parse({ topic: 'trace', text: JSON.stringify({ routePoints: Array.from({ length: 50 }, () => point) }) });
    const { events, faults } = parse({ topic: 'stage', text: JSON.stringify([paper.stage]) });
    expect(faults).toEqual([
      expect.stringMatching(/^trace: its \d+ points lie within 0 m, so they are no road: .*left out/),
    ]);
    expect(events).toMatchObject([{ kind: 'sheet', sheet: { course: { lengthM: sheet!.course.lengthM } } }]);
  });

  it('survive a stage without a time zone or a time', () => {
    const { sheet, faults } = opened({ stage: { stage: 5, type: 'PLN' } });
    expect(sheet!.info).toMatchObject({ startMs: null, utcOffsetMin: 0, stage: 'Stage 5' });
    expect(faults).toHaveLength(2);
  });
});

describe('the live stream', () => {
  it('says who is out, once, and who is back', () => {
    const parse = raceCenterParse();
    const told = (atMs: number, Status: unknown) => {
      const riders = [
        { Bib: 1, Latitude: 45, Longitude: 5, Status },
        { Bib: 2, Latitude: 45, Longitude: 5 },
      ];
      const { events, faults } = parse({ topic: 'stream', text: frame(atMs, 0, { Riders: riders }) });
      expect(faults).toEqual([]);
      return events.filter((event) => event.kind === 'rider-status');
    };
    expect(told(START_MS, 'active')).toEqual([]);
    const out = { kind: 'rider-status', atMs: START_MS + 1000, bib: '1', status: 'abandoned' };
    expect(told(START_MS + 1000, 'abandoned')).toEqual([out]);
    expect(told(START_MS + 2000, 'Abandoned')).toEqual([]);
    for (const nothing of ['', null, 7, 'constructor', 'on the bus'])
      expect(told(START_MS + 3000, nothing)).toEqual([]);
    expect(told(START_MS + 4000, 'active')).toMatchObject([{ status: 'racing' }]);
  });

  it('gives positions, and of what the organiser worked out only his gaps', () => {
    const { events } = streamed(frame(START_MS, 2));
    expect(events).toEqual([
      {
        kind: 'positions',
        atMs: START_MS,
        samples: [
          { bib: '1', lat: 45, lon: 5, speedKph: 36, gapS: 0 },
          { bib: '2', lat: 45, lon: expect.closeTo(4.99995, 4), speedKph: 36, gapS: 1 },
        ],
      },
    ]);
  });

  it('leaves out a null bib, and does not take null for zero', () => {
    const spoiltFrame = spoilt(({ Riders }) => {
      Riders.push({ ...Riders[0], Bib: null }, { Bib: 3, Latitude: null, Longitude: '' });
      Riders[0]!.kph = null;
    });
    const { samples, faults } = streamed(spoiltFrame);
    expect(samples.map(({ bib, speedKph }) => [bib, speedKph])).toEqual([
      ['1', null],
      ['2', 36],
    ]);
    expect(faults).toEqual([
      'telemetry: a rider without a number was left out.',
      'telemetry: number 3 has no latitude or longitude and was left out.',
    ]);
  });

  it('reads numbers written as text', () => {
    const { samples, faults } = streamed(
      spoilt(({ Riders }) => Object.assign(Riders[0]!, { Bib: '1', Latitude: '45.5', kph: '40' })),
    );
    expect(samples[0]).toMatchObject({ bib: '1', lat: 45.5, speedKph: 40 });
    expect(faults).toEqual([]);
  });

  it('counts the first of two of the same number', () => {
    const { samples, faults } = streamed(spoilt(({ Riders }) => Riders.push({ ...Riders[0], Latitude: 46 })));
    expect(samples.map(({ bib, lat }) => [bib, lat])).toEqual([
      ['1', 45],
      ['2', 45],
    ]);
    expect(faults).toEqual(['telemetry: number 1 comes twice in one frame; the first one counts.']);
  });

  it('says that half a frame is no JSON, and goes on', () => {
    const { parse } = opened();
    const text = frame(START_MS, 2);
    const half = parse({ topic: 'stream', text: text.slice(0, text.length / 2) });
    expect(half).toEqual({ events: [], faults: [expect.stringMatching(/^stream: what came is not JSON.*"\{"bind"/)] });
    expect(samplesOf(parse({ topic: 'stream', text }).events)).toHaveLength(2);
  });

  it('passes over uids, other topics and frames of nobody without a word', () => {
    const quiet = [
      '7f0d2a64-3f5e-4f7e-9f53-2a3cf1b1a0c7',
      JSON.stringify({ bind: 'socialContent-2026-5', data: { text: 'hello' } }),
      JSON.stringify({ 'telemetryCompetitor-2026': 1784642146893 }),
      spoilt((data) => {
        data.Riders = [];
      }),
      spoilt((data) => {
        data.RaceStatus = false;
      }),
    ];
    for (const text of quiet) expect(streamed(text)).toEqual({ samples: [], events: [], faults: [] });
  });

  it('learns who wears what, once, and forgets it with a new stage', () => {
    const { parse } = opened();
    const jerseys = (text: string) =>
      parse({ topic: 'stream', text }).events.flatMap((event) => (event.kind === 'sheet' ? [event.sheet.jerseys] : []));
    const worn = frame(START_MS, 2, { YGPW: [1, '2', null, 0] });
    expect(jerseys(worn)).toEqual([
      [
        { kind: 'general', bib: '1' },
        { kind: 'points', bib: '2' },
      ],
    ]);
    expect(jerseys(worn)).toEqual([]);
    const sheetFor = (stage: object) => parse({ topic: 'stage', text: JSON.stringify(stage) }).events;
    const wearing = (count: number) => [{ sheet: { jerseys: expect.objectContaining({ length: count }) } }];
    expect(sheetFor({ ...paper.stage, startTime: '14:05:00' })).toMatchObject(wearing(2));
    expect(sheetFor({ ...paper.stage, stage: 6 })).toMatchObject(wearing(0));
  });

  it('takes the groups of race radio', () => {
    const groups = [
      { order: 1, name: 'Peloton', size: 999, bibs: [{ bib: 2 }, { bib: null }], relative: 90, computedRelative: 95 },
      { order: 0, name: 'Tête de la course', bibs: [{ bib: 1 }], relative: 0 },
    ];
    const text = JSON.stringify({ bind: 'pack-2026-5', data: { date: '2026-07-04T15:37:13+02:00', groups } });
    expect(streamed(text).events).toEqual([
      {
        kind: 'official-groups',
        atMs: Date.UTC(2026, 6, 4, 13, 37, 13),
        freshS: 120,
        groups: [
          { name: 'Tête de la course', bibs: ['1'], gapS: 0 },
          { name: 'Peloton', bibs: ['2'], gapS: 95 },
        ],
      },
    ]);
  });

  it('takes them as trackers have them too: bare numbers, gaps to the group before', () => {
    const pack = (groups: object[], over = {}) =>
      JSON.stringify({ bind: 'telemetryPack-2026', data: { ...over, groups } });
    const [a, b, c] = [
      { order: 0, bibs: [1] },
      { order: 1, bibs: ['2'], secGapToPrev: '40' },
      { order: 2, bibs: [3], secGapToPrev: 65 },
    ];
    const gaps = (text: string) =>
      streamed(text).events.flatMap((event) =>
        event.kind === 'official-groups' ? [event.atMs, ...event.groups.map(({ gapS }) => gapS)] : [],
      );
    expect(gaps(pack([c!, a!, b!], { TimeStamp: START_MS / 1000 }))).toEqual([START_MS, 0, 40, 105]);
    expect(gaps(pack([a!, { ...b!, secGapToPrev: null }, c!], { _updatedAt: START_MS + 1 }))).toEqual([
      START_MS + 1,
      0,
      null,
      null,
    ]);
    expect(gaps(pack([a!]))).toEqual([]);
  });

  it('takes groups of riders who are only referred to, and none of another stage', () => {
    const groups = [
      {
        order: 0,
        size: 999,
        bibs: [{ bib: null, $rider: 'allCompetitors-2026:r2' }, { $rider: 'allCompetitors-2026:x' }],
      },
    ];
    const data = { date: '2026-07-04T15:37:13+02:00', groups };
    const said = (bind: string) => streamed(JSON.stringify({ bind, data })).events;
    expect(said('pack-2026-5')).toMatchObject([{ groups: [{ bibs: ['2'] }] }]);
    expect(said('pack-2026-4')).toEqual([]);
  });

  it('never throws, whatever comes', () => {
    const { parse } = opened();
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((data) => `{"bind":"telemetryCompetitor-1","data":${data}}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paperTopics, 'stream', 'else'), text, (topic, junk) => {
        parse({ topic, text: junk });
      }),
    );
    const riders = fc.array(fc.record({ Bib: fc.anything(), Latitude: fc.anything(), LatLon: fc.anything() }));
    fc.assert(
      fc.property(riders, (Riders) => {
        parse({ topic: 'stream', text: spoilt((data) => Object.assign(data, { Riders })) });
      }),
    );
  });
});

describe('the truth', () => {
  it('is read on its own, for measuring only', () => {
    expect(readTruth(frame(START_MS + 100_000, 1))).toEqual({
      atMs: START_MS + 100_000,
      riders: [{ bib: '1', kmToFinish: 49, secToFirstRider: 0 }],
    });
    const silent = spoilt((data) => {
      data.Riders = data.Riders.map((rider) => ({ ...rider, kmToFinish: null, secToFirstRider: null }));
    });
    expect(readTruth(silent)).toBeNull();
    expect(readTruth('{')).toBeNull();
  });
});
