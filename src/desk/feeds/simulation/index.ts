import { INFO } from '../../../../assets/races/hautes-vallees/race.ts';
import { RIDERS } from '../../../../assets/races/hautes-vallees/riders.ts';
import { ok } from '../../../wire/result.ts';
import type { FeedKind, Playable, Timed } from '../feed.ts';
import { type FieldMoment, ride } from './bunch.ts';
import { chance } from './chance.ts';
import { type Day, dayOf, headSecondAt, lifeOf } from './day.ts';
import { parse } from './parse.ts';
import { sheetText } from './sheet.ts';
import { type TrackerFix, type TrackerMemory, trackersOf } from './tracker.ts';

const FEED = 'simulation';
/** This long before the moment that is worth watching. */
const WATCH_BEFORE_S = 75;
/** Long before the moment asked for, one frame in ten will do; the last minutes before it come in full. */
const THIN = { everyS: 10, fullS: 600 };
/** From the fix to the desk. */
const LATENCY = { leastMs: 900, mostMs: 1500 };
/** Race radio says that somebody has abandoned. */
const RADIO_AFTER_S = 420;
const MEMORY_S = 5;

export default {
  name: FEED,
  takes: null,
  help: 'the built-in race (default)',
  isLive: false,
  parser: () => parse,
  open: ({ seed }) => ok(simulation({ seed })),
} satisfies FeedKind;

/** The race that is built in: the same seed gives the same race, to the byte. */
export function simulation({ seed }: { readonly seed: number }): Playable {
  const day = dayOf(seed);
  const ms = (atS: number) => day.zeroMs + Math.round(atS * 1000);
  return {
    title: `the built-in race: ${INFO.race}, ${INFO.stage}`,
    feeds: [FEED],
    reader: () => parse,
    span: { fromMs: day.zeroMs, toMs: ms(day.lastS) },
    startMs: ms(Math.round(lifeOf(day, day.story.watchBefore).toS) - WATCH_BEFORE_S),
    momentAt(distanceM) {
      const onRoad = distanceM <= day.road.lengthM && headSecondAt(day, distanceM);
      return onRoad ? ms(onRoad) : null;
    },
    play: (thinUntilMs) => play(day, thinUntilMs),
  };
}

function* play(day: Day, thinUntilMs: number): Generator<Timed> {
  yield { feed: FEED, topic: 'sheet', text: sheetText(), atMs: day.zeroMs };
  const fullFromS = (thinUntilMs - day.zeroMs) / 1000 - THIN.fullS;
  const fixOf = trackersOf(day);
  const recent = memory(day.road.lengthM);
  const radioS = Math.round(lifeOf(day, day.story.abandons).fromS) + RADIO_AFTER_S;
  for (const moment of ride(day)) {
    recent.keep(moment);
    const { atS } = moment;
    if (atS === radioS) yield statusAt(day, atS);
    if (atS < fullFromS && atS % THIN.everyS !== 0) continue;
    const fixes = RIDERS.map((_, rider) => fixOf(rider, atS, recent)).filter((fix) => fix !== null);
    if (fixes.length > 0) yield frame(day, atS, fixes);
  }
}

const latencyMs = (day: Day, atS: number): number =>
  Math.round(LATENCY.leastMs + (LATENCY.mostMs - LATENCY.leastMs) * chance(day.seed, 95, atS));

/** `{"t":1781434500000,"r":[[31,45.123456,6.123456,41.2],...]}`; a fifth value is the age of a late fix in seconds. */
function frame(day: Day, atS: number, fixes: readonly TrackerFix[]): Timed {
  const atMs = day.zeroMs + atS * 1000;
  const rows = fixes.map(({ bib, lat, lon, kph, ageS }) => {
    const row = `${bib},${Math.round(lat * 1e6) / 1e6},${Math.round(lon * 1e6) / 1e6},${Math.round(kph * 10) / 10}`;
    return ageS > 0 ? `[${row},${ageS}]` : `[${row}]`;
  });
  return {
    feed: FEED,
    topic: 'positions',
    text: `{"t":${atMs},"r":[${rows.join()}]}`,
    atMs: atMs + latencyMs(day, atS),
  };
}

function statusAt(day: Day, atS: number): Timed {
  const t = day.zeroMs + atS * 1000;
  const bib = day.cast.riders.get(day.story.abandons)![0];
  return {
    feed: FEED,
    topic: 'status',
    text: JSON.stringify({ t, bib, status: 'abandoned' }),
    atMs: t + latencyMs(day, atS),
  };
}

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
