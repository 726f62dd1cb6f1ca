import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/race/engine.ts';
import type { BeforeStageEvent, ClassificationEvent, OverrideEvent, Teller } from '../../../src/race/event.ts';
import { type JerseyKind, jerseyKinds, type Sheet } from '../../../src/race/sheet.ts';
import { sheet } from '../../support/race.ts';
import { breakaway, raceDay } from '../../support/race-day.ts';

const bibs = [...sheet().riders.keys()];
const general = (...rows: readonly (readonly [bib: string, behindS: number])[]) =>
  rows.map(([bib, behindS]) => ({ bib, behindS }));
const said = (from: Teller, parts: BeforeStageEvent['parts']): BeforeStageEvent => ({
  kind: 'before-stage',
  from,
  parts,
});
const undated = (of: ClassificationEvent['of'], ...rows: readonly (readonly [string, number])[]) =>
  ({
    kind: 'classification',
    atMs: 1,
    of,
    state: 'official',
    rows: rows.map(([bib, value]) => ({ bib, value })),
    isUndated: true,
  }) as const;

function told(papers: Sheet, ...events: readonly (BeforeStageEvent | OverrideEvent | ClassificationEvent)[]): Sheet {
  const engine = createEngine();
  engine.apply({ kind: 'sheet', sheet: papers });
  for (const event of events) engine.apply(event);
  return engine.race(0)!.sheet;
}

describe('how the race stood before the stage', () => {
  it('is told after the sheet, and gives a virtual classification at once', () => {
    const day = raceDay(breakaway(bibs, 1200));
    expect(day.until(160).standings.general).toEqual([]);
    day.tell(said('file', { general: general(['3', 0], ['1', 40], ['4', 250]) }));
    const { standings } = day.until(161);
    // Number 1 is 100 s up the road: 1200 m at 12 m/s.
    expect(standings.general.map(({ bib, behindS }) => [bib, behindS])).toEqual([
      ['1', 0],
      ['3', 60],
      ['4', 310],
    ]);
    expect(standings.leader?.bib).toBe('1');
  });

  it('outlives a corrected sheet, and waits for the first one', () => {
    const engine = createEngine();
    engine.apply(said('hand', { general: general(['2', 0]) }));
    engine.apply({ kind: 'sheet', sheet: sheet() });
    engine.apply({ kind: 'sheet', sheet: sheet({ general: general(['7', 0]) }) });
    expect(engine.race(0)!.sheet.general).toEqual(general(['2', 0]));
  });

  it('is forgotten with the stage', () => {
    const engine = createEngine();
    engine.apply({ kind: 'sheet', sheet: sheet() });
    engine.apply(said('feed', { general: general(['2', 0]) }));
    engine.apply({ kind: 'sheet', sheet: sheet({ info: { ...sheet().info, id: 'tomorrow' } }) });
    expect(engine.race(0)!.sheet.general).toEqual([]);
  });

  it('is believed of a hand before a file before a feed, part by part, whoever comes last', () => {
    const from = told(
      sheet(),
      said('hand', { general: general(['1', 0]) }),
      said('file', { general: general(['2', 0]), points: [{ bib: '5', points: 9 }] }),
      said('feed', { general: general(['3', 0]), points: [], mountain: [{ bib: '6', points: 4 }] }),
    );
    expect(from.general).toEqual(general(['1', 0]));
    expect(from.totals).toEqual({ points: [{ bib: '5', points: 9 }], mountain: [{ bib: '6', points: 4 }] });
  });

  it('is taken back with null, and what is below comes up', () => {
    const events = [said('feed', { general: general(['3', 0]) }), said('hand', { general: general(['1', 0]) })];
    expect(told(sheet(), ...events, said('hand', { general: null })).general).toEqual(general(['3', 0]));
    const own = sheet({ general: general(['9', 0]), jerseys: [{ kind: 'general', bib: '9' }] });
    expect(told(own, said('hand', { general: null }))).toEqual(own);
  });

  it('leaves a classification out whose past is not known, though another one is', () => {
    const day = raceDay(breakaway(bibs, 1200));
    day.tell(said('feed', { general: general(['1', 0]), mountain: [{ bib: '4', points: 30 }] }));
    const { standings } = day.until(60);
    expect(standings.mountain).toMatchObject([{ bib: '4', points: 30 }]);
    expect([standings.points, standings.teams]).toEqual([[], []]);
  });

  it('classes as young who was so before, without a birthday', () => {
    const day = raceDay(breakaway(bibs, 1200));
    day.tell(said('feed', { general: general(['1', 0], ['2', 5], ['3', 9]), young: general(['3', 0]) }));
    expect(day.until(60).standings.young.map(({ bib }) => bib)).toEqual(['3']);
  });
});

