import { fail, ok, type Result } from '../../wire/result.ts';
import { durationS } from '../duration.ts';
import { momentOf } from '../feeds/begin.ts';
import { whenRaceIsAt } from './clock.ts';
import type { Material } from './material.ts';

const TIME_OF_DAY = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/;

/**
 * A moment as people write it, in milliseconds since the beginning of what is rendered: `12:30:05` or `12:30` is a time of
 * day where the race is, `90`, `1h02'03"` or `2.5s` counts from the beginning. `of` is what it is called in a mistake.
 */
export function momentAsked(text: string | number, of: string, material: Material): Result<number> {
  const day = TIME_OF_DAY.exec(String(text));
  if (day && Number(day[1]) < 24) {
    const seconds = Number(day[1]) * 3600 + Number(day[2]) * 60 + Number(day[3] ?? 0);
    const atMs = momentOf(material.playable, { at: 'time-of-day', seconds });
    if (!atMs.ok) return fail(`${of} ${text}: ${atMs.error}`);
    const ms = whenRaceIsAt(material.clock, atMs.value, material.endMs);
    return ms === null ? fail(`${of} ${text}: the clock of the race never stood there on this tape.`) : ok(ms);
  }
  const seconds = day || String(text).includes(':') ? null : durationS(String(text));
  if (seconds === null)
    return fail(`${of} ${text} is no moment: write a time of day such as 12:30:05, or seconds from the beginning.`);
  if (seconds * 1000 > material.endMs)
    return fail(`${of} ${text} lies behind the end: there are ${Math.floor(material.endMs / 1000)} seconds.`);
  return ok(seconds * 1000);
}
