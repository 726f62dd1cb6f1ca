import { RIDERS } from '../riders.ts';
import { type FieldMoment, ride } from './bunch.ts';
import { chance } from './chance.ts';
import { type Day, dayOf, headSecondAt, lifeOf } from './day.ts';
import { type TrackerFix, type TrackerMemory, trackersOf } from './tracker.ts';

/** What the race tells of itself: where everybody is, once a second, and that somebody has abandoned. */
export type DayTold =
  | {
      readonly told: 'positions';
      /** The moment of the fixes, and of their arrival. */
      readonly fixedMs: number;
      readonly atMs: number;
      /** As trackers send them: a millionth of a degree, a tenth of a kilometre an hour. */
      readonly fixes: readonly TrackerFix[];
    }
  | { readonly told: 'abandoned'; readonly fixedMs: number; readonly atMs: number; readonly bib: number };

/** The day of the built-in race. */
export interface BuiltInDay {
  readonly span: { readonly fromMs: number; readonly toMs: number };
  /** A moment shortly before one that is worth watching. */
  readonly startMs: number;
  /** Moment at which the head of the race is at this distance, or null when it never is. */
  momentAt(distanceM: number): number | null;
  /** All that is told, in order; of positions those of the seconds that are wanted, and none before `fromMs`. */
  tell(isWanted: (fixedMs: number) => boolean, fromMs?: number): Generator<DayTold>;
}

/** This long before the moment that is worth watching. */
const WATCH_BEFORE_S = 75;
/** From the fix to who hears of it. */
const LATENCY = { leastMs: 900, mostMs: 1500 };
/** Race radio says that somebody has abandoned. */
const RADIO_AFTER_S = 420;
const MEMORY_S = 5;

/** The same seed gives the same day, to the bit. */
export function builtInDay(seed: number): BuiltInDay {
  const day = dayOf(seed);
  const ms = (atS: number) => day.zeroMs + Math.round(atS * 1000);
  return {
    span: { fromMs: day.zeroMs, toMs: ms(day.lastS) },
    startMs: ms(Math.round(lifeOf(day, day.plot.watchBefore).toS) - WATCH_BEFORE_S),
    momentAt(distanceM) {
      const onRoad = distanceM <= day.road.lengthM && headSecondAt(day, distanceM);
      return onRoad ? ms(onRoad) : null;
    },
    tell: (isWanted, fromMs = day.zeroMs) => tell(day, isWanted, Math.round((fromMs - day.zeroMs) / 1000)),
  };
}

function* tell(day: Day, isWanted: (fixedMs: number) => boolean, fromS: number): Generator<DayTold> {
  const fixOf = trackersOf(day);
  const recent = memory(day.road.lengthM);
  const radioS = Math.round(lifeOf(day, day.plot.abandons).fromS) + RADIO_AFTER_S;
  const abandoned = (): DayTold => {
    const fixedMs = day.zeroMs + radioS * 1000;
    const [bib] = day.cast.riders.get(day.plot.abandons)!;
    return { told: 'abandoned', fixedMs, atMs: fixedMs + latencyMs(day, radioS), bib: bib! };
  };
  if (radioS < fromS) yield abandoned();
  for (const moment of ride(day, fromS)) {
    recent.keep(moment);
    const { atS } = moment;
    const fixedMs = day.zeroMs + atS * 1000;
    const atMs = fixedMs + latencyMs(day, atS);
    if (atS === radioS) yield abandoned();
    if (!isWanted(fixedMs)) continue;
    const fixes = RIDERS.map((_, rider) => fixOf(rider, atS, recent)).filter((fix) => fix !== null);
    if (fixes.length > 0) yield { told: 'positions', fixedMs, atMs, fixes: fixes.map(sent) };
  }
}

const latencyMs = (day: Day, atS: number): number =>
  Math.round(LATENCY.leastMs + (LATENCY.mostMs - LATENCY.leastMs) * chance(day.seed, 95, atS));

const sent = ({ bib, lat, lon, kph, ageS }: TrackerFix): TrackerFix => ({
  bib,
  lat: Math.round(lat * 1e6) / 1e6,
  lon: Math.round(lon * 1e6) / 1e6,
  kph: Math.round(kph * 10) / 10,
  ageS,
});

/** The last few seconds of everybody. */
function memory(lengthM: number): TrackerMemory & { keep(moment: FieldMoment): void } {
  const places = Array.from({ length: MEMORY_S }, () => new Float64Array(RIDERS.length));
  const speeds = Array.from({ length: MEMORY_S }, () => new Float64Array(RIDERS.length));
  const finishedS = new Float64Array(RIDERS.length).fill(Number.POSITIVE_INFINITY);
  let now = 0;
  const slot = (ageS: number) => (((now - ageS) % MEMORY_S) + MEMORY_S) % MEMORY_S;
  return {
    keep({ atS, placeM, speed }) {
      now = atS;
      places[slot(0)]!.set(placeM);
      speeds[slot(0)]!.set(speed);
      for (let i = 0; i < finishedS.length; i += 1) {
        if (placeM[i]! > lengthM && atS < finishedS[i]!) finishedS[i] = atS;
      }
    },
    placeM: (rider, ageS) => places[slot(ageS)]![rider]!,
    speed: (rider, ageS) => speeds[slot(ageS)]![rider]!,
    finishedS: (rider) => finishedS[rider]!,
  };
}
