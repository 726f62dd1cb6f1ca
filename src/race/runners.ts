import type { Course, Mark } from './course.ts';
import type { PositionsEvent, Sample } from './event.ts';
import type { QuarantineReason } from './health.ts';
import type { HealthBook } from './health-book.ts';
import type { PassageBook } from './passage-book.ts';
import { newPassageBook } from './passage-book.ts';
import { metresBetween } from './planar.ts';
import { addFix, insertFix, isDrawn, newRunner, type Runner } from './runner.ts';
import { type Moment, newTimetable, type Timetable } from './timetable.ts';
import { indexRoad, newFeet, project, type RoadIndex } from './track/road-index.ts';
import type { Surroundings } from './track/surroundings.ts';
import { type Fix, follow, newTrack, type Verdict } from './track/track.ts';
import type { Bib } from './units.ts';

/** Everybody on the road of one course, and what has been measured of them. */
export interface Road {
  readonly course: Course;
  readonly index: RoadIndex;
  readonly runners: Map<Bib, Runner>;
  readonly timetable: Timetable;
  readonly passages: PassageBook;
  readonly health: HealthBook;
  /** The newest fix of anybody. */
  feedMs: number;
}

export function newRoad(course: Course, startMs: number, health: HealthBook): Road {
  return {
    course,
    index: indexRoad(course),
    runners: new Map(),
    timetable: newTimetable(course.line[0]!.distanceM, course.lengthM, startMs),
    passages: newPassageBook(course),
    health,
    feedMs: Number.NEGATIVE_INFINITY,
  };
}

/** Clocks may differ by this much; what claims to be later than that has a broken clock. */
const FUTURE_MS = 10_000;
/** Where nobody can be: so far ahead of the race, and so much farther for each second without news. */
const AHEAD_M = 2000;
const AHEAD_MPS = 18;
/** From so many riders on, the race is where they are. */
const FIELD = 5;
/** A place this far behind the one on air means that the one on air was wrong. */
const WRONG_M = 150;
/** How long a rider is not shown before he may start anew farther back. */
const ANEW_MS = 60_000;

/** Folds fixes in. The order of the samples, and samples sent twice, make no difference. */
export function foldPositions(road: Road, event: PositionsEvent, startMs: number): void {
  const around = surroundings(road, event.atMs, startMs);
  for (const sample of inOrder(event.samples)) foldSample(road, sample, event.atMs, around);
}

function inOrder(samples: readonly Sample[]): readonly Sample[] {
  const sorted = samples.every((one, i) => i === 0 || samples[i - 1]!.bib < one.bib);
  return sorted
    ? samples
    : samples.toSorted((a, b) => a.bib - b.bib || (a.atMs ?? 0) - (b.atMs ?? 0) || a.lat - b.lat || a.lon - b.lon);
}

function surroundings({ runners, timetable, feedMs }: Road, atMs: number, startMs: number): Surroundings {
  let headM = Number.NEGATIVE_INFINITY;
  let tailM = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const runner of runners.values()) {
    if (!runner.finish && !isDrawn(runner, feedMs, feedMs)) continue;
    const { distanceM } = runner.fixes.at(-1)!;
    if (distanceM > headM) headM = distanceM;
    if (distanceM < tailM) tailM = distanceM;
    count += 1;
  }
  const known = count >= FIELD;
  return {
    headM: known ? headM : Number.NaN,
    tailM: known ? tailM : Number.NaN,
    furthestM: known ? headM + AHEAD_M + (AHEAD_MPS * Math.max(0, atMs - feedMs)) / 1000 : Number.POSITIVE_INFINITY,
    startMs,
    paceFrom: (distanceM, seconds) => timetable.frontAfter(distanceM, seconds),
  };
}

function foldSample(road: Road, sample: Sample, eventMs: number, around: Surroundings): void {
  const { bib } = sample;
  const fix = { lat: sample.lat, lon: sample.lon, speedKph: sample.speedKph, atMs: sample.atMs ?? eventMs };
  const runner = road.runners.get(bib);
  const refuse = (reason: QuarantineReason, why: () => string): void =>
    road.health.refuse(reason, bib, fix.atMs, () => `Rider ${bib}: ${why()}`);
  if (!runner) refuse('unknown-bib', () => 'not on the start list.');
  else if (!isPlace(fix)) refuse('not-a-place', () => `${fix.lat}, ${fix.lon} is not a place on earth.`);
  else if (!(fix.atMs <= eventMs + FUTURE_MS))
    refuse('from-the-future', () => 'the fix is later than the frame it came in.');
  else if (runner.status !== 'racing' || (runner.finish && runner.finish.origin !== 'estimated')) return;
  else if (isKnown(runner, fix)) refuse('duplicate', () => `the fix of ${clock(fix.atMs)} came twice.`);
  else if (fix.atMs < runner.track.heard.atMs) {
    refuse('late', () => `the fix of ${clock(fix.atMs)} came after a newer one.`);
    foldLate(road, runner, fix);
  } else foldFix(road, runner, fix, around, refuse);
}

