import { rawLengths } from '../../../race/course/scale.ts';
import type { CourseSource } from '../../../race/course/source.ts';
import { withoutSteps } from './altitude-steps.ts';
import type { Kept } from './jumps.ts';
import { type Altitudes, betweenWalls, falseEnds } from './walls.ts';

type Line = CourseSource['line'];

/** Roads lie between the Dead Sea and the high passes of the Himalaya; -9999 and 32767 are words for "not known". */
const LOWEST_M = -450;
const HIGHEST_M = 6000;
/** No road that is raced is steeper, not even over a short ramp, as far as maps tell. */
const STEEPEST = 0.3;
/** A zero that is nearer to the altitudes around it is a beach. */
const LEAST_CLIFF_M = 15;

/** Altitudes that cannot be are not known: what lies between known ones is on the straight line between them. */
export function withoutFalseAltitudes(line: Line): Kept {
  const atM = rawLengths(line);
  const altitudes = line.map(({ altitudeM }) => altitudeM);
  const given = countOf(altitudes);
  if (given === 0) return { line, doubts: [] };
  const doubts: string[] = [];
  const leave = (which: ReadonlySet<number>, what: string) => {
    for (const i of which) altitudes[i] = null;
    if (which.size > 0)
      doubts.push(`${which.size === 1 ? 'an altitude' : `${which.size} altitudes`} ${what}: left out`);
  };
  leave(
    where(altitudes, (m) => !(m >= LOWEST_M && m <= HIGHEST_M)),
    'that no road has',
  );
  leave(falseZeros(altitudes, atM), 'of 0 m far from the sea');
  leave(falseEnds(altitudes, atM), 'at an end, behind a wall that no road climbs');
  leave(betweenWalls(altitudes, atM), 'between two walls that no road climbs');
  const level = withoutSteps(altitudes, atM);
  doubts.push(...level.doubts);
  if (countOf(altitudes) < 2) return { line: line.map((point) => ({ ...point, altitudeM: null })), doubts };
  return {
    line: doubts.length === 0 ? line : line.map((point, i) => ({ ...point, altitudeM: level.altitudes[i]! })),
    doubts,
  };
}

const countOf = (altitudes: Altitudes): number => altitudes.filter((m) => m !== null).length;

function where(altitudes: Altitudes, isFalse: (m: number) => boolean): Set<number> {
  const found = new Set<number>();
  altitudes.forEach((m, i) => {
    if (m !== null && isFalse(m)) found.add(i);
  });
  return found;
}

/** Of two points the steepest way between them, at least over the shortest stretch that maps know. */
const slope = (fromM: number, toM: number, apartM: number): number => Math.abs(toM - fromM) / Math.max(apartM, 10);

/** Zeros that no road leads to from the altitudes around them; all of them where there is nothing else. */
function falseZeros(altitudes: Altitudes, atM: readonly number[]): Set<number> {
  const found = new Set<number>();
  const isZero = (i: number) => altitudes[i] === 0;
  if (!altitudes.some((m) => m !== null && m !== 0)) return where(altitudes, () => true);
  for (let from = 0; from < altitudes.length; from += 1) {
    if (!isZero(from)) continue;
    let to = from;
    while (to + 1 < altitudes.length && (isZero(to + 1) || altitudes[to + 1] === null)) to += 1;
    const before = lastKnown(altitudes, from - 1);
    const after = altitudes[to + 1] === undefined ? null : to + 1;
    const isCliff = (i: number | null, zero: number) =>
      i !== null &&
      Math.abs(altitudes[i]!) > LEAST_CLIFF_M &&
      slope(0, altitudes[i]!, Math.abs(atM[i]! - atM[zero]!)) > STEEPEST;
    if (isCliff(before, from) || isCliff(after, to)) for (let i = from; i <= to; i += 1) if (isZero(i)) found.add(i);
    from = to;
  }
  return found;
}

function lastKnown(altitudes: Altitudes, from: number): number | null {
  for (let i = from; i >= 0; i -= 1) if (altitudes[i] !== null) return i;
  return null;
}
