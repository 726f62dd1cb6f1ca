import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/race/engine.ts';
import type { OverrideEvent, RaceEvent } from '../../src/race/event.ts';
import type { Rider, Sheet } from '../../src/race/sheet.ts';
import { START_MS, sheet } from '../support/race.ts';
import { breakaway, raceDay } from '../support/race-day.ts';

const FEED = sheet().riders.get('1')!;
const says = (over: Partial<OverrideEvent>): OverrideEvent => ({
  kind: 'override',
  bib: '1',
  field: 'family',
  value: 'Šafránek',
  until: 'stage',
  ...over,
});
const papers = (over: Partial<Sheet> = {}): RaceEvent => ({ kind: 'sheet', sheet: sheet(over) });
const renamed = (family: string) => papers({ riders: new Map([...sheet().riders, ['1', { ...FEED, family }]]) });

function engineAfter(...events: readonly RaceEvent[]) {
  const engine = createEngine();
  for (const event of events) engine.apply(event);
  return engine;
}
const told = (...events: readonly RaceEvent[]): Sheet => engineAfter(...events).race(0)!.sheet;
const rider = (made: Sheet): Rider => made.riders.get('1')!;

describe('a word of a hand on a rider', () => {
  it('stands instead of the feed, field by field, and is marked with what the feed said', () => {
    const made = told(papers(), says({}), says({ field: 'nation', value: 'CZE' }));
    expect(rider(made)).toEqual({ ...FEED, family: 'Šafránek', nation: 'CZE' });
    expect(made.overrides).toEqual([
      { bib: '1', field: 'family', value: 'Šafránek', instead: FEED.family, until: 'stage' },
      { bib: '1', field: 'nation', value: 'CZE', instead: FEED.nation, until: 'stage' },
    ]);
  });

  it('is one a field, the newest, and is taken back by itself', () => {
    const made = told(papers(), says({ value: 'Wrong' }), says({}), says({ field: 'given', value: 'Vít' }));
    expect(made.overrides).toHaveLength(2);
    expect(rider(made).family).toBe('Šafránek');
    const back = told(papers(), says({}), says({ field: 'given', value: 'Vít' }), says({ value: null }));
    expect(rider(back)).toEqual({ ...FEED, given: 'Vít' });
    expect(told(papers(), says({}), says({ value: null }))).not.toHaveProperty('overrides');
  });

  it('may come before the list, outlives each corrected one, and ends with the stage', () => {
    expect(rider(told(says({}), papers())).family).toBe('Šafránek');
    expect(rider(told(papers(), says({}), renamed('Safranek'))).family).toBe('Šafránek');
    const tomorrow = papers({ info: { ...sheet().info, id: 'tomorrow' } });
    expect(rider(told(papers(), says({}), tomorrow)).family).toBe(FEED.family);
  });

  it('until the feed changes, ends with another word of the feed, and not with the same again', () => {
    const until = 'feed' as const;
    expect(rider(told(papers(), says({ until }), papers())).family).toBe('Šafránek');
    expect(rider(told(papers(), says({ until }), renamed('Safranek'))).family).toBe('Safranek');
    expect(rider(told(papers(), says({ until }), renamed('Safranek'), papers())).family).toBe(FEED.family);
  });

  it('until a moment of the race, ends then, and never later', () => {
    const engine = engineAfter(papers(), says({ until: START_MS + 60_000 }));
    engine.advance(START_MS + 59_999);
    expect(rider(engine.race(START_MS + 59_999)!.sheet).family).toBe('Šafránek');
    engine.advance(START_MS + 60_000);
    expect(rider(engine.race(START_MS + 60_000)!.sheet).family).toBe(FEED.family);
    engine.apply(papers());
    expect(rider(engine.race(START_MS + 60_000)!.sheet).family).toBe(FEED.family);
  });

  it('of somebody who is on no list waits for him', () => {
    const made = told(papers(), says({ bib: '4711' }));
    expect(made).not.toHaveProperty('overrides');
    expect(made.riders.has('4711')).toBe(false);
  });

  it('changes nothing of the race on the road', () => {
    const bibs = [...sheet().riders.keys()];
    const seen = (tells: boolean) => {
      const day = raceDay(breakaway(bibs, 1200));
      day.until(1200, 4);
      if (tells) day.tell(says({ bib: bibs[0]! }));
      const { sheet: papers, ...race } = day.until(1400, 4);
      return { race, name: papers.riders.get(bibs[0]!)!.family };
    };
    const [told, quiet] = [seen(true), seen(false)];
    expect(told.name).toBe('Šafránek');
    expect(told.race).toEqual(quiet.race);
    expect(told.race.groups.length).toBeGreaterThan(1);
  });
});
