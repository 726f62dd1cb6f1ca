import { parse } from 'csv-parse/sync';

/** A line of RMonitor: what it is ("F", "COR"), and its fields. */
export interface TimingRecord {
  readonly command: string;
  readonly fields: readonly string[];
}

/** Null for what is no line of RMonitor. */
export function recordIn(line: string): TimingRecord | null {
  if (!/^\$[A-Z]{1,6}(,|$)/.test(line)) return null;
  try {
    const [fields]: string[][] = parse(line, { relaxColumnCount: true, relaxQuotes: true, trim: true });
    const [command = '', ...rest] = fields ?? [];
    return { command: command.slice(1), fields: rest };
  } catch {
    return null;
  }
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
