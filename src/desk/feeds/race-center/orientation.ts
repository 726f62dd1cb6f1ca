/**
 * Which season and day a stream is of: a rehearsal plays another one than ours. One odd frame decides nothing: a day is
 * believed when it is today, or when two frames say so. A later day comes when two frames of a race that is on are of it:
 * a desk that runs for the whole tour goes on with its next stage.
 */
export interface Orientation {
  /** True when the stream has just become clear about it, or has gone on to another day. */
  hear(text: string): boolean;
  year(): number;
  /** `YYYY-MM-DD` on the clock of the source. */
  day(): string;
}

export function createOrientation(wallMs: () => number): Orientation {
  const said = new Set<string>();
  let found: { readonly day: string; readonly year: number } | null = null;
  const today = () => dayOf(wallMs());
  return {
    hear(text) {
      const year = Number(/"bind":\s*"\w+-(\d{4})/.exec(text)?.[1] ?? Number.NaN);
      const atMs = Number(/"TimeStamp":\s*"?(\d+)/.exec(text)?.[1] ?? Number.NaN) * 1000;
      if (Number.isNaN(year) || !(Math.abs(atMs) <= 8.64e15)) return false;
      const day = dayOf(atMs);
      if (found && (day <= found.day || !/"RaceStatus":\s*true/.test(text))) return false;
      const isBelieved = said.has(day) || (!found && day === today());
      if (isBelieved) found = { day, year };
      said.add(day);
      return isBelieved;
    },
    year: () => found?.year ?? new Date(wallMs()).getUTCFullYear(),
    day: () => found?.day ?? today(),
  };
}

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
