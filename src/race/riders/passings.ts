import type { Mark } from '../course/course.ts';
import type { PassingsEvent } from '../event.ts';
import { newTrack, placeAt } from '../track/track.ts';
import { advanceTo, noteFinish, type Riding } from './riding.ts';
import { type Runner, SILENT_MS } from './runner.ts';
import type { TimedPlace } from './timetable.ts';

/** Enters lines crossed as a timekeeper or a hand told them. They move riders who have no tracker, too. */
export function foldPassings(riding: Riding, event: PassingsEvent): void {
  const newestMs = Math.max(...event.passings.map(({ atMs }) => atMs ?? Number.NEGATIVE_INFINITY));
  riding.health.told(event.passings.length, Number.isFinite(riding.feedMs) ? riding.feedMs : newestMs);
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
    const lap = passing.lap ?? lapOf(riding, runner, mark, atMs);
    if (lap === 'not known') {
      const why = () => `Rider ${bib}: over the line, and nothing tells on which lap.`;
      riding.health.refuse('lap-not-known', bib, atMs, why);
      continue;
    }
    riding.passages.enter(bib, mark, atMs, event.origin, lap);
    riding.health.heard('passings', atMs);
    const { laps } = riding.course;
    const lapsLeft = laps && lap !== undefined ? laps.count - lap : 0;
    carryTo(riding, runner, { distanceM: mark.distanceM - lapsLeft * (laps?.lengthM ?? 0), atMs });
    noteFinish(riding, runner);
  }
}

/** No tracker has spoken of him since he was carried to a line, or ever. */
const isHeardAtLines = ({ track }: Runner): boolean => track.heard.atMs === Number.NEGATIVE_INFINITY;

/** A lap ridden faster than this is the same crossing, told twice. */
const FASTEST_LAP_MPS = 25;

/**
 * On a circuit without lap numbers: the line nearest to where the rider's tracker has him at that moment; of one who
 * is heard at lines only, the lap after the last that was told of him.
 */
function lapOf(
  { course, passages, lapless }: Riding,
  runner: Runner,
  mark: Mark,
  atMs: number,
): number | 'not known' | undefined {
  const { laps } = course;
  if (!laps || mark.kind !== 'finish') return undefined;
  const { last } = runner;
  if (last && !isHeardAtLines(runner)) {
    const thereM = last.distanceM + (runner.speedMps * (atMs - last.atMs)) / 1000;
    return Math.min(laps.count, Math.max(1, Math.round((thereM - laps.fromM) / laps.lengthM)));
  }
  if (lapless.has(runner.bib)) return 'not known';
  const lapMs = (laps.lengthM / FASTEST_LAP_MPS) * 1000;
  const told = Array.from({ length: laps.count }, (_, i) => passages.of(mark, runner.bib, i + 1));
  const before = told.findLast((one) => one && one.atMs <= atMs - lapMs);
  return Math.min(laps.count, (before?.lap ?? 0) + 1);
}

/** Where trackers are silent, lines are all that is known. */
function carryTo(riding: Riding, runner: Runner, to: TimedPlace): void {
  const from = runner.last;
  if (from && (to.distanceM <= from.distanceM || to.atMs <= from.atMs)) return;
  if (from && to.atMs - from.atMs < SILENT_MS && !isHeardAtLines(runner)) return;
  if (from) runner.speedMps = Math.min(30, ((to.distanceM - from.distanceM) * 1000) / (to.atMs - from.atMs));
  runner.track = newTrack();
  placeAt(runner.track, to.distanceM, { atMs: to.atMs, speedKph: null });
  advanceTo(riding, runner, to.distanceM, to.atMs);
}
