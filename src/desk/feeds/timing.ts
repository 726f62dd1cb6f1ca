import type { PassingsEvent, RaceEvent } from '../../race/event.ts';
import type { Live, Parse, Parsed } from './feed.ts';

/** What feeds of timing have in common: what they tell, and the stamp that their texts bring along. */

export const toldNothing: Parsed = { events: [], faults: [] };

export function toldCrossings(passings: PassingsEvent['passings'], faults: readonly string[] = []): Parsed {
  const events: RaceEvent[] = passings.length > 0 ? [{ kind: 'passings', origin: 'timed', passings }] : [];
  return { events, faults };
}

/** Nobody has crossed a line, and who tells of lines was heard. */
export const toldAlive = (heardMs: number, faults: readonly string[] = []): Parsed => ({
  events: [{ kind: 'passings', origin: 'timed', passings: [], heardMs }],
  faults,
});

export const toldFault = (text: string): Parsed => ({ events: [], faults: [text] });

export const toldTogether = (all: readonly Parsed[]): Parsed => ({
  events: all.flatMap(({ events }) => events),
  faults: all.flatMap(({ faults }) => faults),
});

/** A text with when it came by the desk's clock and the desk's minutes from UTC before it: a parser has neither. */
export const stamped = (text: string): string => `${Date.now()} ${-new Date().getTimezoneOffset()} ${text}`;

export interface Stamped {
  readonly atMs: number;
  readonly zoneMin: number;
  readonly body: string;
}

/** Null for what has no stamp. */
export function stampIn(text: string): Stamped | null {
  const { at, zone, body } = /^(?<at>\d{10,16}) (?<zone>-?\d{1,4}) (?<body>.+)$/s.exec(text)?.groups ?? {};
  return at === undefined || body === undefined ? null : { atMs: Number(at), zoneMin: Number(zone), body };
}

/** One feed of the desk's own time that is read by one parser. `listen` has what came taken in, unstamped, and says what is wrong. */
export function timingLive(
  feed: string,
  title: string,
  parser: () => Parse,
  listen: (take: (topic: string, text: string) => void, trouble: (text: string) => void) => () => void,
): Live {
  return {
    title,
    feeds: [feed],
    tellsNoTime: true,
    reader: parser,
    listen: (take, trouble) => listen((topic, text) => void take({ feed, topic, text }), trouble),
  };
}
