import type { Course } from '../../race/course/course.ts';
import { gradientAt } from '../../race/course/road.ts';
import { readLinear } from '../../race/lookup.ts';
import type { PastRaces } from '../past.ts';

/** How long a road usually takes. */
export interface PacedRoad {
  readonly cellM: number;
  /** Seconds from km 0 to the end of each cell; the first is 0. */
  readonly bunch: Float64Array;
  /** The same of who has lost contact. */
  readonly dropped: Float64Array;
  /** Metres so far that climb by 3 % or more. */
  readonly climbing: Float64Array;
}

const CELL_M = 200;
const CLIMBS_PCT = 3;
/** A bunch carries its speed over a rise: its pace is that of the gradient over so much of the road around it. */
const AROUND_M = 1000;
/** A summit so near to the line is the finish. */
const AT_FINISH_M = 1500;

/** The pace of the past, laid over the profile of a course, flat where its elevation is not known. */
export function pacedRoad(course: Course, past: PastRaces): PacedRoad {
  const { cellM, cells } = roadCells(course, past.finale.km);
  const [bunch, dropped, climbing] = [0, 0, 0].map(() => new Float64Array(cells.length + 1)) as [Sums, Sums, Sums];
  for (const [cell, { gradientPct, isFinale }] of cells.entries()) {
    const share = isFinale ? past.finale.share : 1;
    const seconds = ((cellM * 3.6) / kphAt(past, gradientPct)) * share;
    bunch[cell + 1] = bunch[cell]! + seconds;
    dropped[cell + 1] = dropped[cell]! + seconds * slowerAt(past, gradientPct);
    climbing[cell + 1] = climbing[cell]! + (gradientPct >= CLIMBS_PCT ? cellM : 0);
  }
  return { cellM, bunch, dropped, climbing };
}

type Sums = Float64Array;

export interface RoadCell {
  readonly gradientPct: number;
  /** It lies in the last kilometres, and the finish is not on a summit. */
  readonly isFinale: boolean;
}

/** A course in pieces of one length, as its pace is told; `finaleKm` are its last kilometres. */
export function roadCells(course: Course, finaleKm: number) {
  const count = Math.max(1, Math.ceil(course.lengthM / CELL_M));
  const cellM = course.lengthM / count;
  const finaleM = isSummitFinish(course) ? course.lengthM : course.lengthM - finaleKm * 1000;
  const cells = Array.from({ length: count }, (_, cell): RoadCell => {
    const middleM = (cell + 0.5) * cellM;
    const gradientPct = gradientAt(course, middleM, AROUND_M) || 0;
    return { gradientPct, isFinale: middleM > finaleM };
  });
  return { cellM, cells };
}

/** Seconds that a stretch of the road usually takes; the last cell goes on beyond the end, the first before km 0. */
export function secondsBetween(road: PacedRoad, fromM: number, toM: number, isDropped: boolean): number {
  const sums = isDropped ? road.dropped : road.bunch;
  return sumTo(road, sums, toM) - sumTo(road, sums, fromM);
}

/** Per cent of a stretch that climbs by 3 % or more. */
export const climbingShare = (road: PacedRoad, fromM: number, toM: number): number =>
  toM > fromM ? (100 * (sumTo(road, road.climbing, toM) - sumTo(road, road.climbing, fromM))) / (toM - fromM) : 0;

function sumTo({ cellM }: PacedRoad, sums: Sums, distanceM: number): number {
  const at = distanceM / cellM;
  const cell = Math.min(sums.length - 2, Math.max(0, Math.floor(at)));
  return sums[cell]! + (at - cell) * (sums[cell + 1]! - sums[cell]!);
}

export const kphAt = ({ pace }: Pick<PastRaces, 'pace'>, gradientPct: number): number =>
  readLinear(
    pace,
    gradientPct,
    (one) => one.gradientPct,
    (one) => one.kph,
  );

const slowerAt = ({ dropped }: PastRaces, gradientPct: number): number =>
  dropped.findLast(({ fromPct }) => gradientPct >= fromPct)?.slower ?? 1;

const isSummitFinish = ({ climbs, lengthM }: Course): boolean =>
  climbs.some(({ summitM }) => summitM >= lengthM - AT_FINISH_M);
