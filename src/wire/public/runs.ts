import type { Reader, Writer } from '../bytes.ts';

/** How often, then what: for values of which many neighbours are the same. */
export function writeRuns<T>(writer: Writer, values: readonly T[], write: (value: T) => void): void {
  let from = 0;
  for (const [i, value] of values.entries()) {
    if (i + 1 < values.length && Object.is(values[i + 1], value)) continue;
    writer.natural(i + 1 - from);
    write(value);
    from = i + 1;
  }
}

export function readRuns<T>(reader: Reader, count: number, read: () => T): T[] {
  const values: T[] = [];
  while (values.length < count) {
    const length = reader.count(count - values.length);
    if (length === 0) throw new RangeError('a run is empty');
    const value = read();
    for (let i = 0; i < length; i += 1) values.push(value);
  }
  return values;
}

export function times<T>(count: number, make: (i: number) => T): T[] {
  const made: T[] = [];
  for (let i = 0; i < count; i += 1) made.push(make(i));
  return made;
}
