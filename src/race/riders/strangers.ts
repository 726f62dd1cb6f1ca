import type { Rider, Sheet } from '../sheet.ts';
import type { Fix } from '../track/hypothesis.ts';
import type { Surroundings } from '../track/surroundings.ts';
import { followFix } from '../track/track.ts';
import type { Bib } from '../units.ts';
import { advanceTo, type Riding, type Stranger } from './riding.ts';
import { newRunner } from './runner.ts';

/** A late entry rides with or before the race; a car that was parked, or crosses the road, does not do so for so long. */
const RIDES_MS = 20_000;
const RIDES_M = 150;
const FIXES = 5;

/** As he is known so far; who is not known yet is from now on. */
export function strangerIn({ strangers, roster }: Riding, bib: Bib): Stranger {
  const stranger = strangers.get(bib) ?? { runner: newRunner(bib, roster.indexOf(bib)), found: null, count: 0 };
  strangers.set(bib, stranger);
  return stranger;
}

/**
 * Follows one who is on no list, as any other. True once the road has proven that he rides in this race: from then on he
 * is one of its riders.
 */
export function followStranger(riding: Riding, bib: Bib, fix: Fix, around: Surroundings): boolean {
  const stranger = strangerIn(riding, bib);
  const { runner } = stranger;
  if (fix.atMs <= runner.track.heard.atMs || runner.status !== 'racing') return false;
  const placedMs = stranger.found ? runner.track.heard.atMs : Number.NEGATIVE_INFINITY;
  const verdict = followFix(runner.track, fix, riding.road, around, placedMs);
  if (verdict.kind !== 'placed') return false;
  const place = { distanceM: verdict.distanceM, atMs: fix.atMs };
  stranger.found ??= place;
  stranger.count += 1;
  const rides =
    stranger.count >= FIXES &&
    fix.atMs - stranger.found.atMs >= RIDES_MS &&
    verdict.distanceM - stranger.found.distanceM >= RIDES_M;
  if (!rides || !around.known) return false;
  riding.strangers.delete(bib);
  riding.runners.set(bib, runner);
  runner.speedMps = verdict.speedMps;
  advanceTo(riding, runner, verdict.distanceM, fix.atMs);
  return true;
}

/** The papers with all who are on the road: who is on no list by his number, whom a list has lost by his name of `before`. */
export function withStrangers(sheet: Sheet, { runners }: Riding, before: Sheet): Sheet {
  const missing = [...runners.values()].filter(
    ({ bib, fixes, finish }) => !sheet.riders.has(bib) && (fixes.length > 0 || finish !== null),
  );
  if (missing.length === 0) return sheet;
  const riders = new Map(sheet.riders);
  for (const { bib } of missing) riders.set(bib, before.riders.get(bib) ?? strangerOf(bib));
  return { ...sheet, riders };
}

/** A rider of whom only his number is known. */
const strangerOf = (bib: Bib): Rider => ({ bib, given: '', family: bib, team: '', nation: '', born: null });
