import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/race/engine.ts';
import type { RaceEvent } from '../../src/race/event.ts';
import type { Race } from '../../src/race/race.ts';
import { arc, courseOf } from '../support/courses.ts';
import { criterium } from '../support/criterium.ts';
import { rider, START_MS, sheet } from '../support/race.ts';
import { groupOf, placeOf } from '../support/race-day.ts';
import { frame, noisyTracker } from '../support/ride.ts';

const race = criterium();
const circuit = courseOf(arc([0, 0], race.lapM / (2 * Math.PI), Math.PI, -Math.PI), {
  lengthKm: (race.laps * race.lapM) / 1000,
  laps: { fromKm: 0, toKm: race.lapM / 1000, count: race.laps },
});
const lap = circuit.laps!;

/** What trackers tell comes so late; the line tells at once. */
const LATE_MS = 8000;
/** Some trackers are dead, and one lies in a car at the hotel. */
const dead = new Set(['3', '15']);
const AWAY = '9';
const hotel = { lat: 45.03, lon: 5.04 };

/** Where a rider truly is: even between two crossings. Null once he has finished. */
function trueM(bib: string, ms: number): number | null {
  const own = race.crossings.filter((one) => one.bib === bib);
  const next = own.findIndex((one) => one.ms > ms);
  if (next < 0) return null;
  const [fromMs, toMs] = [next === 0 ? 0 : own[next - 1]!.ms, own[next]!.ms];
  return (next + Math.max(0, (ms - fromMs) / (toMs - fromMs))) * lap.lengthM;
}

/** When a rider was at a place. */
function trueMs(bib: string, distanceM: number): number {
  const done = Math.floor(distanceM / lap.lengthM);
  const [fromMs, toMs] = [done === 0 ? 0 : race.at(bib, done)!, race.at(bib, done + 1) ?? Number.POSITIVE_INFINITY];
  return fromMs + (distanceM / lap.lengthM - done) * (toMs - fromMs);
}

/** How far he is behind the first, at the same place. */
const trueGapS = (bib: string, distanceM: number): number =>
  (trueMs(bib, distanceM) - Math.min(...race.bibs.map((one) => trueMs(one, distanceM)))) / 1000;

/** All of it as it comes in, and the race as often as somebody looks. */
function ride(
  toMs: number,
  look: (ms: number, race: Race, crossed: string | null) => void,
  beside: readonly { ms: number; event: RaceEvent }[] = [],
): void {
  const engine = createEngine();
  const papers = sheet({ course: circuit, riders: new Map(race.bibs.map((bib) => [bib, rider(bib)])) });
  engine.apply({ kind: 'sheet', sheet: { ...papers, info: { ...papers.info, startMs: START_MS } } });
  const trackers = new Map(race.bibs.map((bib, i) => [bib, noisyTracker(i + 1)]));
  const said: { ms: number; event: RaceEvent; crossed: string | null }[] = beside.map((one) => ({
    ...one,
    crossed: null,
  }));
  for (let ms = 0; ms <= toMs; ms += 2000) {
    const samples = race.bibs.flatMap((bib) => {
      const placeM = dead.has(bib) ? null : trueM(bib, ms);
      if (placeM === null) return [];
      return [
        { bib, ...(bib === AWAY ? hotel : trackers.get(bib)!(circuit, placeM)), speedKph: null, atMs: START_MS + ms },
      ];
    });
    said.push({ ms: ms + LATE_MS, event: frame(START_MS + ms + LATE_MS, samples), crossed: null });
  }
  for (const { bib, lap: done, ms } of race.crossings) {
    const passings = [{ bib, mark: 'finish', atMs: START_MS + ms, lap: done }];
    said.push({ ms, event: { kind: 'passings', origin: 'timed', passings }, crossed: bib });
  }
  for (const { ms, event, crossed } of said.sort((a, b) => a.ms - b.ms)) {
    if (ms > toMs) break;
    engine.apply(event);
    engine.advance(START_MS + ms);
    look(ms, engine.race(START_MS + ms)!, crossed);
  }
}

describe('trackers that are late and noisy, timing that is exact, and a hand, in one race', () => {
  it('has everybody at the line as the line says, and between lines as trackers do; each value says which', () => {
    const seen = { timed: 0, gps: 0 };
    const newest = new Map<string, number>();
    ride(1_300_000, (ms, now, crossed) => {
      for (const place of now.places) {
        // Nobody goes back in time, whatever comes in which order.
        expect(place.atMs, place.bib).toBeGreaterThanOrEqual(newest.get(place.bib) ?? 0);
        newest.set(place.bib, place.atMs);
      }
      if (ms < 250_000) return;
      // Between two lines as well: who is heard at lines is on the road.
      if (now.phase === 'racing')
        for (const bib of [...dead, AWAY]) expect(placeOf(now, bib).rank, `${bib} at ${ms}`).not.toBeNull();
      if (crossed) {
        const { lap: done } = race.crossings.find((one) => one.bib === crossed && one.ms === ms)!;
        const place = placeOf(now, crossed);
        expect(place.distanceM, `${crossed} at ${ms}`).toBeCloseTo(done * lap.lengthM, 0);
        expect(place, `${crossed} at ${ms}`).toMatchObject({ gapOrigin: 'timed', atMs: START_MS + ms });
        expect(place.gapS, `${crossed} at ${ms}`).toBeCloseTo((ms - race.first(done).ms) / 1000, 2);
        seen.timed += 1;
      } else if (ms % 20_000 === 0) {
        for (const { bib, distanceM, gapS, gapOrigin } of now.places) {
          if (dead.has(bib) || bib === AWAY || gapOrigin !== 'gps') continue;
          expect(Math.abs(gapS! - trueGapS(bib, distanceM)), `${bib} at ${ms}`).toBeLessThan(5);
          seen.gps += 1;
        }
      }
    });
    expect(seen.timed).toBeGreaterThan(150);
    expect(seen.gps).toBeGreaterThan(200);
  });

  it('has a group as a hand tells it, and says so, until it is released', () => {
    const told = { bibs: ['1', '2', '3'], gap: { s: 55, to: 'peloton' }, km: null } as const;
    const slate = (atMs: number, line: typeof told | null): { ms: number; event: RaceEvent } => ({
      ms: atMs,
      event: { kind: 'slate-line', atMs: START_MS + atMs, id: null, told: line },
    });
    const gaps: { ms: number; value: number; origin: string }[] = [];
    ride(
      1_250_000,
      (ms, now) => {
        const gap = groupOf(now, '4')?.gap;
        if (gap && ms > 1_100_000) gaps.push({ ms, value: gap.value, origin: gap.origin });
      },
      [slate(1_150_500, told), slate(1_200_500, null)],
    );
    const during = gaps.filter(({ ms }) => ms >= 1_150_500 && ms < 1_200_500);
    const after = gaps.filter(({ ms }) => ms >= 1_200_500);
    expect(during.length).toBeGreaterThan(10);
    for (const gap of during) expect(gap).toMatchObject({ origin: 'manual', value: 55 });
    expect(new Set(after.map(({ origin }) => origin))).not.toContain('manual');
    for (const { value, ms } of after) expect(Math.abs(value - 38), `at ${ms}`).toBeLessThan(3);
  });
});
