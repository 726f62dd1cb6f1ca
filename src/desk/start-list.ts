import type { StartOrderEvent } from '../race/event.ts';
import type { RaceInfo } from '../race/sheet.ts';
import type { Bib } from '../race/units.ts';
import { fail, ok, type Result } from '../wire/result.ts';
import { textOfFile } from './file-text.ts';
import { bibInCell } from './tables/cells.ts';
import { BROKEN, tableIn } from './tables/table.ts';

/** Start times as they are printed. */
export interface StartList {
  /** Seconds since midnight on the clock of the church tower; null takes back what was told of the rider. */
  readonly rows: readonly { readonly bib: Bib; readonly clockS: number | null }[];
  /** One sentence for each row that was left out. */
  readonly doubts: readonly string[];
}

/** `--starts start-list.csv` */
export function readStartList(file: string): Result<StartList> {
  const text = textOfFile(file, `${file} cannot be read; give --starts a CSV file with the columns bib and time.`);
  return text.ok ? startListIn(text.value, file) : text;
}

/** Start times of a time trial as a table with the columns `bib` and `time`, named or not. `where` names it in what is wrong. */
export function startListIn(text: string, where: string): Result<StartList> {
  const table = tableIn(text, where, {
    has: (columns) => columns.has('bib') && columns.has('time'),
    said: 'bib and time',
    unnamed: ['bib', 'time'],
  });
  if (!table.ok) return table;
  const rows = new Map<Bib, StartList['rows'][number]>();
  const doubts: string[] = [];
  const leftOut = (line: number, why: string) => doubts.push(`${where}, line ${line}: ${why}`);
  for (const line of table.value.broken) leftOut(line, BROKEN);
  for (const { line, cell } of table.value.rows) {
    const [number, time] = [cell('bib'), cell('time')];
    const bib = bibInCell(number);
    const clockS = time === '' ? null : clockIn(time);
    if (bib === null) leftOut(line, `"${number}" is no number of a rider`);
    else if (clockS === undefined) leftOut(line, `"${time}" is no time of day, such as 14:03:30 or 2:03:30 PM`);
    else if (rows.has(bib)) leftOut(line, `number ${bib} is there twice`);
    else rows.set(bib, { bib, clockS });
  }
  if (rows.size > 0)
    return ok({ rows: [...rows.values()], doubts: doubts.map((doubt) => `${doubt}; it was left out`) });
  const [only] = doubts;
  return only !== undefined && doubts.length === 1
    ? fail(`${only}.`)
    : fail(`${where} has no start time that can be read: its rows are a bib and a time such as 14:03:30.`);
}

const CLOCK = /^(\d{1,2})[:h.](\d{2})(?:[:m'.](\d{2}(?:[.,]\d+)?))?(?:"|'')?\s*(?:([ap])\.?m\.?)?$/i;

/** Undefined for what is no time of day. */
function clockIn(text: string): number | undefined {
  const [, h, m, s = '0', half] = CLOCK.exec(text.trim()) ?? [];
  if (h === undefined) return undefined;
  const [hours, minutes, seconds] = [Number(h), Number(m), Number(s.replace(',', '.'))];
  const isTwelve = half !== undefined;
  if (minutes > 59 || seconds >= 60 || (isTwelve ? hours < 1 || hours > 12 : hours > 23)) return undefined;
  const onDay = isTwelve ? (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hours;
  return onDay * 3600 + minutes * 60 + seconds;
}

const DAY_MS = 86_400_000;

/** The list on the day of the race; null where nobody says which day that is. */
export function startsOn(
  { startMs, utcOffsetMin }: RaceInfo,
  { rows }: StartList,
  from: 'file' | 'hand',
): StartOrderEvent | null {
  if (startMs === null) return null;
  const offsetMs = utcOffsetMin * 60_000;
  const midnightMs = Math.floor((startMs + offsetMs) / DAY_MS) * DAY_MS - offsetMs;
  const starts = rows.map(({ bib, clockS }) => ({ bib, startMs: clockS === null ? null : midnightMs + clockS * 1000 }));
  return { kind: 'start-order', from, starts };
}
