import type { Bib } from '../units.ts';
import { isShown, type Runner, recentMps } from './runner.ts';

/**
 * When the whole race stood: before the start, at a level crossing, neutralised. The clock of gaps stands with it, or
 * every gap would grow while nobody moves.
 */
export interface Standstills {
  note(runners: ReadonlyMap<Bib, Runner>, atMs: number): void;
  /** How much of the time between two moments was spent standing. */
  stoodMs(fromMs: number, toMs: number): number;
  moveClock(byMs: number): void;
}

/** On the steepest roads a field walks at two metres a second, and does not stand. */
const STANDING_MPS = 1;
const STANDING_SHARE = 0.8;
const LEAST_RIDERS = 5;
/** It takes so long to see that somebody has stopped. */
const LAG_MS = 4000;
const EVERY_MS = 500;

export function newStandstills(): Standstills {
  const stops: { fromMs: number; toMs: number }[] = [];
  let notedMs = Number.NEGATIVE_INFINITY;
  let standing = false;

  return {
    note(runners, atMs) {
      if (atMs < notedMs + EVERY_MS) return;
      const last = stops.at(-1);
      const stands = isStanding(runners, atMs);
      if (stands && standing && last) last.toMs = atMs;
      else if (stands) stops.push({ fromMs: Math.max(last?.toMs ?? -Infinity, atMs - LAG_MS), toMs: atMs });
      standing = stands;
      notedMs = atMs;
    },
    stoodMs(fromMs, toMs) {
      let sum = 0;
      for (let i = stops.length - 1; i >= 0 && stops[i]!.toMs > fromMs; i -= 1) {
        sum += Math.max(0, Math.min(toMs, stops[i]!.toMs) - Math.max(fromMs, stops[i]!.fromMs));
      }
      return sum;
    },
    moveClock(byMs) {
      notedMs += byMs;
      for (const stop of stops) {
        stop.fromMs += byMs;
        stop.toMs += byMs;
      }
    },
  };
}

/** Most of those on the road; as soon as too many ride, nobody else is asked. */
function isStanding(runners: ReadonlyMap<Bib, Runner>, atMs: number): boolean {
  let shown = 0;
  let rides = 0;
  for (const runner of runners.values()) {
    if (!isShown(runner, atMs, atMs)) continue;
    shown += 1;
    if (!(mpsOf(runner) < STANDING_MPS)) rides += 1;
    if (runners.size - rides < STANDING_SHARE * runners.size) return false;
  }
  return shown >= LEAST_RIDERS && shown - rides >= STANDING_SHARE * shown;
}

function mpsOf(runner: Runner): number {
  const mps = recentMps(runner);
  return Number.isNaN(mps) ? runner.speedMps : mps;
}
