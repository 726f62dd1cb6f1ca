import { localTime } from '../box-clock.ts';
import type { Parse, Parsed } from '../feed.ts';
import { chipOf, quoted } from '../json.ts';
import { stampIn, toldCrossings, toldFault, toldNothing } from '../timing.ts';

export const TOPIC = 'timer';

/**
 * A message of metarace, as its timers and its relays publish it: "INDEX;SOURCE;CHANNEL;REFID;TOD", and a relay the date
 * behind it. `text` is when it came by the desk's clock, the desk's minutes from UTC, then the message.
 */
export function metaraceParse(): Parse {
  /** A broker gives at least once, and may give twice. */
  const taken = new Set<string>();
  return ({ topic, text }): Parsed => {
    const { atMs = Number.NaN, zoneMin = 0, body } = stampIn(text) ?? {};
    const fields = (body ?? '').split(';').map((field) => field.trim());
    const [, source = '', channel = '', who = '', tod = '', date = ''] = fields;
    const zoneMs = zoneMin * 60_000;
    const localMs = localTime(date === '' ? null : date, tod.replace('h', ':'), atMs + zoneMs);
    if (topic !== TOPIC || fields.length < 5 || channel === '' || localMs === null) return fault(body ?? text);
    // A light barrier sees that somebody has crossed, and not who.
    if (who === '') return toldNothing;
    const bib = chipOf(who);
    if (bib === null) return fault(body ?? text);
    const key = `${source} ${channel} ${bib} ${localMs}`;
    if (taken.has(key)) return toldNothing;
    taken.add(key);
    return toldCrossings([{ bib, mark: channel, atMs: localMs - zoneMs }]);
  };
}

const fault = (text: string): Parsed =>
  toldFault(`what came is no message of a timer and was left out: ${quoted(text)}`);
