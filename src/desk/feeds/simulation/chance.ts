/**
 * Chance by address: the same seed and keys always give the same number, in any order of asking. A day can be entered
 * in the middle, and a thinned-out run gives the same later frames as a full one.
 */
export function chance(seed: number, a: number, b = 0): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(a + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 0x165667b1, 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

/** From `from` to `to`, evenly. */
export const between = (seed: number, key: number, from: number, to: number): number =>
  from + (to - from) * chance(seed, key);

/** Near enough to a normal number of mean 0 and deviation 1: four even ones, within 3.5. */
export function bell(seed: number, a: number, b: number): number {
  const sum = chance(seed, a, b) + chance(seed, a, b + 0x10000000) + chance(seed, a, b + 0x20000000);
  return (sum + chance(seed, a, b + 0x30000000) - 2) * Math.sqrt(3);
}

/** A bell-shaped value that drifts: deviation 1, independent after a unit of `x`. */
export function drift(seed: number, key: number, x: number): number {
  const cell = Math.floor(x);
  const t = x - cell;
  const w = t * t * (3 - 2 * t);
  const mixed = (1 - w) * bell(seed, key, cell) + w * bell(seed, key, cell + 1);
  return mixed / Math.sqrt((1 - w) * (1 - w) + w * w);
}

/** The items in an order of chance. */
export function shuffled<T>(items: readonly T[], seed: number, key: number): T[] {
  return items
    .map((item, i) => ({ item, at: chance(seed, key, i) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
