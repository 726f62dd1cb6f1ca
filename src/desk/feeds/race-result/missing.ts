import { numberedPassing, numberIn } from './line.ts';

/** A decoder gives at most so many passings at a time. */
const AT_A_TIME = 32;
/** An answer that has not come by then was lost. */
const PATIENCE_MS = 3000;

/**
 * A decoder numbers its passings: which of them have not come? Says what to ask for. What was recorded before it was first
 * heard is asked for as well: who reads it knows what of it is new.
 */
export function createMissing(now: () => number) {
  let file = '';
  /** All up to this number have come. */
  let whole = 0;
  let newest = 0;
  const beyond = new Set<number>();
  let asked = { to: 0, atMs: Number.NEGATIVE_INFINITY };

  const came = (number: number): void => {
    newest = Math.max(newest, number);
    if (number > whole) beyond.add(number);
    while (beyond.delete(whole + 1)) whole += 1;
  };
  const inFile = (name: string, count: number | null): void => {
    if (file !== '' && name !== '' && name !== file) {
      [whole, newest] = [0, 0];
      beyond.clear();
    }
    file = name || file;
    newest = Math.max(newest, count ?? 0);
  };
  return {
    /** The connection is another one: what was asked for on the last one does not come. */
    again(): void {
      asked = { to: 0, atMs: Number.NEGATIVE_INFINITY };
    },
    /** A line has come; what is to be asked for now, or null. */
    heard(line: string): string | null {
      const [command, ...fields] = line.split(';');
      if (command === 'PASSINGS') inFile(fields[1] ?? '', numberIn(fields[0]));
      if (command === 'GETSTATUS') inFile(fields[5] ?? '', null);
      const passing = numberedPassing(line);
      if (passing) came(passing.number);
      if (whole >= newest) return null;
      if (whole < asked.to && now() - asked.atMs < PATIENCE_MS) return null;
      const count = Math.min(AT_A_TIME, newest - whole);
      asked = { to: whole + count, atMs: now() };
      return `${whole + 1}:${count}`;
    },
  };
}
