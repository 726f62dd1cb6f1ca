import { localTime } from '../box-clock.ts';
import type { Parse, Parsed } from '../feed.ts';
import { bibOf, quoted } from '../json.ts';

export const TOPIC = 'timer';

/**
 * A message of metarace, as its timers and its relays publish it: "INDEX;SOURCE;CHANNEL;REFID;TOD", and a relay the date
 * behind it. `text` is when it came by the desk's clock, the desk's minutes from UTC, then the message.
 */
export function metaraceParse(): Parse {
  /** A broker gives at least once, and may give twice. */
  const taken = new Set<string>();
  return ({ topic, text }): Parsed => {
    const { at, zone, message } = /^(?<at>\d{10,16}) (?<zone>-?\d{1,4}) (?<message>.+)$/s.exec(text)?.groups ?? {};
    const fields = (message ?? '').split(';').map((field) => field.trim());
    const [, source = '', channel = '', who = '', tod = '', date = ''] = fields;
    const zoneMs = Number(zone) * 60_000;
    const localMs = localTime(date === '' ? null : date, tod.replace('h', ':'), Number(at) + zoneMs);
    if (topic !== TOPIC || fields.length < 5 || channel === '' || localMs === null) return fault(message ?? text);
    // A light barrier sees that somebody has crossed, and not who.
    if (who === '') return nothing;
    const bib = bibOf(who);
    if (bib === null) return fault(message ?? text);
    const key = `${source} ${channel} ${bib} ${localMs}`;
    if (taken.has(key)) return nothing;
    taken.add(key);
    const passings = [{ bib, mark: channel, atMs: localMs - zoneMs }];
    return { events: [{ kind: 'passings', origin: 'timed', passings }], faults: [] };
  };
}

const nothing: Parsed = { events: [], faults: [] };
const fault = (text: string): Parsed => ({
  events: [],
  faults: [`what came is no message of a timer and was left out: ${quoted(text)}`],
});
