import { parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../../wire/result.ts';
import { type TableColumn, tableColumnNames, totalWords } from './column-names.ts';
import { folded } from './folded.ts';

export interface TableRow {
  /** Of the file, from 1. */
  readonly line: number;
  /** What stands in a column, trimmed; "" where nothing does or there is no such column. */
  readonly cell: (column: TableColumn) => string;
  /** What stands there alone, where numbers or ranks stand in other rows: a heading of what follows. Else null. */
  readonly alone: string | null;
}

export interface Table {
  readonly columns: ReadonlySet<TableColumn>;
  readonly rows: readonly TableRow[];
  /** Lines that are none of a table: `BROKEN` says why. */
  readonly broken: readonly number[];
}

export const BROKEN = 'a quote stands amid a cell in quotes, or is not closed';

interface Wanted {
  /** Whether these columns are those of the table. */
  readonly has: (columns: ReadonlySet<TableColumn>) => boolean;
  /** How they are called in what is wrong: "bib and time". */
  readonly said: string;
  /** Where the first line begins with a number it is a row already, and these are its columns. */
  readonly unnamed?: readonly TableColumn[];
}

/** Above the names of the columns stand titles at most so long. */
const TITLE_ROWS = 20;
/** A text with more lines that are none of a table is no table. */
const MOST_BROKEN = 50;

/**
 * A table as spreadsheets and organisers save one: comma, semicolon or tab, whichever gives the columns that are wanted,
 * called in any of the languages of `tableColumnNames`, below titles or not. Empty rows, repeated heads and totals are no rows,
 * and a quote amid a cell is its own sign. A line whose quotes do not fit is broken, and costs no other. `where` begins the
 * sentence on what is wrong.
 */
export function tableIn(text: string, where: string, wanted: Wanted): Result<Table> {
  let why = '';
  for (const delimiter of delimitersIn(text)) {
    const read = recordsIn(text, delimiter);
    if (!read.ok) {
      why ||= read.error;
      continue;
    }
    const { records, broken } = read.value;
    const found = headIn(records, wanted);
    if (!found) continue;
    const rows = records.slice(found.below).flatMap((record) => rowOf(record, found.columns));
    const columns = new Set(found.columns.filter((column) => column !== null));
    if (rows.length > 0) return ok({ columns, rows, broken });
    why = broken.length > 0 ? `line ${broken[0]}: ${BROKEN}` : 'it has no rows below the names of its columns';
  }
  return fail(
    why
      ? `${where}: ${why}; its columns are ${wanted.said}.`
      : `${where} has no columns ${wanted.said}: name them in a line above its rows.`,
  );
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A line that is broken is left out, and what follows read anew: a quote that nobody closes would take all of it along. */
function recordsIn(text: string, delimiter: string): Result<{ records: readonly CsvRecord[]; broken: number[] }> {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const records: CsvRecord[] = [];
  const broken: number[] = [];
  for (let from = 0; ; ) {
    const read = readFrom(lines, from, delimiter);
    records.push(...read.records.filter(({ cells }) => cells.some((cell) => cell !== '')));
    if (read.why === null) return ok({ records, broken });
    if (broken.length === MOST_BROKEN) return fail(`it is no CSV (${read.why})`);
    from = read.until;
    while (lines[from]?.trim() === '') from += 1;
    from += 1;
    broken.push(from);
  }
}

/** Up to the first record that cannot be read, and why it cannot; `until` counts the lines of what was. */
function readFrom(lines: readonly string[], from: number, delimiter: string) {
  const records: CsvRecord[] = [];
  let until = from;
  try {
    parse(lines.slice(from).join('\n'), {
      bom: true,
      delimiter,
      onRecord(cells: string[], { lines: read }) {
        const within = cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
        until = from + read;
        records.push({ line: until - within, cells: cells.map((cell) => cell.normalize('NFC').replace(/\s+/g, ' ')) });
        return null;
      },
      relaxColumnCount: true,
      // +1'23" holds the sign for seconds, and is not quoted.
      relaxQuotes: true,
      skipEmptyLines: true,
      trim: true,
    });
    return { records, until, why: null };
  } catch (error) {
    return { records, until, why: error instanceof Error ? error.message : String(error) };
  }
}

const byName: ReadonlyMap<string, TableColumn> = new Map(
  Object.entries(tableColumnNames).flatMap(([column, names]) =>
    names.map((name) => [folded(name), column as TableColumn]),
  ),
);

const columnOf = (name: string): TableColumn | null => byName.get(folded(name)) ?? null;

interface Head {
  readonly columns: readonly (TableColumn | null)[];
  /** The rows begin here. */
  readonly below: number;
}

function headIn(records: readonly CsvRecord[], { has, unnamed }: Wanted): Head | null {
  for (const [i, { cells }] of records.slice(0, TITLE_ROWS).entries()) {
    const columns = cells.map(columnOf);
    if (has(new Set(columns.filter((column) => column !== null)))) return { columns, below: i + 1 };
  }
  const [first] = records;
  return unnamed && first && first.cells.length > 1 && /^\d/.test(first.cells[0]!)
    ? { columns: unnamed, below: 0 }
    : null;
}

function rowOf({ line, cells }: CsvRecord, columns: Head['columns']): TableRow[] {
  const values = new Map<TableColumn, string>();
  for (const [i, column] of columns.entries())
    if (column && !values.get(column)) values.set(column, (cells[i] ?? '').trim());
  const isHead = columns.filter((column) => column && columnOf(values.get(column) ?? '') === column).length > 1;
  if (isHead || isTotal(cells, values.get('bib') ?? '')) return [];
  const [first = '', ...others] = cells;
  const isHeading = [null, 'bib', 'rank'].includes(columns[0] ?? null) && others.every((cell) => cell === '');
  return [{ line, cell: (column) => values.get(column) ?? '', alone: isHeading && first !== '' ? first : null }];
}

const isTotal = (cells: readonly string[], bib: string): boolean =>
  !/^\d/.test(bib) && cells.some((cell) => totalWords.includes(folded(cell).replace(/[\s\d]+$/, '')));

/** What the first lines have most of comes first. */
function delimitersIn(text: string): string[] {
  const first = text.split(/\r\n|\n|\r/, TITLE_ROWS).join('\n');
  const count = (mark: string): number => first.split(mark).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a));
}
