import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/race/engine.ts';
import type { OverrideEvent, RaceEvent } from '../../../src/race/event.ts';
import type { OverridePath } from '../../../src/race/overrides/override.ts';
import { sayOf } from '../../../src/race/overrides/overrides.ts';
import type { Race } from '../../../src/race/race.ts';
import type { Rider, Sheet } from '../../../src/race/sheet.ts';
import { START_MS, sheet } from '../../support/race.ts';
import { breakaway, raceDay } from '../../support/race-day.ts';

const FEED = sheet().riders.get('1')!;
const NAME = 'rider/1/family';
const says = (path: OverridePath, value: string | null, until: OverrideEvent['until'] = 'stage'): OverrideEvent => ({
  ...sayOf({ atMs: START_MS }, path, value, until),
  author: 'control 1',
});
const papers = (over: Partial<Sheet> = {}): RaceEvent => ({ kind: 'sheet', sheet: sheet(over) });
const renamed = (family: string) => papers({ riders: new Map([...sheet().riders, ['1', { ...FEED, family }]]) });

function engineAfter(...events: readonly RaceEvent[]) {
  const engine = createEngine();
  for (const event of events) engine.apply(event);
  return engine;
}
const told = (...events: readonly RaceEvent[]): Race => engineAfter(...events).race(0)!;
const rider = ({ sheet: made }: Race): Rider => made.riders.get('1')!;

describe('a word of a hand on a rider', () => {
  it('stands instead of the feed, field by field, with what the feed said, who said it and when', () => {
    const race = told(papers(), says(NAME, 'Šafránek'), says('rider/1/nation', 'CZE'));
    expect(rider(race)).toEqual({ ...FEED, family: 'Šafránek', nation: 'CZE' });
    const by = { author: 'control 1', atMs: START_MS, until: 'stage' };
    expect(race.overrides).toEqual([
      { path: NAME, value: 'Šafránek', instead: FEED.family, ...by },
      { path: 'rider/1/nation', value: 'CZE', instead: FEED.nation, ...by },
    ]);
  });

  it('is one a field, the newest, and is taken back by itself', () => {
    const given = says('rider/1/given', 'Vít');
    const race = told(papers(), says(NAME, 'Wrong'), says(NAME, 'Šafránek'), given);
    expect(race.overrides).toHaveLength(2);
    expect(rider(race).family).toBe('Šafránek');
    expect(race.overrides.find(({ path }) => path === NAME)!.instead).toBe(FEED.family);
    expect(rider(told(papers(), says(NAME, 'X'), given, says(NAME, null)))).toEqual({ ...FEED, given: 'Vít' });
    expect(told(papers(), says(NAME, 'X'), says(NAME, null)).overrides).toEqual([]);
  });

  it('may come before the list, outlives each corrected one, and ends with the stage', () => {
    const word = says(NAME, 'Šafránek');
    expect(rider(told(word, papers())).family).toBe('Šafránek');
    expect(rider(told(papers(), word, renamed('Safranek'))).family).toBe('Šafránek');
    const tomorrow = papers({ info: { ...sheet().info, id: 'tomorrow' } });
    expect(rider(told(papers(), word, tomorrow)).family).toBe(FEED.family);
    expect(told(papers(), word, tomorrow).overrides).toEqual([]);
  });

  it('until the feed changes, ends with another word of the feed, and not with the same again', () => {
    const word = says(NAME, 'Šafránek', 'feed');
    expect(rider(told(papers(), word, papers())).family).toBe('Šafránek');
    expect(rider(told(papers(), word, renamed('Safranek'))).family).toBe('Safranek');
    expect(rider(told(papers(), word, renamed('Safranek'), papers())).family).toBe(FEED.family);
  });

  it('until a moment of the race, ends then, and never later', () => {
    const engine = engineAfter(papers(), says(NAME, 'Šafránek', START_MS + 60_000));
    const familyAt = (atMs: number) => {
      engine.advance(atMs);
      return rider(engine.race(atMs)!).family;
    };
    expect(familyAt(START_MS + 59_999)).toBe('Šafránek');
    expect(familyAt(START_MS + 60_000)).toBe(FEED.family);
    engine.apply(papers());
    expect(familyAt(START_MS + 60_000)).toBe(FEED.family);
  });

  it('moves with the clock of its source, so that it holds as long as was said', () => {
    const engine = engineAfter(papers(), says(NAME, 'Šafránek', START_MS + 60_000), {
      kind: 'clock-moved',
      byMs: 3_600_000,
    });
    engine.advance(START_MS + 3_659_999);
    expect(rider(engine.race(START_MS + 3_659_999)!).family).toBe('Šafránek');
    engine.advance(START_MS + 3_660_000);
    expect(rider(engine.race(START_MS + 3_660_000)!).family).toBe(FEED.family);
  });

  it('of somebody who is on no list waits for him', () => {
    const race = told(papers(), says('rider/4711/family', 'X'));
    expect(race.overrides).toHaveLength(1);
    expect(race.sheet.riders.has('4711')).toBe(false);
    const list = new Map([...sheet().riders, ['4711', { ...FEED, bib: '4711' }]]);
    const later = told(papers(), says('rider/4711/family', 'X'), papers({ riders: list }));
    expect(later.sheet.riders.get('4711')!.family).toBe('X');
  });

  it('changes nothing of the race on the road', () => {
    const bibs = [...sheet().riders.keys()];
    const seen = (tells: boolean) => {
      const day = raceDay(breakaway(bibs, 1200));
      day.until(1200, 4);
      if (tells) day.tell(says(`rider/${bibs[0]!}/family`, 'Šafránek'));
      const { sheet: made, overrides: _, ...race } = day.until(1400, 4);
      return { race, name: made.riders.get(bibs[0]!)!.family };
    };
    const [withWord, quiet] = [seen(true), seen(false)];
    expect(withWord.name).toBe('Šafránek');
    expect(withWord.race).toEqual(quiet.race);
    expect(withWord.race.groups.length).toBeGreaterThan(1);
  });
});

describe('a word of a hand on a classification before the stage', () => {
  const general = [
    { bib: '1', behindS: 0 },
    { bib: '2', behindS: 30 },
    { bib: '3', behindS: 60 },
  ];
  const mountain = [
    { bib: '1', points: 20 },
    { bib: '2', points: 8 },
  ];
  const known = papers({ general, totals: { mountain } });

  it('puts a rider where his time has him, and says what the list said', () => {
    const race = told(known, says('rider/3/general', '10'));
    expect(race.sheet.general.map(({ bib, behindS }) => [bib, behindS])).toEqual([
      ['1', 0],
      ['3', 10],
      ['2', 30],
    ]);
    expect(race.overrides[0]!.instead).toBe('60');
    expect(told(known, says('rider/3/general', '10'), says('rider/3/general', null)).sheet.general).toEqual(general);
  });

  it('puts a rider where his points have him, also one who had none', () => {
    const { totals } = told(known, says('rider/3/mountain', '12')).sheet;
    expect(totals!.mountain!.map(({ bib, points }) => [bib, points])).toEqual([
      ['1', 20],
      ['3', 12],
      ['2', 8],
    ]);
  });

  it('says nothing where it is no number', () => {
    expect(told(known, says('rider/3/general', 'soon')).sheet.general).toEqual(general);
    expect(told(known, says('rider/3/mountain', 'many')).sheet.totals).toEqual({ mountain });
  });
});