/** Heard before, believed or not. */
function isKnown({ track, fixes }: Runner, { atMs, lat, lon }: Fix): boolean {
  const { heard } = track;
  if (atMs === heard.atMs) return heard.believed || (heard.lat === lat && heard.lon === lon);
  return atMs < heard.atMs && fixes.some((one) => one.atMs === atMs);
}

function foldFix(
  road: Road,
  runner: Runner,
  fix: Fix,
  around: Surroundings,
  refuse: (reason: QuarantineReason, why: () => string) => void,
): void {
  const placedMs = runner.fixes.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY;
  const verdict = follow(runner.track, fix, road.index, around, placedMs);
  if (verdict.kind === 'refused') refuse(verdict.reason, () => reasonOf(verdict, fix, road.course));
  if (verdict.kind !== 'placed') return;
  runner.speedMps = verdict.speedMps;
  if (!movesTo(road, runner, { distanceM: verdict.distanceM, atMs: fix.atMs })) {
    refuse('teleport', () => 'the fix lies far behind the place on air; until this is clear he is not moved.');
  }
}

/** False where the place on air is far ahead of what the fixes say. */
function movesTo(road: Road, runner: Runner, to: Moment): boolean {
  const from = runner.fixes.at(-1);
  if (from && to.distanceM < from.distanceM - WRONG_M) {
    if (to.atMs - from.atMs < ANEW_MS) return false;
    road.timetable.forget(runner.bib);
    runner.fixes = [];
    return movesTo(road, runner, to);
  }
  const { lengthM } = road.course;
  if (!from && to.distanceM >= lengthM) return true;
  const fix = { distanceM: Math.min(lengthM, Math.max(to.distanceM, from?.distanceM ?? to.distanceM)), atMs: to.atMs };
  if (from) {
    const beyond = { distanceM: Math.max(to.distanceM, from.distanceM), atMs: to.atMs };
    road.timetable.note(runner.bib, from, beyond);
    road.passages.cross(runner.bib, from, beyond);
  }
  road.timetable.found(fix);
  addFix(runner, fix);
  road.feedMs = Math.max(road.feedMs, to.atMs);
  noteFinish(road, runner);
  return true;
}

const feet = newFeet();

/** A fix older than the newest: it moves nobody, but it tells when lines and points were passed. */
function foldLate(road: Road, runner: Runner, { lat, lon, atMs }: Fix): void {
  const { fixes, bib } = runner;
  const next = fixes.findIndex((fix) => fix.atMs > atMs);
  if (next < 1) return;
  const [from, to] = [fixes[next - 1]!, fixes[next]!];
  project(road.index, lat, lon, from.distanceM, to.distanceM, feet);
  if (feet.count !== 1) return;
  const between = { distanceM: feet.distanceM[0]!, atMs };
  insertFix(runner, next, between);
  for (const [a, b] of [
    [from, between],
    [between, to],
  ] as const) {
    road.timetable.note(bib, a, b, true);
    road.passages.cross(bib, a, b);
  }
  noteFinish(road, runner);
}

const isPlace = ({ lat, lon }: Fix): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);

function reasonOf(verdict: Extract<Verdict, { kind: 'refused' }>, fix: Fix, { line }: Course): string {
  if (verdict.reason === 'off-course') {
    const nearestM = Math.min(...line.map((point) => metresBetween(point, fix)));
    return `about ${metres(nearestM)} from the road.`;
  }
  if (!Number.isFinite(verdict.byM)) return 'too far from the race to be there.';
  const where = verdict.byM >= 0 ? 'ahead of' : 'behind';
  return verdict.byM === 0
    ? 'back on the road, not yet for long enough.'
    : `${metres(Math.abs(verdict.byM))} ${where} his place.`;
}

const metres = (m: number): string => (m >= 1000 ? `${(m / 1000).toFixed(1)} km` : `${Math.round(m)} m`);
const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 19);

/** Keeps the finish of a rider in step with the lines crossed; one that was only estimated may turn out wrong. */
export function noteFinish({ course, passages }: Road, runner: Runner): void {
  const line = finishLine(course);
  const passage = passages.of(line, runner.bib);
  const last = runner.fixes.at(-1);
  if (passage?.origin === 'estimated' && last && last.distanceM < course.lengthM && last.atMs >= passage.atMs) {
    passages.strike(line, runner.bib);
    runner.finish = null;
  } else if (passage && (runner.finish?.atMs !== passage.atMs || runner.finish.origin !== passage.origin)) {
    runner.finish = { value: 0, atMs: passage.atMs, origin: passage.origin };
  }
}

/** Every course that was built has one. */
export const finishLine = (course: Course): Mark => course.marks.find((mark) => mark.kind === 'finish')!;

/** Makes room for those on the start list, and drops those who are no longer on it. */
export function enlist(road: Road, bibs: readonly Bib[]): void {
  const listed = new Set(bibs);
  for (const bib of [...road.runners.keys()]) if (!listed.has(bib)) road.runners.delete(bib);
  for (const bib of bibs) if (!road.runners.has(bib)) road.runners.set(bib, newRunner(bib));
}

/** A rider who starts from nothing: another road, or a line that says where he really is. */
export function startAnew(runner: Runner): void {
  runner.track = newTrack(runner.bib);
  runner.fixes = [];
}
