import { describe, expect, it } from 'vitest';
import { teamOf, teamsOf } from '../../../../src/desk/feeds/race-center/start-list.ts';
import { START_MS } from '../../../support/race.ts';
import { paper, riderPaper } from '../../../support/recording.ts';
import { opened, sheetOf } from './opened.ts';

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
