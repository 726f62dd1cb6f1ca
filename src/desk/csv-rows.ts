import { parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../wire/result.ts';

/** A row of a table, by the names of its columns; what is not there is "". */
export interface CsvRow {
  /** Of the file, from 1. */
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

/**
 * The rows of a CSV file whose first line names its columns. Comma, semicolon or tab, a byte order mark, quotes and
 * empty lines are understood, and a quote amid a cell is its own sign; names of columns are given in small letters.
 * Where the first line begins with a number it is a row already, and its columns are `unnamed`. Fails with half a sentence.
 */
export function csvRows(text: string, unnamed: readonly string[] | null = null): Result<CsvRow[]> {
  const lines: number[] = [];
  try {
    const all: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      onRecord(record: string[], { lines: line }) {
        lines.push(line);
        return record;
      },
      relaxColumnCount: true,
      // +1'23" holds the sign for seconds, and is not quoted.
      relaxQuotes: true,
      skipEmptyLines: true,
      trim: true,
    });
    const isNamed = unnamed === null || !/^\d/.test(all[0]?.[0] ?? '');
    const columns = isNamed ? (all[0] ?? []).map((name) => name.toLowerCase()) : unnamed;
    const above = isNamed ? 1 : 0;
    const rows = all.slice(above).map((record, row) => ({
      line: lines[row + above]!,
      values: new Map(columns.map((name, i) => [name, record[i] ?? ''])),
    }));
    return rows.length > 0 ? ok(rows) : fail('it has no rows below the names of its columns');
  } catch (error) {
    return fail(`it is no CSV (${error instanceof Error ? error.message : error})`);
  }
}

/** What the first line has most of. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const count = (mark: string): number => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
