import type { PositionsEvent, Sample } from '../event.ts';
import type { QuarantineReason } from '../health.ts';
import { timeOfDay } from '../time-of-day.ts';
import type { Fix } from '../track/hypothesis.ts';
import { nearestM, newFeet, project, type RoadIndex } from '../track/road-index.ts';
import type { Surroundings } from '../track/surroundings.ts';
import { followFix, motionOf, type Refused } from '../track/track.ts';
import { type Bib, compareBibs } from '../units.ts';
import { advanceTo, noteFinish, pass, type Riding } from './riding.ts';
import { insertFix, type Runner } from './runner.ts';
import { followStranger } from './strangers.ts';
import { whereabouts } from './whereabouts.ts';

/** Clocks may differ by this much; a fix that claims to be later than its frame by more has a broken clock. */
const FUTURE_MS = 10_000;
/** A tracker that was in a tunnel tells of the last minutes, not of this morning: such a clock is broken, too. */
const PAST_MS = 3_600_000;

/** Folds fixes in. The order of the samples, and samples sent twice, make no difference. */
export function foldPositions(riding: Riding, event: PositionsEvent, startMs: number | null): void {
  riding.health.told(event.samples.length, event.atMs);
  const around = whereabouts(riding, event.atMs, startMs, event.samples);
  for (const sample of inOrder(event.samples)) foldSample(riding, sample, event.atMs, around);
  riding.standstills.note(riding.runners, riding.feedMs);
}

function inOrder(samples: readonly Sample[]): readonly Sample[] {
  for (let i = 1; i < samples.length; i += 1) {
    if (compareBibs(samples[i - 1]!.bib, samples[i]!.bib) >= 0) {
      return [...samples].sort(
        (a, b) => compareBibs(a.bib, b.bib) || (a.atMs ?? 0) - (b.atMs ?? 0) || a.lat - b.lat || a.lon - b.lon,
      );
    }
  }
  return samples;
}

function foldSample(riding: Riding, sample: Sample, eventMs: number, around: Surroundings): void {
  const fix = { lat: sample.lat, lon: sample.lon, speedKph: sample.speedKph, atMs: sample.atMs ?? eventMs };
  const fault = faultOf(fix, eventMs);
  if (fault !== null) {
    refuse(riding, sample.bib, fix, fault, faults[fault]);
    return;
  }
  const runner = riding.runners.get(sample.bib);
  if (!runner) {
    if (!followStranger(riding, sample.bib, fix, around))
      refuse(riding, sample.bib, fix, 'unknown-bib', () => 'not on the start list.');
  } else if (runner.status === 'racing' && (!runner.finish || runner.finish.origin === 'estimated')) {
    if (sample.gapS !== undefined) {
      runner.toldGapS = sample.gapS;
      runner.toldMs = fix.atMs;
    }
    foldRunner(riding, runner, fix, around);
  }
}

type Why = (fix: Fix) => string;

/** What is wrong with a fix, whoever sends it. */
const faults = {
  'not-a-place': ({ lat, lon }) => `${lat}, ${lon} is not a place on earth.`,
  'from-the-future': () => 'the fix is later than its frame.',
  late: () => 'the fix is more than an hour older than its frame.',
} as const satisfies { readonly [reason in QuarantineReason]?: Why };

function faultOf(fix: Fix, eventMs: number): keyof typeof faults | null {
  if (!isPlace(fix)) return 'not-a-place';
  if (!(fix.atMs <= eventMs + FUTURE_MS)) return 'from-the-future';
  return fix.atMs < eventMs - PAST_MS ? 'late' : null;
}

function foldRunner(riding: Riding, runner: Runner, fix: Fix, around: Surroundings): void {
  if (isKnown(runner, fix)) {
    refuse(riding, runner.bib, fix, 'duplicate', cameTwice);
  } else if (fix.atMs < runner.track.heard.atMs) {
    refuse(riding, runner.bib, fix, 'late', cameLate);
    foldLate(riding, runner, fix);
  } else {
    const refused = foldFix(riding, runner, fix, around);
    if (refused) refuse(riding, runner.bib, fix, refused.reason, becauseOf(refused, riding.road));
  }
}

const cameTwice: Why = ({ atMs }) => `the fix of ${timeOfDay(atMs)} came twice.`;
const cameLate: Why = ({ atMs }) => `the fix of ${timeOfDay(atMs)} came after a newer one.`;
const becauseOf =
  (refused: Refused, road: RoadIndex): Why =>
  (fix) =>
    reasonOf(refused, fix, road);

function refuse({ health }: Riding, bib: Bib, fix: Fix, reason: QuarantineReason, why: Why): void {
  health.refuse(reason, bib, fix.atMs, () => `Rider ${bib}: ${why(fix)}`);
}

/** Heard before, believed or not. */
function isKnown({ track, fixes }: Runner, { atMs, lat, lon }: Fix): boolean {
  const { heard } = track;
  if (atMs === heard.atMs) return heard.believed || (heard.lat === lat && heard.lon === lon);
  return atMs < heard.atMs && fixes.some((one) => one.atMs === atMs);
}

function foldFix(riding: Riding, runner: Runner, fix: Fix, around: Surroundings): Refused | null {
  const placedMs = runner.last?.atMs ?? Number.NEGATIVE_INFINITY;
  const verdict = followFix(runner.track, fix, riding.road, around, placedMs);
  if (verdict !== 'placed') {
    if (verdict.kind === 'refused') return verdict;
    const { onSomeLapM } = verdict;
    if (onSomeLapM !== undefined) riding.lapless.set(runner.bib, { fix, onSomeLapM });
    return null;
  }
  const { distanceM, speedMps } = motionOf(runner.track);
  runner.speedMps = speedMps;
  // A line has told of him since: trackers are late, and nobody goes back in time.
  if (runner.last && fix.atMs <= runner.last.atMs) return null;
  const moved = advanceTo(riding, runner, distanceM, fix.atMs);
  return moved ? null : { kind: 'refused', reason: 'teleport', byM: distanceM - runner.last!.distanceM };
}

const feet = newFeet();

/** A fix older than the newest: it moves nobody, but it tells when lines and points were passed. */
function foldLate(riding: Riding, runner: Runner, { lat, lon, atMs }: Fix): void {
  const { fixes } = runner;
  const next = fixes.findIndex((fix) => fix.atMs > atMs);
  if (next < 1) return;
  const [from, to] = [fixes[next - 1]!, fixes[next]!];
  project(riding.road, lat, lon, from.distanceM, to.distanceM, feet);
  if (feet.count !== 1) return;
  const between = { distanceM: feet.distanceM[0]!, atMs };
  insertFix(runner, next, between);
  pass(riding, runner, from, between, true);
  pass(riding, runner, between, to, true);
  noteFinish(riding, runner);
}

const isPlace = ({ lat, lon }: Fix): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);

function reasonOf({ reason, byM }: Refused, fix: Fix, road: RoadIndex): string {
  if (reason === 'off-course') {
    return `about ${metres(nearestM(road, fix.lat, fix.lon))} from the road.`;
  }
  if (Number.isNaN(byM)) return 'too far ahead of the race to be there.';
  if (byM === 0) return 'back on the road, not yet for long enough.';
  return `${metres(Math.abs(byM))} ${byM > 0 ? 'ahead of' : 'behind'} his place.`;
}

const metres = (m: number): string => (m >= 1000 ? `${(m / 1000).toFixed(1)} km` : `${Math.round(m)} m`);
