import type { RiderStatus } from '../event.ts';
import type { Place, TrackerState } from '../place.ts';
import { newTrack, type Track } from '../track/track.ts';
import type { Bib, Reading } from '../units.ts';
import type { RiderIndex } from './roster.ts';
import type { TimedPlace } from './timetable.ts';

/** What the engine remembers of one rider. */
export interface Runner {
  readonly bib: Bib;
  readonly index: RiderIndex;
  status: RiderStatus;
  /** When that was so, and whether a hand said it. */
  statusTold: { readonly atMs: number; readonly byHand: boolean };
  track: Track;
  /** Where he is: the newest believed place; null before there is any. */
  last: TimedPlace | null;
  /** The newest believed places, oldest first, with that one. A handful: a late fix looks back here. */
  fixes: TimedPlace[];
  speedMps: number;
  /** The crossing to which he was carried, and by when he is due at the next line. */
  lineMs: number;
  dueMs: number;
  /** Where he was first found. */
  foundM: number;
  /** How far he is behind the first, as the feed says, in seconds, and when it said so; not numbers before. */
  toldGapS: number;
  toldMs: number;
  /** Over the line, as far as known. */
  finish: Reading | null;
  /** So many laps fewer than all when he was flagged off; 0 for everybody else. */
  lapsDown: number;
  /** The group in which he came to the line, once that is history; its id is null where he was in none. */
  company: { readonly group: string | null } | null;
  /** The last place given out, to be given again while nothing changes. */
  place: Place | null;
  /** The group of his last good fix. */
  seen: { readonly group: string; atMs: number } | null;
}

export const newRunner = (bib: Bib, index: RiderIndex): Runner => ({
  bib,
  index,
  status: 'racing',
  statusTold: { atMs: Number.NEGATIVE_INFINITY, byHand: false },
  track: newTrack(),
  last: null,
  fixes: [],
  speedMps: 0,
  lineMs: Number.NaN,
  dueMs: Number.NEGATIVE_INFINITY,
  foundM: Number.NaN,
  toldGapS: Number.NaN,
  toldMs: Number.NaN,
  finish: null,
  lapsDown: 0,
  company: null,
  place: null,
  seen: null,
});

const MOST_FIXES = 8;

export function addFix(runner: Runner, fix: TimedPlace): void {
  const { fixes } = runner;
  fixes.push(fix);
  if (fixes.length > MOST_FIXES) fixes.shift();
  runner.last = fix;
}

/** Nothing is believed of him any more. */
export function dropFixes(runner: Runner): void {
  runner.fixes = [];
  runner.last = null;
}

export function insertFix({ fixes }: Runner, at: number, fix: TimedPlace): void {
  fixes.splice(at, 0, fix);
  if (fixes.length > MOST_FIXES) fixes.shift();
}

const RECENT_MS = 5000;

/** Speed by his last fixes, over five seconds at least: a filtered one takes long to come down. NaN while not known. */
export function recentMps({ fixes, last }: Runner): number {
  if (!last || fixes.length < 2) return Number.NaN;
  let i = fixes.length - 2;
  while (i > 0 && last.atMs - fixes[i]!.atMs < RECENT_MS) i -= 1;
  return ((last.distanceM - fixes[i]!.distanceM) * 1000) / (last.atMs - fixes[i]!.atMs);
}

/** A rider whose own news is older than this is late; silent; gone. */
const LATE_MS = 15_000;
export const SILENT_MS = 60_000;
const OFF_MS = 600_000;
/** A pause of the whole feed, as real ones make every minute, makes nobody late. */
const PAUSE_MS = 36_000;
/** So many fixes in a row, over so long, that cannot be believed: whatever this is, it is not drawn. */
const ASTRAY_FIXES = 2;
const ASTRAY_MS = 8_000;

/** No tracker that can be believed has spoken of him since he was carried to a line, or none at all ever. */
export const isHeardAtLines = ({ track, last, lineMs }: Runner): boolean =>
  last ? last.atMs === lineMs : track.heard.atMs === Number.NEGATIVE_INFINITY;

/** Up to this moment nothing more was to be heard of him: between two lines a rider without a tracker is silent. */
export const newsMs = (runner: Runner): number =>
  Math.max(
    runner.last?.atMs ?? Number.NEGATIVE_INFINITY,
    isHeardAtLines(runner) ? runner.dueMs : Number.NEGATIVE_INFINITY,
  );

export function trackerOf(runner: Runner, nowMs: number, feedMs: number): TrackerState {
  const { last } = runner;
  if (!last) return 'off';
  const ageMs = nowMs - newsMs(runner);
  const { astray, heard } = runner.track;
  const isAstray = astray.count >= ASTRAY_FIXES && heard.atMs - astray.sinceMs >= ASTRAY_MS;
  if (ageMs > OFF_MS || (isAstray && !isHeardAtLines(runner))) return 'off';
  if (ageMs > SILENT_MS) return 'silent';
  return ageMs - Math.min(PAUSE_MS, Math.max(0, nowMs - feedMs)) > LATE_MS ? 'late' : 'live';
}

/** On the road, in the race, and worth drawing. */
export function isShown(runner: Runner, nowMs: number, feedMs: number): boolean {
  if (runner.status !== 'racing' || runner.finish) return false;
  const tracker = trackerOf(runner, nowMs, feedMs);
  return tracker === 'live' || tracker === 'late';
}
