import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/race/engine.ts';
import type { RiderStatus } from '../../src/race/event.ts';
import { riders, START_MS, sheet } from '../support/race.ts';
import { breakaway, placeOf, type Ride, raceDay, steady } from '../support/race-day.ts';

const bibs = [...riders(16).keys()];
const LATE = '99';

/** The field at 12 m/s, and somebody who is on no list. */
const withStranger = (ride: Ride) => raceDay(new Map([...breakaway(bibs, 0), [LATE, ride]]), { riders: riders(16) });

describe('somebody who is on no list', () => {
  it('and rides in the race is one of its riders, by his number', () => {
    const day = withStranger(steady(2000, 12));
    expect(day.until(10).sheet.riders.has(LATE)).toBe(false);
    const race = day.until(40);
    expect(race.sheet.riders.get(LATE)).toMatchObject({ bib: LATE, family: LATE, given: '', team: '' });
    expect(placeOf(race, LATE).rank).not.toBeNull();
    expect(race.groups[0]!.bibs).toContain(LATE);
    expect(race.standings.stage.some(({ bib }) => bib === LATE)).toBe(true);
  });

  it('and is away leads the race: who comes after him is not its head', () => {
    const race = withStranger(steady(3500, 12)).until(120);
    expect(race.groups.map((group) => group.bibs.length)).toEqual([1, 16]);
    expect(race.groups[0]!.bibs).toEqual([LATE]);
  });

  it.each<[string, Ride]>([
    ['stands at the road', () => 2600],
    ['only crosses it', (second) => (second > 20 && second < 32 ? 2300 + 12 * second : null)],
  ])('and %s is none of them', (_, ride) => {
    const race = withStranger(ride).until(120);
    expect(race.sheet.riders.has(LATE)).toBe(false);
    expect(race.places.some(({ bib }) => bib === LATE)).toBe(false);
    expect(race.health.quarantine.map(({ reason }) => reason)).toContain('unknown-bib');
  });

  it('and has left the race, as is told before he is found, is none of them', () => {
    const day = withStranger(steady(2000, 12));
    day.until(5);
    day.tell({ kind: 'rider-status', bib: LATE, status: 'abandoned', atMs: day.atMs(5) });
    expect(day.until(120).sheet.riders.has(LATE)).toBe(false);
    day.tell({ kind: 'rider-status', bib: LATE, status: 'racing', atMs: day.atMs(120) });
    expect(day.until(180).sheet.riders.has(LATE)).toBe(true);
  });

  it('has his name when the list has it, and stays when it has not', () => {
    const day = withStranger(steady(2000, 12));
    day.until(60);
    const papers = sheet({ riders: riders(16) });
    day.tell({ kind: 'sheet', sheet: papers });
    expect(day.until(62).groups[0]!.bibs).toContain(LATE);
    const named = new Map(papers.riders).set(LATE, { ...papers.riders.get('1')!, bib: LATE, family: 'Late' });
    day.tell({ kind: 'sheet', sheet: { ...papers, riders: named } });
    expect(day.until(64).sheet.riders.get(LATE)!.family).toBe('Late');
    expect(day.until(66).groups[0]!.bibs).toContain(LATE);
  });

  it('a rider on the road whom a new list has lost keeps his name and his place', () => {
    const day = withStranger(() => null);
    day.until(30);
    const lost = new Map([...riders(16)].filter(([bib]) => bib !== '3'));
    day.tell({ kind: 'sheet', sheet: sheet({ riders: lost }) });
    expect(day.until(32).sheet.riders.get('3')!.family).toBe('Family3');
    expect(placeOf(day.until(34), '3').rank).not.toBeNull();
  });
});

describe('who has left the race', () => {
  const told = (...words: readonly (readonly [status: RiderStatus, second: number, byHand?: boolean])[]) => {
    const engine = createEngine();
    engine.apply({ kind: 'sheet', sheet: sheet({ riders: riders(16) }) });
    for (const [status, second, byHand] of words)
      engine.apply({
        kind: 'rider-status',
        bib: '1',
        status,
        atMs: START_MS + second * 1000,
        ...(byHand && { byHand }),
      });
    return placeOf(engine.race(START_MS + 600_000)!, '1').status;
  };

  it('is said by the newest word, in whatever order they come', () => {
    expect(told(['abandoned', 10])).toBe('abandoned');
    expect(told(['abandoned', 10], ['racing', 20])).toBe('racing');
    expect(told(['racing', 20], ['abandoned', 10])).toBe('racing');
    expect(told(['disqualified', 30], ['abandoned', 10])).toBe('disqualified');
  });

  it('a hand is believed before all feeds, and a newer hand before an older one', () => {
    expect(told(['abandoned', 10, true], ['racing', 20])).toBe('abandoned');
    expect(told(['racing', 20], ['abandoned', 10, true])).toBe('abandoned');
    expect(told(['abandoned', 10, true], ['racing', 20, true])).toBe('racing');
    expect(told(['racing', 20, true], ['abandoned', 10, true])).toBe('racing');
  });

  it('stays out when the road is another one, by the same words', () => {
    const day = raceDay(breakaway(bibs, 0), { riders: riders(16) });
    day.until(20);
    day.tell({ kind: 'rider-status', bib: '1', status: 'abandoned', atMs: day.atMs(20), byHand: true });
    day.tell({ kind: 'sheet', sheet: { ...day.sheet, course: { ...day.sheet.course, lengthM: 50_000 } } });
    day.tell({ kind: 'rider-status', bib: '1', status: 'racing', atMs: day.atMs(21) });
    expect(placeOf(day.until(22), '1').status).toBe('abandoned');
  });
});
