/** What is known around a rider: where the race is, and how fast others rode the same road. */
export interface Surroundings {
  /** The race is between these; not numbers while nobody knows. */
  readonly fromM: number;
  readonly toM: number;
  /** Beyond this nobody can be, as far as the field is known. */
  readonly furthestM: number;
  /** Enough riders are located to say so; else it is a guess from one frame. */
  readonly known: boolean;
  /** When the riders leave km 0; null where nobody says. */
  readonly startMs: number | null;
  /** Somebody whose place is known rides near a place. */
  isAccompanied(distanceM: number): boolean;
  /** The field waits at km 0, and this place is there. */
  isGathering(distanceM: number): boolean;
  /** Where those who rode on from a point were so many seconds later; NaN where nobody did. */
  paceFrom(distanceM: number, seconds: number): number;
}

/** The fastest that a stage was ever ridden, and what the clock of a start may be off. */
const FASTEST_STAGE_MPS = 16;
const START_SLACK_M = 8000;
/** Usual pace of a race, and its spread, to tell one lap from another when nothing else does. */
const USUAL_MPS = 11.5;
const USUAL_SPREAD = 0.12;
const MOST = 20;

/** Where a rider turns up of whom nothing is known: with the race, apart from it, or where nobody should be. */
export type Standing = 'among' | 'apart' | 'beyond';

/** How unlikely it is to find a rider at a place, before anything is known of him. */
export function seedCost(around: Surroundings, distanceM: number, atMs: number): { cost: number; standing: Standing } {
  const outsideM = Number.isNaN(around.fromM) ? 0 : Math.max(0, around.fromM - distanceM, distanceM - around.toM);
  const sinceStartS = elapsedS(around.startMs, atMs);
  const reachM = around.known ? around.furthestM : sinceStartS * FASTEST_STAGE_MPS + START_SLACK_M;
  const standing = distanceM > reachM ? 'beyond' : outsideM > 0 ? 'apart' : 'among';
  const outside = (outsideM / 1000) ** 2;
  return { cost: Math.min(MOST, outside + (around.known ? 0 : paceCost(distanceM, sinceStartS))), standing };
}

/** How long the race is on; NaN where its start is not known. */
export const elapsedS = (startMs: number | null, atMs: number): number =>
  startMs === null ? Number.NaN : Math.max(0, (atMs - startMs) / 1000);

/** Of a place, so long after the start; none where that is not known. */
export function paceCost(distanceM: number, sinceStartS: number): number {
  if (Number.isNaN(sinceStartS)) return 0;
  const usualM = sinceStartS * USUAL_MPS;
  return ((distanceM - usualM) / (500 + USUAL_SPREAD * usualM)) ** 2;
}
