import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/race/engine.ts';
import type { RiderStatus } from '../../src/race/event.ts';
import { riders, START_MS, sheet } from '../support/race.ts';
import { breakaway, placeOf, type Ride, raceDay, steady } from '../support/race-day.ts';
import { frame, noisyTracker, sixSecondClock } from '../support/ride.ts';

const bibs = [...riders(16).keys()];
const LATE = '99';

/** The field at 12 m/s, and somebody who is on no list. */
const withStranger = (ride: Ride) => raceDay(new Map([...breakaway(bibs, 0), [LATE, ride]]), { riders: riders(16) });

describe('somebody who is on no list', () => {
  it('and rides in the race is one of its riders, by his number', () => {
    const day = withStranger(steady(2000, 12));
    expect(day.until(10).sheet.riders.has(LATE)).toBe(false);
    const race = day.until(70);
    expect(race.sheet.riders.get(LATE)).toMatchObject({ bib: LATE, family: LATE, given: '', team: '' });
    expect(placeOf(race, LATE).rank).not.toBeNull();
    expect(race.groups[0]!.bibs).toContain(LATE);
    expect(race.standings.stage.some(({ bib }) => bib === LATE)).toBe(true);
  });

  it('and is away leads the race once a hand says that he races: who comes after him is not its head', () => {
    const day = withStranger(steady(3500, 12));
    expect(day.until(120).sheet.riders.has(LATE)).toBe(false);
    const said = { kind: 'rider-status', bib: LATE, status: 'racing', atMs: day.atMs(120) } as const;
    day.tell(said);
    expect(day.until(130).sheet.riders.has(LATE)).toBe(false);
    day.tell({ ...said, byHand: true });
    const { groups } = day.until(140);
    expect(groups.map(({ bibs }) => bibs.length)).toEqual([1, 16]);
    expect(groups[0]!.bibs).toEqual([LATE]);
  });

  it('and attacks once he has ridden among riders leads the race', () => {
    const day = withStranger((second) => 1990 + 12 * second + Math.max(0, second - 70) * 3);
    expect(day.until(300).groups[0]!.bibs).toEqual([LATE]);
  });

  it.each<[string, Ride]>([
    ['stands at the road', () => 2600],
    ['only crosses it', (second) => (second > 20 && second < 32 ? 2300 + 12 * second : null)],
    ['rides before the race', steady(2080, 12)],
    ['rides before the race, then waits for it at the road', (second) => Math.min(2300 + 12 * second, 4000)],
    ['follows the race', steady(1930, 12)],
    ['overtakes the race', steady(1000, 18)],
    ['is overtaken by it', steady(3000, 2)],
    ['drives back through it', (second) => 4000 - 15 * second],
  ])('and %s is none of them', (_, ride) => {
    const race = withStranger(ride).until(300);
    expect(race.sheet.riders.has(LATE)).toBe(false);
    expect(race.places.some(({ bib }) => bib === LATE)).toBe(false);
    expect(race.health.quarantine.map(({ reason }) => reason)).toContain('unknown-bib');
  });

  it('and makes his way along a field in one long line, as a motorbike does, is none of them', () => {
    const line = bibs.map((bib, i): [string, Ride] => [bib, steady(2400 - 25 * i, 12)]);
    const day = raceDay(new Map([...line, [LATE, steady(1900, 16)]]), { riders: riders(16) });
    expect(day.until(200).sheet.riders.has(LATE)).toBe(false);
    expect(day.until(200).groups[0]!.bibs).toHaveLength(16);
  });

  it.each<[string, number, boolean]>([
    ['rides in the field is one of its riders', -30, true],
    ['drives before the field is none of them', 30, false],
    ['drives behind the field is none of them', -90, false],
  ])('and %s, as trackers tell it', (_, aheadM, isRider) => {
    const engine = createEngine();
    const papers = sheet({ riders: riders(32) });
    engine.apply({ kind: 'sheet', sheet: papers });
    const tracker = noisyTracker(7);
    const field = [...papers.riders.keys()].map((bib, i) => ({ bib, aheadM: -i * 2 }));
    const times = sixSecondClock(START_MS + 600_000, START_MS + 1_200_000);
    for (const atMs of times) {
      const headM = 2000 + (atMs - times[0]!) * 0.012;
      const samples = [...field, { bib: LATE, aheadM }].map((one) => {
        return { bib: one.bib, ...tracker(papers.course, headM + one.aheadM), speedKph: 43 };
      });
      engine.apply(frame(atMs, samples));
    }
    expect(engine.race(times.at(-1)!)!.sheet.riders.has(LATE)).toBe(isRider);
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
    day.until(70);
    const papers = sheet({ riders: riders(16) });
    day.tell({ kind: 'sheet', sheet: papers });
    expect(day.until(72).groups[0]!.bibs).toContain(LATE);
    const named = new Map(papers.riders).set(LATE, { ...papers.riders.get('1')!, bib: LATE, family: 'Late' });
    day.tell({ kind: 'sheet', sheet: { ...papers, riders: named } });
    expect(day.until(74).sheet.riders.get(LATE)!.family).toBe('Late');
    expect(day.until(76).groups[0]!.bibs).toContain(LATE);
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
