import { timeOfDay } from '../../race/time-of-day.ts';
import type { Params } from '../../show/manifest.ts';
import type { Aired } from '../../wire/crew/aired.ts';

/** What a table of it needs besides the rows. */
interface Place {
  /** What an operator calls a graphic. */
  readonly titleOf: (overlay: string) => string;
  /** Of the clocks at the place of the race, ahead of UTC. */
  readonly utcOffsetMin: number;
}

/** Names of the columns, in plain words, and what stands in them. */
const columns: Readonly<Record<string, (row: Aired, place: Place) => string | number>> = {
  No: ({ n }) => n,
  Graphic: ({ overlay }, { titleOf }) => titleOf(overlay),
  Values: ({ params }) => valuesText(params),
  Step: ({ step }) => step || '',
  'Taken by': ({ takenBy }) => takenBy,
  From: ({ fromAt }, { utcOffsetMin }) => isoAt(fromAt, utcOffsetMin),
  To: ({ toAt }, { utcOffsetMin }) => (toAt === null ? '' : isoAt(toAt, utcOffsetMin)),
  'Seconds on air': ({ fromAt, toAt }) => (toAt === null ? '' : ((toAt - fromAt) / 1000).toFixed(1)),
  'From, race time': ({ fromRaceMs }, { utcOffsetMin }) => raceTime(fromRaceMs, utcOffsetMin),
  'To, race time': ({ toRaceMs }, { utcOffsetMin }) => raceTime(toRaceMs, utcOffsetMin),
  'Read first': ({ words }) => words?.first.join(' | ') ?? '',
  'Read last': ({ words }) => words?.last.join(' | ') ?? '',
  'Said by hand': ({ byHand }) => byHand.join(' | '),
  Pages: ({ pages }) => pages,
  Outputs: ({ outputs }) => outputs.join(' | '),
  Still: ({ still }) => still ?? '',
};

/**
 * RFC 4180, one row for each graphic, with the mark of UTF-8 by which spreadsheets know it. What a name says is never a
 * formula there: a cell that begins like one begins with an apostrophe.
 */
export function asRunCsv(rows: readonly Aired[], place: Place): string {
  const told = rows.map((row) => Object.values(columns).map((say) => say(row, place)));
  return `\uFEFF${[Object.keys(columns), ...told].map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`;
}

/** Signs with which spreadsheets begin a formula, the wide ones of Asian keyboards too, and what no eye sees. */
const isFormula = /^[=+\-@＝＋－＠\p{Cc}\p{Cf}]/u;

function cellOf(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && isFormula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const valuesText = (params: Params): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

/** "2026-07-12T15:03:27.250+02:00" */
function isoAt(atMs: number, utcOffsetMin: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const local = new Date(atMs + utcOffsetMin * 60_000).toISOString().slice(0, -1);
  const off = Math.abs(utcOffsetMin);
  return `${local}${utcOffsetMin < 0 ? '-' : '+'}${two(off / 60)}:${two(off % 60)}`;
}

const raceTime = (atMs: number | null, utcOffsetMin: number): string =>
  atMs === null ? '' : timeOfDay(atMs, utcOffsetMin);
