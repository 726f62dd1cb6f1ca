import { noRoad } from '../../src/desk/course/no-road.ts';
import { createRiddenRoad } from '../../src/desk/course/ridden/ridden-road.ts';
import type { Course } from '../../src/race/course/course.ts';
import { createEngine } from '../../src/race/engine.ts';
import type { RaceEvent } from '../../src/race/event.ts';
import type { Race } from '../../src/race/race.ts';
import { riders, START_MS, sheet } from './race.ts';
import { chances, noisyTracker } from './ride.ts';

export const COUNT = 16;
export const bibs = [...riders(COUNT).keys()];
export const STAND_S = 60;
export const MPS = 10.5;

/** Where each rider is: they wait for a minute, ride off together, and after two minutes three of them gain half a second each five. */
export const truth = (bib: string, s: number): number => {
  const i = bibs.indexOf(bib);
  const rideS = Math.max(0, s - STAND_S);
  const away = i < 3 ? Math.min(300, Math.max(0, rideS - 120)) : 0;
  return 60 - i * 3 + rideS * MPS + away;
};

/** Phones that speak every five seconds, each at a moment of its own, one of them only from the third minute on. */
export function* day(road: Course, seconds: number, seed = 1): Generator<RaceEvent> {
  yield {
    kind: 'sheet',
    sheet: sheet({ course: noRoad, riders: riders(COUNT), info: { ...sheet().info, startMs: null } }),
  };
  const trackers = new Map(bibs.map((bib, i) => [bib, noisyTracker(seed * 100 + i)]));
  const chance = chances(seed);
  const offsets = new Map(bibs.map((bib) => [bib, Math.floor(chance() * 5)]));
  for (let s = 0; s < seconds; s += 1) {
    const samples = bibs
      .filter((bib) => s % 5 === offsets.get(bib) && (bib !== '18' || s > 180))
      .map((bib) => ({ bib, ...trackers.get(bib)!(road, truth(bib, s)), speedKph: null }));
    if (samples.length > 0) yield { kind: 'positions', atMs: START_MS + s * 1000, samples };
  }
}

/** What the engine and a hand have told of it; `hand` speaks after each frame. */
export function raced(
  events: Iterable<RaceEvent>,
  laps: number | null = null,
  hand: (race: Race, atMs: number) => readonly RaceEvent[] = () => [],
) {
  const said: string[] = [];
  const engine = createEngine();
  const road = createRiddenRoad({ laps, say: (sentence) => said.push(sentence) });
  let shownMs: number | null = null;
  let sheets = 0;
  let race: Race | null = null;
  for (const event of events) {
    const told = road.pass(event);
    sheets += told.filter(({ kind }) => kind === 'sheet').length;
    for (const one of told) engine.apply(one);
    if (event.kind !== 'positions') continue;
    engine.advance(event.atMs);
    race = engine.race(event.atMs);
    if (race?.sheet.course !== noRoad) shownMs ??= event.atMs;
    for (const one of race ? hand(race, event.atMs) : []) engine.apply(one);
  }
  return { race: race!, said, shownMs, sheets };
}
