import type { PassingsEvent } from '../../../race/event.ts';
import { createBoxClock, localTime } from '../box-clock.ts';
import type { Parse, Parsed } from '../feed.ts';
import { chipOf, quoted } from '../json.ts';
import { stampIn, toldAlive, toldCrossings, toldFault, toldNothing, toldTogether } from '../timing.ts';
import { dayAndTime, numberedPassing, numberIn } from './line.ts';

export const TOPIC = 'lines';
/** Where the race begins in what the decoder has recorded: the number of its first passing. */
export const FROM_TOPIC = 'first';
/** What the decoder writes for its own trigger, which is nobody. */
const MARKER = /^99999/;

/**
 * `text` is when the lines came by the desk's clock, the desk's minutes from UTC, then the lines: "1764291234567 60 #P;...".
 * What the decoder had recorded before it was first asked is of another race, unless somebody says with which passing the race begins.
 */
export function raceResultParse(): Parse {
  let zoneMin = 0;
  const clock = createBoxClock(() => zoneMin);
  let file = '';
  /** Up to this number it was recorded before anybody listened; null while nobody knows. */
  let beforeUs: number | null = null;
  let first: number | null = null;
  const taken = new Set<string>();

  const count = (fields: readonly string[]): void => {
    // A new file counts from 1.
    const isOther = file !== '' && (fields[1] ?? '') !== '' && fields[1] !== file;
    if (isOther) beforeUs = 0;
    file = fields[1] || file;
    beforeUs ??= taken.size > 0 ? 0 : numberIn(fields[0]);
  };

  const status = (atMs: number, [day = '', at = '', , , , inFile = '']: readonly string[]): Parsed => {
    const { date, time } = dayAndTime(day.trim(), at.trim());
    const localMs = localTime(date, time, atMs + zoneMin * 60_000);
    const news = localMs === null ? null : clock.says(localMs, atMs);
    if (file !== '' && inFile !== '' && inFile !== file) count(['0', inFile]);
    return toldAlive(atMs, news === null ? [] : [news]);
  };

  const passed = (atMs: number, line: string): PassingsEvent['passings'] | null => {
    const passing = numberedPassing(line);
    if (!passing) return null;
    const { number, who, date, time, point, isAsked } = passing;
    const key = `${file} ${number}`;
    const isOld = isAsked && number < (first ?? (beforeUs ?? 0) + 1);
    if (taken.has(key) || isOld || MARKER.test(who)) return [];
    const localMs = localTime(date, time, clock.nowAt(atMs));
    const bib = chipOf(who);
    if (localMs === null || bib === null) return null;
    taken.add(key);
    return [{ bib, mark: point, atMs: clock.momentOf(localMs) }];
  };

  const read = (atMs: number, line: string): Parsed => {
    const [command = '', ...fields] = line.split(';');
    if (command === 'GETSTATUS') return status(atMs, fields);
    if (command === 'PASSINGS') count(fields);
    if (command !== '#P' && !/^\d+$/.test(command)) return /^[A-Z#]/.test(command) ? toldNothing : fault(line);
    const passings = passed(atMs, line);
    if (!passings) return fault(line);
    return toldCrossings(passings);
  };

  return ({ topic, text }) => {
    if (topic === FROM_TOPIC && /^\d{1,9}$/.test(text)) {
      first = Number(text);
      return toldNothing;
    }
    const stamp = stampIn(text);
    if (topic !== TOPIC || !stamp) return fault(text);
    zoneMin = stamp.zoneMin;
    return toldTogether(stamp.body.split('\n').map((line) => read(stamp.atMs, line.trim())));
  };
}

const fault = (text: string): Parsed =>
  toldFault(`what came is no line of a decoder and was left out: ${quoted(text)}`);
