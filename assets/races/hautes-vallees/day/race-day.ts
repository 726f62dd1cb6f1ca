import { createEngine } from '../../../../src/race/engine.ts';
import type { Race } from '../../../../src/race/race.ts';
import type { RoadTimes } from '../../../../src/race/road-times.ts';
import { eventOf, sheetEvent } from './events.ts';
import { builtInDay } from './told.ts';

/** The built-in race from a moment that is worth watching to its end, folded as it is asked for. */
export interface RaceDay {
  readonly startMs: number;
  /** The race as it is known at this moment, which is never before the one asked for last; null when the day is over. */
  raceAt(atMs: number): Race | null;
  /** When its road was ridden, to be read from. */
  roadTimes(): RoadTimes | null;
}

/**
 * What lies before the beginning is folded thinly: in the order of time, from so long before it on, one frame in so many
 * seconds. The first reaches back as far as the last group is behind: a gap is read from when the others were there.
 */
const THIN = [
  { fromS: 1800, everyS: 60 },
  { fromS: 300, everyS: 20 },
  { fromS: 20, everyS: 2 },
  { fromS: 0, everyS: 1 },
];

export function raceDay(seed: number): RaceDay {
  const day = builtInDay(seed);
  const isWanted = (fixedMs: number) => {
    const beforeS = (day.startMs - fixedMs) / 1000;
    const everyS = THIN.findLast(({ fromS }) => beforeS <= fromS)?.everyS;
    return everyS !== undefined && Math.round(beforeS) % everyS === 0;
  };
  const engine = createEngine();
  engine.apply(sheetEvent());
  const tellings = day.tell(isWanted, day.startMs - THIN[0]!.fromS * 1000);
  let next = tellings.next();
  /** What only time tells (a lead that has lasted) is asked for of the last moments alone. */
  const liveFromMs = day.startMs - THIN[2]!.fromS * 1000;
  return {
    startMs: day.startMs,
    roadTimes: engine.roadTimes,
    raceAt(atMs) {
      while (!next.done && next.value.atMs <= atMs) {
        engine.apply(eventOf(next.value));
        if (next.value.atMs >= liveFromMs) engine.advance(next.value.atMs);
        next = tellings.next();
      }
      return next.done ? null : engine.race(atMs);
    },
  };
}
