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

/** "01:02:03.456", "02:03.4" or "3.456" in milliseconds; null for what is none. */
export function durationMs(text: string): number | null {
  const {
    h = '0',
    m = '0',
    s,
  } = /^(?:(?:(?<h>\d+):)?(?<m>\d{1,2}):)?(?<s>\d{1,2}(?:[.,]\d{1,6})?)$/.exec(text)?.groups ?? {};
  if (s === undefined) return null;
  return Math.round((Number(h) * 3600 + Number(m) * 60 + Number(s.replace(',', '.'))) * 1000);
}

/** A whole number from 0; null for what is none, the empty field too. */
export const countIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null;
