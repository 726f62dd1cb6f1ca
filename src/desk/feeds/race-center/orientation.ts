/**
 * Which season and day a stream is of: a rehearsal plays another one than ours. One odd frame decides nothing: a day is
 * believed when it is today, or when two frames say so.
 */
export interface Orientation {
  /** True when the stream has just become clear about it. */
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
      if (found) return false;
      const year = Number(/"bind":\s*"\w+-(\d{4})/.exec(text)?.[1] ?? Number.NaN);
      const atMs = Number(/"TimeStamp":\s*"?(\d+)/.exec(text)?.[1] ?? Number.NaN) * 1000;
      if (Number.isNaN(year) || !(Math.abs(atMs) <= 8.64e15)) return false;
      const day = dayOf(atMs);
      if (day === today() || said.has(day)) found = { day, year };
      said.add(day);
      return found !== null;
    },
    year: () => found?.year ?? new Date(wallMs()).getUTCFullYear(),
    day: () => found?.day ?? today(),
  };
}

const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
