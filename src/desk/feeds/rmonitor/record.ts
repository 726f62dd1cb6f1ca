import { parse } from 'csv-parse/sync';

/** A line of RMonitor: what it is ("F", "COR"), and its fields. */
export interface TimingRecord {
  readonly command: string;
  readonly fields: readonly string[];
}

/**
 * Null for what is no line of RMonitor. Programs pad what they quote, leave quotes out, and quote names with quotes in
 * them.
 */
export function recordIn(line: string): TimingRecord | null {
  const { command, rest } = /^\s*\$(?<command>[a-z]\w*)\s*(?:,(?<rest>.*))?$/is.exec(line)?.groups ?? {};
  if (command === undefined) return null;
  const fields = rest === undefined ? [] : (csvFields(rest) ?? looseFields(rest));
  return { command: command.toUpperCase(), fields: fields.map((field) => field.trim()) };
}

function csvFields(text: string): readonly string[] | null {
  try {
    const [fields]: string[][] = parse(text, { relaxColumnCount: true, trim: true });
    return fields ?? [];
  } catch {
    return null;
  }
}

/** What is quoted ends at a quote before a comma; where that one was left out, before the next that is quoted. */
const LOOSE = /\s*(?:"(?<quoted>.*?)(?:"\s*(?=,|$)|(?=,\s*"(?!"))|$)|(?<plain>[^,]*))(?:,|$)/gsy;

function looseFields(text: string): readonly string[] {
  const fields: string[] = [];
  for (const { groups, index, 0: all } of text.matchAll(LOOSE)) {
    fields.push((groups?.quoted ?? groups?.plain ?? '').replaceAll('""', '"'));
    if (index + all.length >= text.length) break;
  }
  return fields;
}

/** "01:02:03.456", "02:03.4", "3.456", "1:02:03:456" or lone seconds, "125.250", in milliseconds; null for what is none. */
export function durationMs(text: string): number | null {
  const plain = text.replace(',', '.').replace(/:(\d{3})$/, '.$1');
  const alone = /^\d{1,5}(\.\d{1,6})?$/.test(plain) ? Number(plain) : Number.NaN;
  if (alone <= LONGEST_S) return Math.round(alone * 1000);
  const { h = '0', m, s } = /^(?:(?<h>\d+):)?(?<m>\d{1,2}):(?<s>\d{1,2}(?:\.\d{1,6})?)$/.exec(plain)?.groups ?? {};
  return s === undefined ? null : Math.round((Number(h) * 3600 + Number(m) * 60 + Number(s)) * 1000);
}

/** Nobody races for longer. */
const LONGEST_S = 86_400;

/** A whole number from 0; null for what is none, the empty field too. */
export const countIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null;

/** Nobody races on a shorter lap; and a number this great is in metres. */
const SHORTEST_M = 100;
/** Where a length is told with its unit. */
const METRES: Readonly<Record<string, number>> = { km: 1000, m: 1, mi: 1609.344, mile: 1609.344, miles: 1609.344 };
/** "1 200" and "1'200", whatever space or sign it is. */
const THOUSANDS = /(?<=^\d{1,3})[\s'’](?=\d{3}(?!\d))/;

/** The length of a lap in metres, "1.230", "1230 m" or "1 230"; not a number for what is none. */
export function lapMetres(text: string): number {
  const { digits = '', unit = '' } =
    /^(?<digits>\d*[.,]?\d+)\s*(?<unit>[a-z]*)\.?$/i.exec(text.trim().replace(THOUSANDS, ''))?.groups ?? {};
  const length = digits === '' ? Number.NaN : Number(digits.replace(',', '.'));
  const metres = length * (unit === '' ? (length < SHORTEST_M ? 1000 : 1) : (METRES[unit.toLowerCase()] ?? Number.NaN));
  return metres >= SHORTEST_M ? metres : Number.NaN;
}
