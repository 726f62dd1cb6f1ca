import type { Mark } from './course.ts';
import type { PassingsEvent } from './event.ts';
import { addFix, type Runner, SILENT_MS } from './runner.ts';
import { noteFinish, type Road, startAnew } from './runners.ts';
import type { Moment } from './timetable.ts';

/** Enters lines crossed as a timekeeper or a hand told them. They move riders who have no tracker, too. */
export function foldPassings(road: Road, event: PassingsEvent): void {
  for (const passing of event.passings) {
    const { bib, atMs } = passing;
    const runner = road.runners.get(bib);
    const mark = road.course.marks.find((one) => one.id === passing.mark);
    if (!runner || !mark) {
      const reason = runner ? 'not-a-place' : 'unknown-bib';
      const why = runner ? `the course has no line "${passing.mark}".` : 'not on the start list.';
      road.health.refuse(reason, bib, atMs, () => `Rider ${bib}: ${why}`);
      continue;
    }
    const lap = passing.lap ?? lapOf(road, runner, mark);
    road.passages.enter(bib, mark, atMs, event.origin, lap);
    road.health.heard('passings', atMs);
    const { laps } = road.course;
    const lapsLeft = laps && lap !== undefined ? laps.count - lap : 0;
    moveTo(road, runner, { distanceM: mark.distanceM - lapsLeft * (laps?.lengthM ?? 0), atMs });
    noteFinish(road, runner);
  }
}

/** On a circuit without lap numbers: the lap that the rider is on, or the one after the last that he was timed on. */
function lapOf({ course, passages }: Road, { bib, fixes }: Runner, mark: Mark): number | undefined {
  const { laps } = course;
  if (!laps || mark.kind !== 'finish') return undefined;
  const last = fixes.at(-1);
  if (last) return Math.min(laps.count, Math.max(1, Math.round((last.distanceM - laps.fromM) / laps.lengthM)));
  let lap = 1;
  while (lap < laps.count && passages.of(mark, bib, lap)) lap += 1;
  return lap;
}

/** Where trackers are silent, lines are all that is known. */
function moveTo(road: Road, runner: Runner, to: Moment): void {
  const from = runner.fixes.at(-1);
  if (from && (to.atMs - from.atMs < SILENT_MS || to.distanceM <= from.distanceM)) return;
  if (from) {
    road.timetable.note(runner.bib, from, to);
    runner.speedMps = Math.min(30, ((to.distanceM - from.distanceM) * 1000) / (to.atMs - from.atMs));
  }
  const fixes = runner.fixes;
  startAnew(runner);
  runner.fixes = fixes;
  road.timetable.found(to);
  addFix(runner, to);
  road.feedMs = Math.max(road.feedMs, to.atMs);
}
