/** What a heartbeat says of the end of the race. */
export interface LapsLeft {
  /** Null where the race ends by time. */
  readonly laps: number | null;
  readonly timeMs: number;
  readonly isOver: boolean;
}

/** Written where nobody counts laps down. */
const NO_LAPS = 9999;
/** A heartbeat and a crossing are not told at one moment: another count is believed once so many in a row have said it. */
const BEATS = 3;
/** The pace of a race of which no lap is done yet. */
const USUAL_MPS = 11;

export const lapsLeftOf = (laps: number, timeMs: number, flag: string): LapsLeft => ({
  laps: laps >= NO_LAPS ? null : laps,
  timeMs,
  isOver: /^finish/i.test(flag),
});

/**
 * How many laps the race has. Counted down, it is told; by time it is as many as can be ridden until then, and changes
 * seldom; it is never fewer than have been ridden.
 */
export function createLapCount() {
  let count = 1;
  let other = { count: 0, beats: 0 };
  let isBegun = false;
  let isTold = false;
  const asked = ({ laps, timeMs, isOver }: LapsLeft, done: number, lapMs: number): number => {
    if (isOver && (laps ?? 0) === 0) return done;
    if (laps !== null && (laps > 0 || timeMs === 0)) return laps === 0 && done === 0 ? count : done + laps;
    const byTime = done + Math.ceil(timeMs / lapMs);
    return Math.abs(byTime - count) > 1 || done >= count ? byTime : count;
  };
  return {
    count: () => count,
    /** Whether the timing says it, counted down or by time; else it is only as many as were ridden. */
    isTold: () => isTold,
    /** True when it has become another. */
    beat(toGo: LapsLeft, done: number, leaderLapMs: number | null, lapM: number): boolean {
      isTold ||= (toGo.laps ?? 0) > 0 || (toGo.timeMs > 0 && leaderLapMs !== null);
      const next = Math.max(1, done, asked(toGo, done, leaderLapMs ?? (lapM / USUAL_MPS) * 1000));
      other = { count: next, beats: next === other.count ? other.beats + 1 : 1 };
      if (next === count || (isBegun && other.beats < BEATS && done <= count)) return false;
      count = next;
      isBegun = done > 0;
      return true;
    },
    clear() {
      count = 1;
      other = { count: 0, beats: 0 };
      isBegun = false;
      isTold = false;
    },
  };
}
