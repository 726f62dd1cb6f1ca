/**
 * The clock of a timing box: it writes the time of day where it stands, and not which zone that is. What it writes is read
 * as the desk's own zone; where the box says what time it is now and that is another, it is read by the difference.
 */
export interface BoxClock {
  /** It says that this is the time now; a sentence where that is news. */
  says(localMs: number, atMs: number): string | null;
  momentOf(localMs: number): number;
  /** What it would say that it is now. */
  nowAt(atMs: number): number;
}

/** So exactly can nobody say it over a network: nearer than this its clock is right, and better than ours. */
const RIGHT_MS = 2000;

/** Local times are as if they were UTC. `zoneMin` is the desk's own. */
export function createBoxClock(zoneMin: () => number): BoxClock {
  let offMs = 0;
  return {
    says(localMs, atMs) {
      const nowOffMs = localMs - zoneMin() * 60_000 - atMs;
      const isRight = Math.abs(nowOffMs) <= RIGHT_MS;
      if (isRight ? offMs === 0 : Math.abs(nowOffMs - offMs) <= RIGHT_MS) return null;
      offMs = isRight ? 0 : nowOffMs;
      if (isRight) return 'the clock of the timing box is right now, and its times are read as it writes them';
      const words = `${lasting(Math.abs(nowOffMs))} ${nowOffMs > 0 ? 'ahead of' : 'behind'}`;
      return `the clock of the timing box is ${words} that of this computer; its times are read by this computer's`;
    },
    momentOf: (localMs) => localMs - zoneMin() * 60_000 - offMs,
    nowAt: (atMs) => atMs + zoneMin() * 60_000 + offMs,
  };
}

function lasting(ms: number): string {
  const s = Math.round(ms / 1000);
  return s < 120 ? `${s} s` : s < 7200 ? `${Math.round(s / 60)} min` : `${Math.round(s / 3600)} h`;
}

const DAY_MS = 86_400_000;

/**
 * "2026-07-04", "20260704", "260704" or "04.07.2026", and "13:27:52.123", as if they were UTC. Without a date it is the day that brings the time
 * nearest to `nearMs`, as if that were UTC. Null for what is none.
 */
export function localTime(date: string | null, time: string, nearMs: number): number | null {
  const t = /^(?<h>\d{1,2}):(?<m>\d{2}):(?<s>\d{2})(?:[.,](?<part>\d{1,6}))?$/.exec(time.trim())?.groups;
  if (!t || Number(t.h) > 23 || Number(t.m) > 59 || Number(t.s) > 59) return null;
  const ms = Math.round(Number(`0.${t.part ?? '0'}`) * 1000);
  const ofDayMs = (Number(t.h) * 3600 + Number(t.m) * 60 + Number(t.s)) * 1000 + ms;
  if (date === null) {
    const dayMs = Math.round((nearMs - ofDayMs) / DAY_MS) * DAY_MS;
    return dayMs + ofDayMs;
  }
  const d = (
    /^(?:(?<year>\d{4})-?|(?<short>\d{2}))(?<month>\d{2})-?(?<day>\d{2})$/.exec(date.trim()) ??
    /^(?<day>\d{2})\.(?<month>\d{2})\.(?<year>\d{4})$/.exec(date.trim())
  )?.groups;
  if (!d) return null;
  const year = d.year ?? `20${d.short}`;
  const dayMs = Date.parse(`${year}-${d.month}-${d.day}T00:00:00Z`);
  return Number.isNaN(dayMs) ? null : dayMs + ofDayMs;
}
