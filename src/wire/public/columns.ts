import type { Bib } from '../../race/units.ts';
import type { Reader, Writer } from '../bytes.ts';
import { readRuns, times, writeRuns } from './runs.ts';

/**
 * How the values of one field travel, for all rows of a table together: neighbours are alike, so a value is mostly
 * the small difference to the one before, or a run of the same.
 */
export interface Column<T> {
  write(writer: Writer, values: readonly T[]): void;
  read(reader: Reader, count: number): T[];
}

/** More rows than any race has riders, lines or runs. */
const MOST = 100_000;

/** Numbers to the nearest 1 / `scale`, as differences. */
export const numbers = (scale: number): Column<number> => ({
  write(writer, values) {
    let before = 0;
    for (const value of values) {
      const whole = Math.round(value * scale);
      writer.integer(whole - before);
      before = whole;
    }
  },
  read(reader, count) {
    let whole = 0;
    return times(count, () => {
      whole += reader.integer();
      return whole / scale;
    });
  },
});

/** Numbers that mostly stand still or step evenly (ranks, moments of one frame), as runs of the same difference. */
export const steps = (scale: number): Column<number> => ({
  write(writer, values) {
    const wholes = values.map((value) => Math.round(value * scale));
    writeRuns(
      writer,
      wholes.map((whole, i) => whole - (wholes[i - 1] ?? 0)),
      (step) => writer.integer(step),
    );
  },
  read(reader, count) {
    let whole = 0;
    return readRuns(reader, count, () => reader.integer()).map((step) => {
      whole += step;
      return whole / scale;
    });
  },
});

/** One of a few words, as runs. */
export function choice<T extends string>(codes: Readonly<Record<T, number>>): Column<T> {
  const words = new Map(Object.entries(codes).map(([word, code]) => [code as number, word as T]));
  return {
    write: (writer, values) => writeRuns(writer, values, (value) => writer.natural(codes[value])),
    read: (reader, count) =>
      readRuns(reader, count, () => {
        const word = words.get(reader.natural());
        if (word === undefined) throw new RangeError('a word is not known');
        return word;
      }),
  };
}

export const flags: Column<boolean> = {
  write: (writer, values) => writeRuns(writer, values, (value) => writer.byte(value ? 1 : 0)),
  read: (reader, count) => readRuns(reader, count, () => reader.byte() === 1),
};

/** Texts that repeat: each is spelled once. */
export const names: Column<string> = {
  write(writer, values) {
    const spelled = [...new Set(values)];
    const index = new Map(spelled.map((name, i) => [name, i]));
    writer.natural(spelled.length);
    for (const name of spelled) writer.text(name);
    writeRuns(writer, values, (value) => writer.natural(index.get(value)!));
  },
  read(reader, count) {
    const spelled = times(reader.count(count), () => reader.text());
    return readRuns(reader, count, () => {
      const name = spelled[reader.natural()];
      if (name === undefined) throw new RangeError('a name is missing');
      return name;
    });
  },
};

const whole = numbers(1);
const isPlain = (bib: Bib): boolean => /^(0|[1-9]\d{0,8})$/.test(bib);

/** Mostly plain numbers, which travel as such; the others ("12A", "001") are spelled. */
export const bibs: Column<Bib> = {
  write(writer, values) {
    const plain = values.map(isPlain);
    flags.write(writer, plain);
    whole.write(writer, values.filter(isPlain).map(Number));
    for (const bib of values) if (!isPlain(bib)) writer.text(bib);
  },
  read(reader, count) {
    const plain = flags.read(reader, count);
    const figures = whole.read(reader, plain.filter(Boolean).length).values();
    return plain.map((isNumber) => (isNumber ? String(figures.next().value) : reader.text()));
  },
};

/** A column with holes: `none` says which values are one, `hole` is what is read back. */
const holed = <T, N>(column: Column<T>, isNone: (value: T | N) => boolean, hole: N): Column<T | N> => ({
  write(writer, values) {
    flags.write(
      writer,
      values.map((value) => !isNone(value)),
    );
    column.write(writer, values.filter((value) => !isNone(value)) as T[]);
  },
  read(reader, count) {
    const present = flags.read(reader, count);
    const values = column.read(reader, present.filter(Boolean).length).values();
    return present.map((here) => {
      const next = here ? values.next() : null;
      return next && !next.done ? next.value : hole;
    });
  },
});

export const orNull = <T>(column: Column<T>): Column<T | null> => holed(column, (value) => value === null, null);

/** Numbers of which some are not known. */
export const orNaN = (column: Column<number>): Column<number> =>
  holed(column, (value) => Number.isNaN(value), Number.NaN);

export const lists = <T>(column: Column<T>): Column<readonly T[]> => ({
  write(writer, values) {
    for (const list of values) writer.natural(list.length);
    column.write(writer, values.flat() as T[]);
  },
  read(reader, count) {
    const lengths = times(count, () => reader.count(MOST));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    if (total > MOST) throw new RangeError('a list is too long');
    const flat = column.read(reader, total);
    let at = 0;
    return lengths.map((length) => {
      at += length;
      return flat.slice(at - length, at);
    });
  },
});

/** Records, field by field. A field that is added to the record must be added here: the type says so. */
export function records<T extends object>(columns: { readonly [K in keyof T]-?: Column<T[K]> }): Column<T> {
  const fields = Object.keys(columns) as (keyof T)[];
  return {
    write(writer, values) {
      for (const field of fields)
        columns[field].write(
          writer,
          values.map((value) => value[field]),
        );
    },
    read(reader, count) {
      // All rows get their fields in the same order: one shape for the compiler.
      const rows: Partial<T>[] = times(count, () => ({}));
      for (const field of fields) {
        const values = columns[field].read(reader, count);
        for (let i = 0; i < count; i += 1) rows[i]![field] = values[i];
      }
      return rows as T[];
    },
  };
}

/** A whole table: how many rows, then the rows. */
export const writeTable = <T>(writer: Writer, column: Column<T>, rows: readonly T[]): void => {
  writer.natural(rows.length);
  column.write(writer, rows);
};

export const readTable = <T>(reader: Reader, column: Column<T>): T[] => column.read(reader, reader.count(MOST));
