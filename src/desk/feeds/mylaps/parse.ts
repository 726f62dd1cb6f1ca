import type { PassingsEvent } from '../../../race/event.ts';
import { localTime } from '../box-clock.ts';
import type { Parse, Parsed } from '../feed.ts';
import { chipOf, quoted } from '../json.ts';
import { stampIn, toldAlive, toldCrossings, toldFault, toldNothing, toldTogether } from '../timing.ts';
import { chronoTrackIn, type ExportedCrossing, passingIn, storedIn } from './crossing.ts';

export const TOPIC = 'frames';

/** So many kinds are said. */
const MOST_KINDS = 50;
/** What an exporter says that is no crossing. */
const quiet = new Set(['Pong', 'Ping', 'GetLocations', 'GetInfo']);

/** `text` is when the frames came by the desk's clock, the desk's minutes from UTC, then the frames, one a line. */
export function mylapsParse(): Parse {
  let zoneMin = 0;
  /** Programs send again what was not acknowledged, and all of it when they are connected anew. */
  const taken = new Set<string>();
  /** Kinds of message that nobody here knows; what is no message at all is of none. */
  const unknown = new Set<string>();

  const crossed = (atMs: number, all: readonly ExportedCrossing[]): Parsed => {
    const faults: string[] = [];
    const passings = all.flatMap(({ point, who, date, time }): PassingsEvent['passings'] => {
      const localMs = localTime(date, time, atMs + zoneMin * 60_000);
      const bib = chipOf(who);
      if (localMs === null || bib === null) {
        faults.push(
          `a crossing at ${quoted(point)} has no rider or no time and was left out: ${quoted(`${who} ${time}`)}`,
        );
        return [];
      }
      const key = `${point} ${bib} ${localMs}`;
      if (taken.has(key)) return [];
      taken.add(key);
      return [{ bib, mark: point, atMs: localMs - zoneMin * 60_000 }];
    });
    return toldCrossings(passings, faults);
  };

  const unknownKind = (atMs: number, what: string): Parsed => {
    if (unknown.has(what) || unknown.size >= MOST_KINDS) return toldAlive(atMs);
    unknown.add(what);
    return toldAlive(atMs, [
      `the exporter sends messages of the kind ${quoted(what)}, which tell no crossing that is known here; they are left out`,
    ]);
  };

  const read = (atMs: number, frame: string): Parsed => {
    if (/^(SimpleClient|ack)~/.test(frame)) return toldAlive(atMs);
    if (/^CT\d\d_/.test(frame)) {
      const crossing = chronoTrackIn(frame);
      if (crossing === 'no rider') return toldNothing;
      return crossing ? crossed(atMs, [crossing]) : fault(frame);
    }
    const [point = '', what = '', ...rest] = frame.split('@');
    if (quiet.has(what) || /^Ack[A-Z]/.test(what)) return toldAlive(atMs);
    const parts = rest.filter((part) => part.trim() !== '');
    // Behind all stands the number of the message; some leave it out.
    const told = /^\d+$/.test(parts.at(-1)?.trim() ?? '') ? parts.slice(0, -1) : parts;
    if (what === 'Marker')
      return { events: [{ kind: 'race-radio', atMs, text: markerSaid(point, told[0] ?? '') }], faults: [] };
    if (what !== 'Passing' && what !== 'Store') return what === '' ? fault(frame) : unknownKind(atMs, what);
    const all = told.map((part) => (what === 'Store' ? storedIn : passingIn)(point, part));
    const wrong = told.filter((_, i) => all[i] === null);
    const known = all.filter((one) => one !== null);
    return toldTogether([crossed(atMs, known), ...wrong.map(fault)]);
  };

  return ({ topic, text }) => {
    const stamp = stampIn(text);
    if (topic !== TOPIC || !stamp) return fault(text);
    zoneMin = stamp.zoneMin;
    return toldTogether(stamp.body.split('\n').map((frame) => read(stamp.atMs, frame)));
  };
}

const fault = (text: string): Parsed =>
  toldFault(`what came is nothing that an exporter of MYLAPS or ChronoTrack sends, and was left out: ${quoted(text)}`);

/** "Gunshot 1 at Start, 11:03:40.347" */
function markerSaid(point: string, text: string): string {
  const of = (key: string): string => new RegExp(`(?:^|[|;])${key}=([^|;]*)`).exec(text)?.[1] ?? '';
  return `${of('n') || of('mt') || 'Marker'} at ${point}${of('t') && `, ${of('t')}`}`;
}
