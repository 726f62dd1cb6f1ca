import { rawLengths } from '../../../race/course/scale.ts';
import type { CourseSource } from '../../../race/course/source.ts';
import type { Kept } from './jumps.ts';

type Line = CourseSource['line'];

/** Roads lie between the Dead Sea and the high passes of the Himalaya; -9999 and 32767 are words for "not known". */
const LOWEST_M = -450;
const HIGHEST_M = 6000;
/** No road that is raced is steeper, not even over a short ramp, as far as maps tell. */
const STEEPEST = 0.3;
/** What rises less is a ramp, or the noise of a receiver. */
const LEAST_WALL_M = 15;
/** A hill that a road goes through rather than over: at most so long, and so steep on both its sides. */
const TUNNEL_M = 12_000;
const WALL = 0.25;
const WALL_M = 60;
/** So near to an end a wall has no other side. */
const END_M = 200;

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
  if (countOf(altitudes) < 2) return { line: line.map((point) => ({ ...point, altitudeM: null })), doubts };
  return {
    line: doubts.length === 0 ? line : line.map((point, i) => ({ ...point, altitudeM: altitudes[i]! })),
    doubts,
  };
}

type Altitudes = readonly (number | null)[];

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
      Math.abs(altitudes[i]!) > LEAST_WALL_M &&
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

/** The walls of a road as drawn: where it rises or falls more steeply than any road does. */
function wallsOf(altitudes: Altitudes, atM: readonly number[]) {
  const known = altitudes.flatMap((m, i) => (m === null ? [] : [i]));
  const heightAt = (k: number) => altitudes[known[k]!]!;
  const placeAt = (k: number) => atM[known[k]!]!;
  /** +1 where a wall rises behind this point, -1 where it falls, 0 where there is none. */
  const sideAt = (k: number): number => {
    let to = k + 1;
    while (to < known.length && placeAt(to) - placeAt(k) < WALL_M) to += 1;
    if (to >= known.length) return 0;
    const rise = (heightAt(to) - heightAt(k)) / (placeAt(to) - placeAt(k));
    return Math.abs(rise) > WALL && Math.abs(heightAt(to) - heightAt(k)) > LEAST_WALL_M ? Math.sign(rise) : 0;
  };
  return { known, heightAt, placeAt, sideAt };
}

/** A receiver that had just been switched on, or was about to be switched off: what lies before a wall near an end. */
function falseEnds(altitudes: Altitudes, atM: readonly number[]): Set<number> {
  const { known, placeAt, sideAt } = wallsOf(altitudes, atM);
  const found = new Set<number>();
  const [firstM, lastM] = [placeAt(0), placeAt(known.length - 1)];
  known.forEach((_, k) => {
    if (sideAt(k) === 0) return;
    if (placeAt(k) - firstM <= END_M) for (let j = 0; j <= k; j += 1) found.add(known[j]!);
    if (lastM - placeAt(k) <= END_M) for (let j = k + 1; j < known.length; j += 1) found.add(known[j]!);
  });
  return found;
}

/**
 * From a wall up to the next wall down: a spike, or the hill over a tunnel; the other way round for a gorge under a
 * bridge.
 */
function betweenWalls(altitudes: Altitudes, atM: readonly number[]): Set<number> {
  const { known, heightAt, placeAt, sideAt } = wallsOf(altitudes, atM);
  const found = new Set<number>();
  /** The first place behind the opposite wall to which a road leads straight from where the first wall began. */
  const endOf = (from: number, side: number): number | null => {
    let fallen = false;
    for (let k = from + 1; k < known.length && placeAt(k) - placeAt(from) <= TUNNEL_M; k += 1) {
      const here = sideAt(k);
      if (here === -side) fallen = true;
      else if (fallen && here === 0 && slope(heightAt(from), heightAt(k), placeAt(k) - placeAt(from)) < WALL / 2)
        return k;
    }
    return null;
  };
  for (let k = 0; k + 1 < known.length; k += 1) {
    const side = sideAt(k);
    const end = side === 0 ? null : endOf(k, side);
    if (end === null) continue;
    for (let j = k + 1; j < end; j += 1) found.add(known[j]!);
    k = end;
  }
  return found;
}
