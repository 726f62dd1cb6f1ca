import { describe, expect, it } from 'vitest';
import { saysOf } from '../../src/desk/kits.ts';
import { createEngine } from '../../src/race/engine.ts';
import type { KitParts, KitsEvent, OverrideEvent, RaceEvent } from '../../src/race/event.ts';
import { lookOf } from '../../src/race/jersey-look.ts';
import type { Sheet } from '../../src/race/sheet.ts';
import { sheet } from '../support/race.ts';
import { breakaway, groupOf, raceDay } from '../support/race-day.ts';

const hand = (parts: KitParts): OverrideEvent => ({ kind: 'override', atMs: 0, says: saysOf(parts), until: 'stage' });
const file = (parts: KitParts): KitsEvent => ({ kind: 'kits', ...parts });
const papers = (over: Partial<Sheet> = {}): RaceEvent => ({ kind: 'sheet', sheet: sheet(over) });

function told(...events: readonly RaceEvent[]): Sheet {
  const engine = createEngine();
  for (const event of events) engine.apply(event);
  return engine.race(0)!.sheet;
}
const colors = ({ teams }: Sheet) => Object.fromEntries(teams.map(({ code, colors }) => [code, colors?.join(' ')]));
const FEED = '#336699 #ffcc00';

describe('kits', () => {
  it('are of a hand before a file before the feed, team by team', () => {
    const given = [papers(), file({ teams: { T01: ['#111111', '#222222'], T02: ['#333333', '#444444'] } })];
    expect(colors(told(...given))).toEqual({ T01: '#111111 #222222', T02: '#333333 #444444' });
    const byHand = [...given, hand({ teams: { T02: ['#aaaaaa', '#bbbbbb'] } })];
    expect(colors(told(...byHand))).toEqual({ T01: '#111111 #222222', T02: '#aaaaaa #bbbbbb' });
    expect(colors(told(...byHand, hand({ teams: { T02: null } })))).toMatchObject({ T02: '#333333 #444444' });
    expect(colors(told(...byHand, file({})))).toEqual({ T01: FEED, T02: '#aaaaaa #bbbbbb' });
  });

  it('wait for the first sheet and outlive each new one, and are forgotten with the stage', () => {
    const word = hand({ teams: { T01: ['#111111', '#222222'] }, jerseys: { points: '3' }, looks: { general: 'pink' } });
    for (const events of [
      [word, papers()],
      [papers(), word, papers({ jerseys: [{ kind: 'points', bib: '1' }] })],
    ]) {
      const made = told(...events);
      expect(colors(made)).toEqual({ T01: '#111111 #222222', T02: FEED });
      expect(made.jerseys).toEqual([{ kind: 'points', bib: '3' }]);
      expect(lookOf(made, 'general')).toBe('pink');
      expect(lookOf(made, 'points')).toBe('green');
    }
    const tomorrow = told(papers(), word, papers({ info: { ...sheet().info, id: 'tomorrow' } }));
    expect([colors(tomorrow).T01, tomorrow.jerseys, lookOf(tomorrow, 'general')]).toEqual([FEED, [], 'yellow']);
  });

  it('are taken back one by one', () => {
    const worn = papers({ jerseys: [{ kind: 'general', bib: '1' }], jerseyLooks: { general: 'red' } });
    const words = hand({ jerseys: { general: '', young: '2' }, looks: { general: 'pink' } });
    expect(told(worn, words)).toMatchObject({
      jerseys: [{ kind: 'young', bib: '2' }],
      jerseyLooks: { general: 'pink' },
    });
    expect(told(worn, words, hand({ jerseys: { general: null } }))).toMatchObject({
      jerseys: [
        { kind: 'general', bib: '1' },
        { kind: 'young', bib: '2' },
      ],
      jerseyLooks: { general: 'pink' },
    });
    const back = hand({ jerseys: { general: null, young: null }, looks: { general: null } });
    expect(told(worn, words, back)).toEqual(told(worn));
  });

  it('name a jersey of whom nobody has told before, and derive none of the others', () => {
    const general = [
      { bib: '1', behindS: 0 },
      { bib: '2', behindS: 9 },
    ];
    expect(told(papers({ general }), hand({ jerseys: { points: '4' } })).jerseys).toEqual([
      { kind: 'points', bib: '4' },
    ]);
  });

  it('told in the middle of the race keep everybody in his place, and name the group of the wearer', () => {
    const bibs = [...sheet().riders.keys()];
    const day = raceDay(breakaway(bibs, 1200));
    const before = day.until(60);
    day.tell(hand({ jerseys: { general: bibs[0]! } }));
    const after = day.engine.race(day.atMs(60))!;
    expect(after.places.map((place) => place.distanceM)).toEqual(before.places.map((place) => place.distanceM));
    expect(groupOf(after, bibs[0]!)!.jerseys).toEqual(['general']);
  });
});
