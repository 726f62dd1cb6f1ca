import type { Mark } from '../course/course.ts';
import type { PassingsEvent } from '../event.ts';
import { newTrack } from '../track/track.ts';
import { advanceTo, noteFinish, type Riding } from './riding.ts';
import { type Runner, SILENT_MS } from './runner.ts';
import type { TimedPlace } from './timetable.ts';

/** Enters lines crossed as a timekeeper or a hand told them. They move riders who have no tracker, too. */
export function foldPassings(riding: Riding, event: PassingsEvent): void {
  for (const passing of event.passings) {
    const { bib, atMs } = passing;
    const runner = riding.runners.get(bib);
    const mark = riding.course.marks.find((one) => one.id === passing.mark);
    if (!runner || !mark) {
      const reason = runner ? 'not-a-place' : 'unknown-bib';
      const why = runner ? `the course has no line "${passing.mark}".` : 'not on the start list.';
      riding.health.refuse(reason, bib, atMs ?? riding.feedMs, () => `Rider ${bib}: ${why}`);
      continue;
    }
    if (atMs === null) {
      riding.passages.release(bib, mark, event.origin, passing.lap);
      noteFinish(riding, runner);
      continue;
    }
    const lap = passing.lap ?? lapOf(riding, runner, mark);
    riding.passages.enter(bib, mark, atMs, event.origin, lap);
    riding.health.heard('passings', atMs);
    const { laps } = riding.course;
    const lapsLeft = laps && lap !== undefined ? laps.count - lap : 0;
    carryTo(riding, runner, { distanceM: mark.distanceM - lapsLeft * (laps?.lengthM ?? 0), atMs });
    noteFinish(riding, runner);
  }
}

/** On a circuit without lap numbers: the lap that the rider is on, or the one after the last that he was timed on. */
function lapOf({ course, passages }: Riding, { bib, fixes }: Runner, mark: Mark): number | undefined {
  const { laps } = course;
  if (!laps || mark.kind !== 'finish') return undefined;
  const last = fixes.at(-1);
  if (last) return Math.min(laps.count, Math.max(1, Math.round((last.distanceM - laps.fromM) / laps.lengthM)));
  let lap = 1;
  while (lap < laps.count && passages.of(mark, bib, lap)) lap += 1;
  return lap;
}

/** Where trackers are silent, lines are all that is known. */
function carryTo(riding: Riding, runner: Runner, to: TimedPlace): void {
  const from = runner.fixes.at(-1);
  if (from && (to.atMs - from.atMs < SILENT_MS || to.distanceM <= from.distanceM)) return;
  if (from) runner.speedMps = Math.min(30, ((to.distanceM - from.distanceM) * 1000) / (to.atMs - from.atMs));
  runner.track = newTrack();
  advanceTo(riding, runner, to.distanceM, to.atMs);
}
