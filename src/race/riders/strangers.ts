import type { Rider, Sheet } from '../sheet.ts';
import type { Fix } from '../track/hypothesis.ts';
import type { Surroundings } from '../track/surroundings.ts';
import { followFix, motionOf } from '../track/track.ts';
import type { Bib } from '../units.ts';
import { advanceTo, type Riding, type Stranger } from './riding.ts';
import { newRunner, type Runner } from './runner.ts';
import type { TimedPlace } from './timetable.ts';

/**
 * A late entry rides with riders. A car of the race is before them, behind them or between two groups, at their very pace
 * and for hours; when it overtakes, others are beside it every few seconds. So the road proves only who rides among
 * riders, and with the same ones for so long.
 */
const RIDES_MS = 30_000;
const RIDES_M = 150;
const FIXES = 5;
/** Who is not farther away is beside him. */
const BESIDE_M = 60;
/** Trackers do not say which of two wheels is before the other. */
const LEVEL_M = 5;
/** A companion passed the place where he was found not sooner or later than this. */
const TOGETHER_MS = 5000;
/** Of older news nobody knows to a few metres where a rider is. */
const NEWS_MS = 10_000;

/** As he is known so far; who is not known yet is from now on. */
export function strangerIn({ strangers, roster }: Riding, bib: Bib): Stranger {
  const stranger = strangers.get(bib) ?? { runner: newRunner(bib, roster.indexOf(bib)), found: null, count: 0 };
  strangers.set(bib, stranger);
  return stranger;
}

/**
 * Follows one who is on no list, as any other. True once the road, or a hand, has proven that he rides in this race: from
 * then on he is one of its riders.
 */
export function followStranger(riding: Riding, bib: Bib, fix: Fix, around: Surroundings): boolean {
  const stranger = strangerIn(riding, bib);
  const { runner } = stranger;
  if (fix.atMs <= runner.track.heard.atMs || runner.status !== 'racing') return false;
  const placedMs = Number.isNaN(runner.foundM) ? Number.NEGATIVE_INFINITY : runner.track.heard.atMs;
  const verdict = followFix(runner.track, fix, riding.road, around, placedMs);
  if (verdict !== 'placed') return false;
  const { distanceM, speedMps } = motionOf(runner.track);
  const place = { distanceM, atMs: fix.atMs };
  if (Number.isNaN(runner.foundM)) runner.foundM = place.distanceM;
  if (!runner.statusTold.byHand && !(around.known && isProvenAt(riding, stranger, place))) return false;
  riding.strangers.delete(bib);
  riding.runners.set(bib, runner);
  runner.speedMps = speedMps;
  advanceTo(riding, runner, distanceM, fix.atMs);
  return true;
}

/** Notes how long he has been among riders. */
function isProvenAt({ runners, timetable }: Riding, stranger: Stranger, place: TimedPlace): boolean {
  const beside = besideIn(runners.values(), place);
  const isAmong = beside.some(({ byM }) => byM >= -LEVEL_M) && beside.some(({ byM }) => byM <= LEVEL_M);
  if (!isAmong) {
    [stranger.found, stranger.count] = [null, 0];
    return false;
  }
  stranger.found ??= place;
  stranger.count += 1;
  const { found, count } = stranger;
  if (count < FIXES || place.atMs - found.atMs < RIDES_MS || place.distanceM - found.distanceM < RIDES_M) return false;
  const isTogether = beside.some(({ bib }) => {
    const there = timetable.timeAt(bib, found.distanceM);
    return there !== null && Math.abs(there.atMs - found.atMs) <= TOGETHER_MS;
  });
  // With others than then, or nobody was known there yet: it counts from here.
  if (!isTogether) [stranger.found, stranger.count] = [place, 1];
  return isTogether;
}

/** Who rides beside a place now, and by how much before it. */
function besideIn(runners: Iterable<Runner>, { distanceM, atMs }: TimedPlace): { bib: Bib; byM: number }[] {
  const beside: { bib: Bib; byM: number }[] = [];
  for (const { bib, last, speedMps, status, finish } of runners) {
    if (!last || status !== 'racing' || finish || Math.abs(atMs - last.atMs) > NEWS_MS) continue;
    const byM = last.distanceM + (speedMps * (atMs - last.atMs)) / 1000 - distanceM;
    if (Math.abs(byM) <= BESIDE_M) beside.push({ bib, byM });
  }
  return beside;
}

/** The papers with all who are on the road: who is on no list by his number, whom a list has lost by his name of `before`. */
export function withStrangers(sheet: Sheet, { runners }: Riding, before: Sheet): Sheet {
  const missing = [...runners.values()].filter(
    ({ bib, last, finish }) => !sheet.riders.has(bib) && (last !== null || finish !== null),
  );
  if (missing.length === 0) return sheet;
  const riders = new Map(sheet.riders);
  for (const { bib } of missing) riders.set(bib, before.riders.get(bib) ?? strangerOf(bib));
  return { ...sheet, riders };
}

/** A rider of whom only his number is known. */
const strangerOf = (bib: Bib): Rider => ({ bib, given: '', family: bib, team: '', nation: '', born: null });
