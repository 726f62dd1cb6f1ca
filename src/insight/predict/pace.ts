import type { Course } from '../../race/course/course.ts';
import { readLinear } from '../../race/lookup.ts';
import type { PastRaces } from '../past.ts';

/** How long a road usually takes. */
export interface PacedRoad {
  readonly cellM: number;
  /** Seconds from km 0 to the end of each cell; the first is 0. */
  readonly bunch: Float64Array;
  /** The same of who has lost contact. */
  readonly dropped: Float64Array;
}

const CELL_M = 200;
/** A bunch carries its speed over a rise: its pace is that of the gradient over so much of the road around it. */
const AROUND_M = 1000;
/** A summit so near to the line is the finish. */
const AT_FINISH_M = 1500;

/** The pace of the past, laid over the profile of a course, flat where its elevation is not known. */
export function pacedRoad(course: Course, past: PastRaces): PacedRoad {
  const { cellM, cells } = roadCells(course, past.finale.km);
  const [bunch, dropped] = [new Float64Array(cells.length + 1), new Float64Array(cells.length + 1)];
  for (const [cell, { gradientPct, isFinale }] of cells.entries()) {
    const share = isFinale ? past.finale.share : 1;
    const seconds = ((cellM * 3.6) / kphAt(past, gradientPct)) * share;
    bunch[cell + 1] = bunch[cell]! + seconds;
    dropped[cell + 1] = dropped[cell]! + seconds * slowerAt(past, gradientPct);
  }
  return { cellM, bunch, dropped };
}

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
    const gradientPct = gradientAt(course, middleM - AROUND_M / 2, middleM + AROUND_M / 2);
    return { gradientPct, isFinale: middleM > finaleM };
  });
  return { cellM, cells };
}

/** Seconds that a stretch of the road usually takes; the last cell goes on beyond the end, the first before km 0. */
export const secondsBetween = (road: PacedRoad, fromM: number, toM: number, isDropped: boolean): number =>
  secondsTo(road, toM, isDropped) - secondsTo(road, fromM, isDropped);

function secondsTo({ cellM, bunch, dropped }: PacedRoad, distanceM: number, isDropped: boolean): number {
  const sums = isDropped ? dropped : bunch;
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

/** In per cent, of as much of a stretch as is road; 0 where no elevation is known. */
function gradientAt({ profile, lengthM }: Course, fromM: number, toM: number): number {
  const [from, to] = [Math.max(0, fromM), Math.min(lengthM, toM)];
  const rise = altitudeAt(profile, to) - altitudeAt(profile, from);
  return Number.isNaN(rise) ? 0 : (rise / (to - from)) * 100;
}

function altitudeAt({ stepM, altitudesM }: Course['profile'], distanceM: number): number {
  const at = Math.min(altitudesM.length - 1, Math.max(0, distanceM / stepM));
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return altitudesM[low]! + (at - low) * (altitudesM[high]! - altitudesM[low]!);
}

/** Per cent of a stretch that climbs by 3 % or more. */
export function climbingShare(course: Course, fromM: number, toM: number): number {
  const cells = Math.max(1, Math.round((toM - fromM) / CELL_M));
  const cellM = (toM - fromM) / cells;
  let climbs = 0;
  for (let cell = 0; cell < cells; cell += 1)
    if (gradientAt(course, fromM + cell * cellM, fromM + (cell + 1) * cellM) >= 3) climbs += 1;
  return (climbs / cells) * 100;
}
