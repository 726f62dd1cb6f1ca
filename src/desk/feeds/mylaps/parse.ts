import type { PassingsEvent, RaceEvent } from '../../../race/event.ts';
import { localTime } from '../box-clock.ts';
import type { Parse, Parsed } from '../feed.ts';
import { bibOf, quoted } from '../json.ts';
import { chronoTrackIn, type ExportedCrossing, passingIn, storedIn } from './crossing.ts';

export const TOPIC = 'frames';

/** What an exporter says that is no crossing. */
const quiet = new Set(['Pong', 'Ping', 'GetLocations', 'GetInfo']);

/** `text` is when the frames came by the desk's clock, the desk's minutes from UTC, then the frames, one a line. */
export function mylapsParse(): Parse {
  let zoneMin = 0;
  /** Programs send again what was not acknowledged, and all of it when they are connected anew. */
  const taken = new Set<string>();

  const crossed = (atMs: number, all: readonly ExportedCrossing[]): Parsed => {
    const faults: string[] = [];
    const passings = all.flatMap(({ point, who, date, time }): PassingsEvent['passings'] => {
      const localMs = localTime(date, time, atMs + zoneMin * 60_000);
      const bib = bibOf(who);
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
    return { events: passings.length > 0 ? [{ kind: 'passings', origin: 'timed', passings }] : [], faults };
  };

  const read = (atMs: number, frame: string): Parsed => {
    if (/^(SimpleClient|ack)~/.test(frame)) return alive(atMs);
    if (/^CT\d\d_/.test(frame)) {
      const crossing = chronoTrackIn(frame);
      if (crossing === 'no rider') return nothing;
      return crossing ? crossed(atMs, [crossing]) : fault(frame);
    }
    const [point = '', what = '', ...rest] = frame.split('@');
    if (quiet.has(what) || /^Ack[A-Z]/.test(what)) return alive(atMs);
    const parts = rest.filter((part) => part.trim() !== '');
    // Behind all stands the number of the message; some leave it out.
    const told = /^\d+$/.test(parts.at(-1)?.trim() ?? '') ? parts.slice(0, -1) : parts;
    if (what === 'Marker')
      return { events: [{ kind: 'race-radio', atMs, text: markerSaid(point, told[0] ?? '') }], faults: [] };
    if (what !== 'Passing' && what !== 'Store') return fault(frame);
    const all = told.map((part) => (what === 'Store' ? storedIn : passingIn)(point, part));
    const wrong = told.filter((_, i) => all[i] === null);
    const { events, faults } = crossed(
      atMs,
      all.filter((one) => one !== null),
    );
    return { events, faults: [...faults, ...wrong.flatMap((part) => fault(part).faults)] };
  };

  return ({ topic, text }) => {
    const { at, zone, frames } = /^(?<at>\d{10,16}) (?<zone>-?\d{1,4}) (?<frames>.+)$/s.exec(text)?.groups ?? {};
    if (topic !== TOPIC || at === undefined || frames === undefined) return fault(text);
    zoneMin = Number(zone);
    const all = frames.split('\n').map((frame) => read(Number(at), frame));
    return { events: all.flatMap(({ events }) => events), faults: all.flatMap(({ faults }) => faults) };
  };
}

const nothing: Parsed = { events: [], faults: [] };
const alive = (heardMs: number): Parsed => {
  const event: RaceEvent = { kind: 'passings', origin: 'timed', passings: [], heardMs };
  return { events: [event], faults: [] };
};
const fault = (text: string): Parsed => ({
  events: [],
  faults: [`what came is nothing that an exporter of MYLAPS or ChronoTrack sends, and was left out: ${quoted(text)}`],
});

/** "Gunshot 1 at Start, 11:03:40.347" */
function markerSaid(point: string, text: string): string {
  const of = (key: string): string => new RegExp(`(?:^|[|;])${key}=([^|;]*)`).exec(text)?.[1] ?? '';
  return `${of('n') || of('mt') || 'Marker'} at ${point}${of('t') && `, ${of('t')}`}`;
}
