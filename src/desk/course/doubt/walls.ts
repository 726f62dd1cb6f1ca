/** Altitudes along a road; null where not known. */
export type Altitudes = readonly (number | null)[];

/** A hill that a road goes through rather than over is at most so long. */
const TUNNEL_M = 12_000;
/** Over so much, no road that is raced rises more. */
const WALL = 0.25;
const WALL_M = 60;
/** What rises less is a ramp, or the noise of a receiver. */
const LEAST_WALL_M = 15;
/** Behind a wall so high the other side may be less steep: the road climbs as well, below the hill that was mapped. */
const TALL_M = 40;
const OTHER_SIDE = 0.18;
/** So near to an end a wall has no other side. */
const END_M = 200;

/** The walls of a road as mapped: where it rises or falls more steeply than any road does. */
function wallsOf(altitudes: Altitudes, atM: readonly number[]) {
  const known = altitudes.flatMap((m, i) => (m === null ? [] : [i]));
  const heightAt = (k: number) => altitudes[known[k]!]!;
  const placeAt = (k: number) => atM[known[k]!]!;
  /** +1 where a wall rises behind this point, -1 where it falls, 0 where there is none. */
  const sideAt = (k: number, least = WALL): number => {
    let to = k + 1;
    while (to < known.length && placeAt(to) - placeAt(k) < WALL_M) to += 1;
    if (to >= known.length) return 0;
    const riseM = heightAt(to) - heightAt(k);
    const slope = riseM / (placeAt(to) - placeAt(k));
    return Math.abs(slope) > least && Math.abs(riseM) > LEAST_WALL_M * (least / WALL) ? Math.sign(riseM) : 0;
  };
  return { known, heightAt, placeAt, sideAt };
}

/** A receiver that had just been switched on, or was about to be switched off: what lies before a wall near an end. */
export function falseEnds(altitudes: Altitudes, atM: readonly number[]): Set<number> {
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
 * bridge. Read from both ends, for only one of its sides may be steeper than roads are.
 */
export function betweenWalls(altitudes: Altitudes, atM: readonly number[]): Set<number> {
  const endM = atM.at(-1)!;
  const back = betweenWallsAhead(altitudes.toReversed(), atM.map((m) => endM - m).reverse());
  return new Set([...betweenWallsAhead(altitudes, atM), ...[...back].map((i) => altitudes.length - 1 - i)]);
}

function betweenWallsAhead(altitudes: Altitudes, atM: readonly number[]): Set<number> {
  const { known, heightAt, placeAt, sideAt } = wallsOf(altitudes, atM);
  const found = new Set<number>();
  const isStraight = (from: number, to: number): boolean =>
    Math.abs(heightAt(to) - heightAt(from)) / (placeAt(to) - placeAt(from)) < WALL / 2;
  const isTall = (from: number, side: number): boolean => {
    let to = from;
    while (to + 1 < known.length && sideAt(to) === side) to += 1;
    return Math.abs(heightAt(to) - heightAt(from)) > TALL_M;
  };
  /** The first place behind the opposite wall to which a road leads straight from where the first wall began. */
  const endOf = (from: number, side: number): number | null => {
    const least = isTall(from, side) ? OTHER_SIDE : WALL;
    let fallen = false;
    for (let k = from + 1; k < known.length && placeAt(k) - placeAt(from) <= TUNNEL_M; k += 1) {
      const here = sideAt(k, least);
      if (here === -side) fallen = true;
      else if (fallen && here === 0 && isStraight(from, k)) return k;
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
