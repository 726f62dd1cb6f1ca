import type { Bib } from '../units.ts';

/** Riders start every 60, 90 or 120 s, which are all multiples of 30; some every 45 or 75. In ms, coarse first. */
const grids = [
  { everyMs: 30_000, withinMs: 4000 },
  { everyMs: 15_000, withinMs: 2000 },
];
/** So many riders, and nearly all of them, agree on one. */
const LEAST = 6;
const NEARLY_ALL = 0.8;
/** A list of starts begins on a full minute: what lies so near to one does. */
const FULL_MS = 1000;

/**
 * Starts to the second. Where nearly all lie on one grid they are on it, for a list of starts is one; who lies off it
 * started when he started.
 */
export function onGrid(starts: ReadonlyMap<Bib, number>): ReadonlyMap<Bib, number> {
  const times = [...starts.values()];
  for (const { everyMs, withinMs } of times.length < LEAST ? [] : grids) {
    const phaseMs = phaseOf(times, everyMs, withinMs);
    if (phaseMs === null) continue;
    const snapped = (atMs: number): number => {
      const slotMs = Math.round((atMs - phaseMs) / everyMs) * everyMs + phaseMs;
      return Math.abs(atMs - slotMs) <= withinMs ? slotMs : toSecond(atMs);
    };
    return new Map([...starts].map(([bib, atMs]) => [bib, snapped(atMs)]));
  }
  return new Map([...starts].map(([bib, atMs]) => [bib, toSecond(atMs)]));
}

const toSecond = (ms: number): number => Math.round(ms / 1000) * 1000;

/** How much later than its full multiples a grid lies, in whole seconds; null where too few lie on one. */
function phaseOf(times: readonly number[], everyMs: number, withinMs: number): number | null {
  const offMs = (atMs: number, phaseMs: number): number => {
    const off = (((atMs - phaseMs) % everyMs) + everyMs) % everyMs;
    return off > everyMs / 2 ? off - everyMs : off;
  };
  let best: { phaseMs: number; near: number[] } | null = null;
  for (const phaseMs of times) {
    const near = times.map((atMs) => offMs(atMs, phaseMs)).filter((off) => Math.abs(off) <= withinMs);
    if (!best || near.length > best.near.length) best = { phaseMs, near };
  }
  if (!best || best.near.length < NEARLY_ALL * times.length) return null;
  const middleMs = best.near.sort((a, b) => a - b)[best.near.length >> 1]!;
  const phaseMs = offMs(best.phaseMs + middleMs, 0);
  return Math.abs(phaseMs) <= FULL_MS ? 0 : toSecond(phaseMs);
}
