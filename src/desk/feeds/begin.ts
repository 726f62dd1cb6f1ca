import type { Sheet } from '../../race/sheet.ts';
import { timeOfDay } from '../../race/time-of-day.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { noRoad } from '../course/no-road.ts';
import type { Playable } from './feed.ts';
import type { From } from './from.ts';

/** The moment at which to begin, or why there is no such moment. */
export function momentOf(playable: Playable, from: From): Result<number> {
  if (from.at === 'start') return ok(playable.startMs);
  const sheet = sheetOf(playable);
  if (!sheet) return fail(`${playable.title} has no course, so --from cannot be found on it; leave --from out.`);
  const { fromMs, toMs } = playable.span;
  if (from.at === 'time-of-day' || from.at === 'raced') {
    const { startMs, utcOffsetMin } = sheet.info;
    const { seconds } = from;
    const beganMs = startMs ?? fromMs;
    const atMs = from.at === 'raced' ? beganMs + seconds * 1000 : onDayOf(beganMs, utcOffsetMin, seconds);
    return atMs >= fromMs && atMs <= toMs
      ? ok(atMs)
      : fail(
          `At that time nothing is happening: give a time of day from ${shown(fromMs, utcOffsetMin)} to ${shown(toMs, utcOffsetMin)}.`,
        );
  }
  if (sheet.course === noRoad)
    return fail(`${playable.title} has no road: bring it with --course, or give --from a time of day.`);
  const lengthKm = sheet.course.lengthM / 1000;
  const km = from.at === 'km' ? from.km : lengthKm - from.km;
  if (km < 0 || km > lengthKm) return fail(`The race is ${lengthKm.toFixed(1)} km long: --from must lie on it.`);
  const atMs = playable.momentAt(km * 1000);
  return atMs === null
    ? fail(`The head of the race never gets to km ${km.toFixed(1)} in this feed; begin earlier.`)
    : ok(atMs);
}

/** The first sheet of a feed; null when it never gives one. */
function sheetOf(playable: Playable): Sheet | null {
  const read = playable.reader();
  for (const input of playable.play(playable.span.fromMs))
    for (const event of read(input).events) if (event.kind === 'sheet') return event.sheet;
  return null;
}

const DAY_MS = 86_400_000;

/** A time of day on the local day of a moment. */
function onDayOf(startMs: number, utcOffsetMin: number, seconds: number): number {
  const localMs = startMs + utcOffsetMin * 60_000;
  return Math.floor(localMs / DAY_MS) * DAY_MS - utcOffsetMin * 60_000 + seconds * 1000;
}

const shown = (atMs: number, utcOffsetMin: number): string => timeOfDay(atMs, utcOffsetMin).slice(0, 5);
