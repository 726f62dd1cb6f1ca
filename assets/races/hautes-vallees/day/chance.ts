/**
 * Chance by address: the same seed and keys always give the same number, in any order of asking. A day can be entered
 * in the middle, and a thinned-out run gives the same later frames as a full one.
 */
export const chance = (seed: number, a: number, b = 0): number => mixed(seed, a, b) / 4294967296;

/** Every bit of the three decides every bit of the result: 32 of them. */
function mixed(seed: number, a: number, b: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(a + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 0x165667b1, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return (h ^ (h >>> 15)) >>> 0;
}

/** From `from` to `to`, evenly. */
export const between = (seed: number, key: number, from: number, to: number): number =>
  from + (to - from) * chance(seed, key);

/** Deviation of the sum of four even bytes. */
const BYTES_DEVIATION = Math.sqrt((4 * (256 ** 2 - 1)) / 12);

/** Near enough to a normal number of mean 0 and deviation 1: four even ones, within 3.5. */
export function bell(seed: number, a: number, b: number): number {
  const h = mixed(seed, a, b);
  return ((h & 255) + ((h >>> 8) & 255) + ((h >>> 16) & 255) + (h >>> 24) - 510) / BYTES_DEVIATION;
}

/** A bell-shaped value that drifts: deviation 1, independent after a unit of `x`. */
export function drift(seed: number, key: number, x: number): number {
  const cell = Math.floor(x);
  const t = x - cell;
  const w = t * t * (3 - 2 * t);
  const blend = (1 - w) * bell(seed, key, cell) + w * bell(seed, key, cell + 1);
  return blend / Math.sqrt((1 - w) * (1 - w) + w * w);
}

/** The items in an order of chance. */
export function shuffled<T>(items: readonly T[], seed: number, key: number): T[] {
  return items
    .map((item, i) => ({ item, at: chance(seed, key, i) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