describe('the jerseys', () => {
  const before = {
    general: general(['1', 0], ['2', 10], ['3', 20]),
    young: general(['2', 0], ['3', 10]),
    points: [
      { bib: '1', points: 50 },
      { bib: '2', points: 40 },
    ],
    mountain: [
      { bib: 'nobody', points: 9 },
      { bib: '1', points: 8 },
    ],
  };
  const wearers = (papers: Sheet, ...events: (BeforeStageEvent | OverrideEvent)[]) =>
    Object.fromEntries(told(papers, ...events).jerseys.map(({ kind, bib }) => [kind, bib]));

  it('are worn by the first of each classification who wears none that counts more, and who is in the race', () => {
    expect(wearers(sheet(), said('feed', before))).toEqual({ general: '1', points: '2', young: '3' });
  });

  it('are worn by whom a hand names, then by whom the sheet names, then by whom the lists of the feed name', () => {
    const papers = sheet({ jerseys: [{ kind: 'points', bib: '4' }] });
    const feed = said('feed', {
      ...before,
      jerseys: [
        { kind: 'points', bib: '5' },
        { kind: 'mountain', bib: '6' },
      ],
    });
    expect(wearers(papers, feed)).toEqual({ general: '1', points: '4', mountain: '6', young: '2' });
    const worn = (jerseys: Readonly<Partial<Record<JerseyKind, string>>>): OverrideEvent => ({
      kind: 'override',
      atMs: 0,
      says: jerseyKinds.flatMap((kind) => ({ path: `jersey/${kind}` as const, value: jerseys[kind] ?? null })),
      until: 'stage',
    });
    expect(wearers(papers, feed, worn({ points: '8' }))).toEqual({
      general: '1',
      points: '8',
      mountain: '6',
      young: '2',
    });
    expect(wearers(papers, feed, worn({ general: '2', points: '' }))).toEqual({
      general: '2',
      mountain: '6',
      young: '3',
    });
    expect(wearers(papers, feed, worn({ points: '4711' }))).toMatchObject({ points: '4' });
  });
});

describe('a list without a date', () => {
  const stale = undated('general', ['1', 0], ['2', 30]);
  const finish = (mark: string) =>
    ({ kind: 'line-result', atMs: 5, mark, state: 'unofficial', rows: [{ bib: '2', behindS: 0 }] }) as const;

  it('is how the race stood, until somebody has finished', () => {
    const day = raceDay(breakaway(bibs, 1200));
    day.tell(stale);
    day.tell(undated('points', ['4', 12]));
    const { sheet: papers, standings } = day.until(60);
    expect(papers.general).toEqual(general(['1', 0], ['2', 30]));
    expect(papers.totals).toEqual({ points: [{ bib: '4', points: 12 }] });
    expect(standings.states.general).toBe('live');
  });

  it("is today's afterwards, but not where it says again what was known before", () => {
    const day = raceDay(breakaway(bibs, 1200));
    const { id } = day.sheet.course.marks.find(({ kind }) => kind === 'finish')!;
    day.tell(stale);
    day.until(60);
    day.tell(finish(id));
    day.tell(said('hand', { general: general(['1', 0], ['2', 31]) }));
    day.tell(stale);
    expect(day.until(61).standings.states.general).toBe('live');
    day.tell(undated('general', ['2', 0], ['1', 4]));
    const { standings, sheet: papers } = day.until(62);
    expect(standings.states.general).toBe('official');
    expect(standings.general.slice(0, 2)).toMatchObject([
      { bib: '2', behindS: 0 },
      { bib: '1', behindS: 4 },
    ]);
    expect(papers.general).toEqual(general(['1', 0], ['2', 31]));
  });
});
