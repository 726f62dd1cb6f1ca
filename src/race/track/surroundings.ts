/** What is known around a rider: where the race is, and how fast others rode the same road. */
export interface Surroundings {
  /** Beyond this nobody can be. */
  readonly furthestM: number;
  /** First and last rider on the road; NaN while too few are located. */
  readonly headM: number;
  readonly tailM: number;
  /** When the riders leave km 0. */
  readonly startMs: number;
  /** Where those who rode on from a point were so many seconds later; NaN where nobody did. */
  paceFrom(distanceM: number, seconds: number): number;
}

/** The fastest that a stage was ever ridden, and what the clock of a start may be off. */
const FASTEST_STAGE_MPS = 16;
const START_SLACK_M = 8000;
/** Usual pace of a race, and its spread, to tell one lap from another when nothing else does. */
const USUAL_MPS = 11.5;
const USUAL_SPREAD = 0.12;
/** As far behind the race as a rider may turn up out of nothing. */
const BEHIND_M = 3000;
const MOST = 20;

/** How unlikely it is to find a rider at a place, before anything is known of him. */
export function seedCost(around: Surroundings, distanceM: number, atMs: number): { cost: number; plausible: boolean } {
  const elapsedS = (atMs - around.startMs) / 1000;
  if (!Number.isNaN(around.headM)) {
    const outsideM = Math.max(0, around.tailM - BEHIND_M - distanceM, distanceM - around.headM - 300);
    return { cost: Math.min(MOST, (outsideM / 1000) ** 2), plausible: distanceM <= around.furthestM };
  }
  const plausible = distanceM <= Math.max(0, elapsedS) * FASTEST_STAGE_MPS + START_SLACK_M;
  const usualM = Math.max(0, elapsedS) * USUAL_MPS;
  const spreadM = 500 + USUAL_SPREAD * usualM;
  return { cost: Math.min(MOST, ((distanceM - usualM) / spreadM) ** 2), plausible };
}
