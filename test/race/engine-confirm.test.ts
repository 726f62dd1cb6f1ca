import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../../src/race/event.ts';
import { listingOf } from '../../src/race/listing/listing.ts';
import type { Race } from '../../src/race/race.ts';
import { tour2025 } from '../../src/race/rules/presets/tour-2025.ts';
import { course, sheet, straightRoad } from '../support/race.ts';
import { raceDay, steady } from '../support/race-day.ts';

const road = (marks: typeof straightRoad.marks = []) =>
  course({
    lengthKm: 10,
    line: straightRoad.line.slice(0, 11),
    elevation: [
      { km: 0, altitudeM: 200 },
      { km: 10, altitudeM: 200 },
    ],
    marks,
  });
const confirm = { kind: 'confirm', id: 'result finish', first: [] } as const;
const gapOf = (race: Race, bib: string) => race.standings.stage.find((row) => row.bib === bib)?.gapS;

/** Four riders on 10 km: two together, the third 20 s behind them, the fourth a minute. */
const day = () =>
  raceDay(
    new Map([
      ['1', steady(4000, 12)],
      ['2', steady(3995, 12)],
      ['3', steady(3760, 12)],
      ['4', steady(3280, 12)],
    ]),
    { course: road(), rules: tour2025 },
  );

describe('the result of a race', () => {
  it('is reckoned, and nobody who has finished is listed, until a hand confirms the finish', () => {
    const its = day();
    const before = its.until(525);
    expect(before.standings.stage.map(({ bib, state }) => `${bib} ${state}`)).toEqual([
      '1 unofficial',
      '2 unofficial',
      '3 unofficial',
      '4 live',
    ]);
    expect(before.confirmed).toEqual([]);
    const listed = (race: Race) => listingOf(race, false).spots.map(({ place, rank }) => `${rank} ${place.bib}`);
    expect(listed(before)).toEqual(['4 4']);
    expect(listingOf(before, false).heldBack).toBe(3);
    its.tell(confirm);
    const after = its.until(526);
    expect(after.confirmed).toEqual(['finish']);
    expect(listed(after)).toEqual(['1 1', '2 2', '3 3', '4 4']);
    expect(listed(its.until(600)).at(-1)).toBe('4 4');
  });

  it('stays confirmed when the sheet is corrected, told again and on another road', () => {
    const its = day();
    its.until(525);
    its.tell(confirm);
    its.tell(confirm);
    const withSprint = road([{ kind: 'sprint', name: 'Valbrun', km: 4 }]);
    for (const over of [{}, { course: withSprint }, { course: course() }]) {
      its.tell({ kind: 'sheet', sheet: sheet({ ...its.sheet, ...over }) });
      expect(its.until(526).confirmed).toEqual(['finish']);
    }
  });

  it('of a line is confirmed by itself', () => {
    const its = day();
    its.tell({ ...confirm, id: 'result sprint' });
    its.tell({ ...confirm, id: 'classification general' });
    expect(its.until(525).confirmed).toEqual(['sprint']);
    expect(listingOf(its.until(525), false).heldBack).toBe(3);
  });
});

describe('bad luck in the last kilometres', () => {
  const lost = { kind: 'incident', atMs: 0, bib: '2', cause: 'puncture', waits: true } as const;
  /** He rides with the first until he stops at 9 km, and comes 40 s after him. */
  const unlucky = () => {
    const its = day();
    its.ride('2', (second) => (second < 420 ? 3995 + 12 * second : 3995 + 12 * Math.max(420, second - 40)));
    its.until(425);
    return its;
  };

  it('counts from where it was when it was told, once a hand has confirmed it', () => {
    const its = unlucky();
    its.tell({ ...lost, atMs: its.atMs(425) });
    expect(gapOf(its.until(560), '2')).toBeGreaterThan(30);
    its.tell({ kind: 'confirm', id: 'incident 2', first: ['2'] });
    expect(gapOf(its.until(561), '2')).toBe(0);
  });

  it('is forgotten when a hand says no, and leaves what was confirmed before', () => {
    const its = unlucky();
    its.tell({ ...lost, atMs: its.atMs(425) });
    its.tell({ kind: 'dismiss', id: 'incident 2', first: ['2'] });
    its.tell({ kind: 'confirm', id: 'incident 2', first: ['2'] });
    expect(gapOf(its.until(560), '2')).toBeGreaterThan(30);
    const { waits: _, ...known }: IncidentEvent = lost;
    const other = unlucky();
    other.tell({ ...known, atMs: other.atMs(425) });
    other.until(440);
    other.tell({ ...lost, cause: 'crash', atMs: other.atMs(440) });
    other.tell({ kind: 'dismiss', id: 'incident 2', first: ['2'] });
    expect(gapOf(other.until(560), '2')).toBe(0);
  });
});
