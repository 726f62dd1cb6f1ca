import { createEngine, type Engine } from '../../src/race/engine.ts';
import type { RaceEvent } from '../../src/race/event.ts';
import type { Group } from '../../src/race/groups/group.ts';
import type { Place } from '../../src/race/place.ts';
import type { Race } from '../../src/race/race.ts';
import type { Sheet } from '../../src/race/sheet.ts';
import type { Bib } from '../../src/race/units.ts';
import { START_MS, sheet } from './race.ts';
import { fixAt, frame } from './ride.ts';

/** Where a rider is at a second of the race; null while his tracker says nothing. */
export type Ride = (second: number) => number | null;

export const steady =
  (startM: number, mps: number): Ride =>
  (second) =>
    startM + mps * second;

/** A race driven by hand: exact fixes of riders whose rides are known, events between them. */
export interface RaceDay {
  readonly engine: Engine;
  readonly sheet: Sheet;
  /** Feeds fixes every `stepS`, up to and including a second after the start of the day; the race then. */
  until(second: number, stepS?: number): Race;
  tell(event: RaceEvent): void;
  ride(bib: Bib, ride: Ride): void;
  atMs(second: number): number;
}

/** The day begins ten minutes after the start, so that riders may be anywhere on the first kilometres. */
export function raceDay(rides: ReadonlyMap<Bib, Ride>, over: Partial<Sheet> = {}): RaceDay {
  const engine = createEngine();
  const papers = sheet(over);
  engine.apply({ kind: 'sheet', sheet: papers });
  const all = new Map(rides);
  const atMs = (second: number) => START_MS + 600_000 + second * 1000;
  let next = 0;
  return {
    engine,
    sheet: papers,
    atMs,
    until(second, stepS = 1) {
      for (; next <= second; next += stepS) {
        const samples = [...all].flatMap(([bib, ride]) => {
          const placeM = ride(next);
          return placeM === null ? [] : [fixAt(papers.course, bib, placeM)];
        });
        engine.apply(frame(atMs(next), samples));
      }
      engine.advance(atMs(second));
      return engine.race(atMs(second))!;
    },
    tell: (event) => engine.apply(event),
    ride: (bib, ride) => all.set(bib, ride),
  };
}

export const placeOf = (race: Race, bib: Bib): Place => race.places.find((place) => place.bib === bib)!;
export const groupOf = (race: Race, bib: Bib): Group | undefined => race.groups.find((one) => one.bibs.includes(bib));

/** Two riders away, the others together so many metres behind. */
export function breakaway(bibs: readonly Bib[], aheadM: number, mps = 12): Map<Bib, Ride> {
  return new Map(bibs.map((bib, i) => [bib, steady((i < 2 ? 2000 + aheadM : 2000) - i * 2, mps)]));
}
