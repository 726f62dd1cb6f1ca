import type { PassingsEvent } from '../event.ts';
import { bringToLine, correctTime } from './carry.ts';
import { crossedLap } from './crossed-lap.ts';
import { lineM } from './passage-book.ts';
import { noteFinish, type Riding } from './riding.ts';

/** Enters lines crossed as a timekeeper or a hand told them. They move riders who have no tracker, too. */
export function foldPassings(riding: Riding, event: PassingsEvent, startMs: number | null = null): void {
  const { heardMs, origin } = event;
  const newestMs = Math.max(...event.passings.map(({ atMs }) => atMs ?? Number.NEGATIVE_INFINITY));
  if (heardMs !== undefined) riding.health.heard('passings', heardMs);
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
      riding.passages.release(bib, mark, origin, passing.lap);
      noteFinish(riding, runner);
      continue;
    }
    const lap = passing.lap ?? crossedLap(riding, runner, mark, atMs, startMs);
    if (lap === 'over') continue;
    if (lap === 'not known') {
      const why = () => `Rider ${bib}: over the line, and nothing tells on which lap.`;
      riding.health.refuse('lap-not-known', bib, atMs, why);
      continue;
    }
    riding.health.heard('passings', atMs);
    const place = { distanceM: lineM(riding.course, mark, lap), atMs };
    // His first lap begins: nothing is won there.
    if (lap === 0 && mark.kind === 'finish') {
      if (riding.course.laps && !runner.last) bringToLine(riding, runner, place, true);
      continue;
    }
    riding.passages.enter(bib, mark, atMs, origin, lap);
    const isBest = riding.passages.of(mark, bib, lap)?.atMs === atMs;
    if (passing.lap !== undefined && isBest) correctTime(runner, place);
    bringToLine(riding, runner, place, origin === 'timed');
    noteFinish(riding, runner);
  }
}
