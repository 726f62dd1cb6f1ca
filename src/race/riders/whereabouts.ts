import type { Sample } from '../event.ts';
import { newFeet, project } from '../track/road-index.ts';
import { elapsedS, paceCost, type Surroundings } from '../track/surroundings.ts';
import type { Riding } from './riding.ts';
import { isShown } from './runner.ts';

/** Who turns up so near to the race is in it at once. */
const WITH_M = 500;
/** As far ahead of the race as anybody can be; and so much farther for each second without news. */
const AHEAD_M = 2000;
const AHEAD_MPS = 18;
/** From so many riders on, the race is where they are. */
const FIELD = 5;
/** Before that, it is around the middle of the first frame. */
const AROUND_M = 1000;

/** Phones tell of one rider at a time: what others told so lately is of the same frame. */
const FRAME_MS = 20_000;

type Seen = Pick<Sample, 'lat' | 'lon' | 'speedKph'>;

/** Where the race is, before a frame is folded in. */
export function whereabouts(
  { runners, timetable, feedMs, road, lapless }: Riding,
  atMs: number,
  startMs: number | null,
  told: readonly Sample[],
): Surroundings {
  let headM = Number.NEGATIVE_INFINITY;
  let tailM = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const runner of runners.values()) {
    // Who was first heard at the finish was never seen on the road.
    if (!runner.last || (!runner.finish && !isShown(runner, feedMs, feedMs))) continue;
    const { distanceM } = runner.last;
    if (distanceM > headM) headM = distanceM;
    if (distanceM < tailM) tailM = distanceM;
    count += 1;
  }
  const paceFrom = timetable.firstPlaceAfter;
  const beside = (distanceM: number): boolean => {
    if (count === 0 || distanceM < tailM - WITH_M || distanceM > headM + WITH_M) return false;
    for (const runner of runners.values())
      if (isShown(runner, feedMs, feedMs) && Math.abs(runner.last!.distanceM - distanceM) < WITH_M) return true;
    return false;
  };
  if (count >= FIELD) {
    const sinceM = (AHEAD_MPS * Math.max(0, atMs - feedMs)) / 1000;
    return {
      fromM: tailM - WITH_M,
      toM: headM + WITH_M + sinceM,
      furthestM: headM + AHEAD_M + sinceM,
      known: true,
      startMs,
      isAccompanied: beside,
      isGathering: isNowhere,
      paceFrom,
    };
  }
  const samples = withOthers(told, lapless, atMs);
  const middleM = middleOf(samples, road, elapsedS(startMs, atMs));
  let waits: boolean | null = null;
  const isGathering = (distanceM: number): boolean => {
    if (Math.abs(distanceM) > GATHERING_M) return false;
    waits ??= isWaiting(samples, road);
    return waits;
  };
  return {
    fromM: middleM - AROUND_M,
    toM: middleM + AROUND_M,
    furthestM: Number.POSITIVE_INFINITY,
    known: false,
    startMs,
    isAccompanied: beside,
    isGathering,
    paceFrom,
  };
}

/** A frame, with those of whom nobody knows the lap and who were heard lately, where it is of a handful itself. */
function withOthers(told: readonly Sample[], lapless: Riding['lapless'], atMs: number): readonly Seen[] {
  if (told.length >= FIELD || lapless.size === 0) return told;
  const bibs = new Set(told.map(({ bib }) => bib));
  const others = [...lapless].filter(([bib, { fix }]) => !bibs.has(bib) && atMs - fix.atMs <= FRAME_MS);
  return [...told, ...others.map(([, { fix }]) => fix)];
}

const isNowhere = (): boolean => false;

/** Most of a frame stands within this of km 0: the race has not begun. */
const GATHERING_M = 300;
const STANDING_KPH = 7;

function isWaiting(samples: readonly Seen[], road: Riding['road']): boolean {
  let waiting = 0;
  for (const { lat, lon, speedKph } of samples) {
    project(road, lat, lon, -GATHERING_M, GATHERING_M, feet);
    if (feet.count > 0 && speedKph !== null && speedKph < STANDING_KPH) waiting += 1;
  }
  return samples.length >= FIELD && waiting > samples.length / 2;
}

const feet = newFeet();

/** The median place of a frame, each fix where the usual pace would have it; NaN for a handful of fixes. */
function middleOf(samples: readonly Seen[], road: Riding['road'], sinceStartS: number): number {
  const places: number[] = [];
  for (const { lat, lon } of samples) {
    project(road, lat, lon, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, feet);
    const found = [...feet.distanceM.subarray(0, feet.count)];
    if (found.length > 0)
      places.push(found.reduce((a, b) => (paceCost(b, sinceStartS) < paceCost(a, sinceStartS) ? b : a)));
  }
  return places.length < FIELD ? Number.NaN : places.sort((a, b) => a - b)[places.length >> 1]!;
}
