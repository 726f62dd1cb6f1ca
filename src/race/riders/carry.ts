import type { Course } from '../course/course.ts';
import { newTrack, placeAt, shiftTrack } from '../track/track.ts';
import { advanceTo, arrive, pass, type Riding } from './riding.ts';
import { addFix, dropFixes, insertFix, isHeardAtLines, type Runner, SILENT_MS } from './runner.ts';
import type { TimedPlace } from './timetable.ts';
import { nextLineM } from './told-gap.ts';

/** Receivers, mapped roads and a pace carried on for some seconds err by so much together; and by this share of what was carried. */
const SAME_M = 100;
const CARRIED_SHARE = 0.2;
/** Farther off, and not by whole laps, it is the crossing that is doubtful. */
const FARTHEST_M = 1000;
/** Nobody rides between two lines for longer; and a rider may be slower by half than he was. */
const LONGEST_MS = 3_600_000;
const SLOWER = 1.5;
const USUAL_MPS = 8;

/**
 * A rider was at a line. Who has no tracker, or a silent one, is carried there. A tracker that agrees is corrected at the
 * line only; one that has him on another lap, or some hundred metres off, is wrong, and its rider is where the line has
 * him. A crossing that is told late corrects what was, and moves him only where he was elsewhere. `isTimed`: only the
 * line itself is believed more than a tracker that is heard, a hand is late or early.
 */
export function bringToLine(riding: Riding, runner: Runner, line: TimedPlace, isTimed: boolean): void {
  const { last } = runner;
  if (!last || isHeardAtLines(runner) || line.atMs - last.atMs >= SILENT_MS) {
    carryTo(riding, runner, line);
    return;
  }
  const { thereM, carriedM } = placeAtMoment(runner, line.atMs);
  const offM = line.distanceM - thereM;
  if (!isTimed || Number.isNaN(offM)) return;
  const toleranceM = SAME_M + CARRIED_SHARE * carriedM;
  if (Math.abs(offM) <= toleranceM) {
    atLine(riding, runner, last, line);
    return;
  }
  const shiftM = shiftOf(riding.course, offM, toleranceM);
  if (shiftM !== null) correct(riding, runner, last, line, shiftM);
}

/** The time of the crossing to which a rider was carried is told anew, with its lap: he was there then. */
export function correctTime(runner: Runner, line: TimedPlace): void {
  if (!isHeardAtLines(runner) || runner.last?.distanceM !== line.distanceM) return;
  runner.fixes.pop();
  addFix(runner, line);
  runner.lineMs = line.atMs;
}

/** Where trackers are silent, lines are all that is known. */
function carryTo(riding: Riding, runner: Runner, to: TimedPlace): void {
  const from = runner.last;
  if (from && (to.distanceM <= from.distanceM || to.atMs <= from.atMs)) return;
  if (from) runner.speedMps = Math.min(30, ((to.distanceM - from.distanceM) * 1000) / (to.atMs - from.atMs));
  runner.track = newTrack();
  placeAt(runner.track, to.distanceM, { atMs: to.atMs, speedKph: null });
  advanceTo(riding, runner, to.distanceM, to.atMs);
  const wayM = nextLineM(riding, to.distanceM) - to.distanceM;
  const wayMs = ((wayM * SLOWER) / (runner.speedMps || USUAL_MPS)) * 1000;
  runner.lineMs = to.atMs;
  runner.dueMs = to.atMs + Math.min(LONGEST_MS, wayMs);
}

/** Where his tracker has him at a moment, and how far that is carried on beyond its fixes; NaN where it tells nothing of then. */
function placeAtMoment({ fixes, last, speedMps }: Runner, atMs: number): { thereM: number; carriedM: number } {
  const next = fixes.findIndex((fix) => fix.atMs > atMs);
  if (next > 0) {
    const [a, b] = [fixes[next - 1]!, fixes[next]!];
    const share = (atMs - a.atMs) / (b.atMs - a.atMs);
    return { thereM: a.distanceM + share * (b.distanceM - a.distanceM), carriedM: 0 };
  }
  const from = next === 0 ? fixes[0]! : last!;
  const carriedM = (speedMps * (atMs - from.atMs)) / 1000;
  const isFar = Math.abs(atMs - from.atMs) > SILENT_MS;
  return { thereM: isFar ? Number.NaN : from.distanceM + carriedM, carriedM: Math.abs(carriedM) };
}

/** By whole laps, where the rest is nothing; else by all of it. Null where that cannot be. */
function shiftOf({ laps }: Course, offM: number, toleranceM: number): number | null {
  const whole = laps ? Math.round(offM / laps.lengthM) * laps.lengthM : 0;
  if (whole !== 0 && Math.abs(offM - whole) <= toleranceM) return whole;
  return Math.abs(offM - whole) <= FARTHEST_M ? offM : null;
}

/** His tracker agrees: he was at the line when it says so, and how he came to it and went on is read anew. */
function atLine(riding: Riding, runner: Runner, last: TimedPlace, line: TimedPlace): void {
  // Who has finished is followed no farther: the road to the line is written with his finish.
  if (line.distanceM >= riding.course.lengthM) return;
  if (line.atMs > last.atMs) {
    if (line.distanceM > last.distanceM) advanceTo(riding, runner, line.distanceM, line.atMs);
    else addFix(runner, line);
    return;
  }
  const next = runner.fixes.findIndex((fix) => fix.atMs > line.atMs);
  if (next < 1) return;
  const [from, to] = [runner.fixes[next - 1]!, runner.fixes[next]!];
  if (!(from.distanceM < line.distanceM && line.distanceM < to.distanceM)) return;
  insertFix(runner, next, line);
  pass(riding, runner, from, line, true);
  pass(riding, runner, line, to, true);
}

/** His tracker was wrong since the last line that told of him: the road from there on is that between the lines. */
function correct(riding: Riding, runner: Runner, last: TimedPlace, line: TimedPlace, shiftM: number): void {
  const { passages, timetable } = riding;
  const before = passages.toldBefore(runner.bib, line.atMs);
  timetable.forget(runner.bib, before?.atMs);
  passages.doubt(runner.bib, before?.atMs ?? Number.NEGATIVE_INFINITY);
  runner.track.hypotheses = shiftTrack(runner.track, shiftM);
  dropFixes(runner);
  if (before) timetable.bridge(runner.bib, before, line);
  arrive(riding, runner, line);
  if (last.atMs > line.atMs) advanceTo(riding, runner, Math.max(line.distanceM, last.distanceM + shiftM), last.atMs);
  riding.furthestM = Math.max(
    ...[...riding.runners.values()].map((one) => one.last?.distanceM ?? Number.NEGATIVE_INFINITY),
  );
}
