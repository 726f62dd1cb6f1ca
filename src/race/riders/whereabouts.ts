import type { Sample } from '../event.ts';
import { newFeet, project } from '../track/road-index.ts';
import { elapsedS, paceCost, type Surroundings } from '../track/surroundings.ts';
import type { Riding } from './riding.ts';
import { isDrawn } from './runner.ts';

/** Who turns up so near to the race is in it at once. */
const WITH_M = 500;
/** As far ahead of the race as anybody can be; and so much farther for each second without news. */
const AHEAD_M = 2000;
const AHEAD_MPS = 18;
/** From so many riders on, the race is where they are. */
const FIELD = 5;
/** Before that, it is around the middle of the first frame. */
const AROUND_M = 1000;

/** Where the race is, before a frame is folded in. */
export function whereabouts(
  { runners, timetable, feedMs, road }: Riding,
  atMs: number,
  startMs: number | null,
  samples: readonly Sample[],
): Surroundings {
  let headM = Number.NEGATIVE_INFINITY;
  let tailM = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const runner of runners.values()) {
    if (!runner.finish && !isDrawn(runner, feedMs, feedMs)) continue;
    const { distanceM } = runner.fixes.at(-1)!;
    if (distanceM > headM) headM = distanceM;
    if (distanceM < tailM) tailM = distanceM;
    count += 1;
  }
  const paceFrom = timetable.firstPlaceAfter;
  if (count >= FIELD) {
    const sinceM = (AHEAD_MPS * Math.max(0, atMs - feedMs)) / 1000;
    const toM = headM + WITH_M + sinceM;
    return { fromM: tailM - WITH_M, toM, furthestM: headM + AHEAD_M + sinceM, known: true, startMs, paceFrom };
  }
  const middleM = middleOf(samples, road, elapsedS(startMs, atMs));
  const [fromM, toM] = [middleM - AROUND_M, middleM + AROUND_M];
  return { fromM, toM, furthestM: Number.POSITIVE_INFINITY, known: false, startMs, paceFrom };
}

const feet = newFeet();

/** The median place of a frame, each fix where the usual pace would have it; NaN for a handful of fixes. */
function middleOf(samples: readonly Sample[], road: Riding['road'], sinceStartS: number): number {
  const places: number[] = [];
  for (const { lat, lon } of samples) {
    project(road, lat, lon, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, feet);
    const found = [...feet.distanceM.subarray(0, feet.count)];
    if (found.length > 0)
      places.push(found.reduce((a, b) => (paceCost(b, sinceStartS) < paceCost(a, sinceStartS) ? b : a)));
  }
  return places.length < FIELD ? Number.NaN : places.sort((a, b) => a - b)[places.length >> 1]!;
}
