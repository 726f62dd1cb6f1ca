/** What could not be written yet, as lines, within a bound: the oldest go first, and that they went is known. */
export interface Backlog {
  add(line: string, at: number): void;
  /** The next line that is to be written; null when there is none. */
  next(): string | null;
  /** That line is written. */
  done(): void;
}

/** Half an hour of a busy feed. */
const MOST_CHARACTERS = 64 << 20;

/** `hole` makes the line that says how many lines since when are missing. */
export function createBacklog(hole: (lines: number, fromAt: number) => string, most = MOST_CHARACTERS): Backlog {
  let lines: { readonly line: string; readonly at: number }[] = [];
  let first = 0;
  let length = 0;
  let missing: { readonly lines: number; readonly fromAt: number } | null = null;
  const shift = () => {
    length -= lines[first]?.line.length ?? 0;
    first += 1;
    if (first * 2 <= lines.length) return;
    lines = lines.slice(first);
    first = 0;
  };
  return {
    add(line, at) {
      lines.push({ line, at });
      length += line.length;
      for (let oldest = lines[first]; length > most && oldest && lines.length - first > 1; oldest = lines[first]) {
        missing = { lines: (missing?.lines ?? 0) + 1, fromAt: missing?.fromAt ?? oldest.at };
        shift();
      }
    },
    next: () => (missing ? hole(missing.lines, missing.fromAt) : (lines[first]?.line ?? null)),
    done() {
      if (missing) missing = null;
      else shift();
    },
  };
}
