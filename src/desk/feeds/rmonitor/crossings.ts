/** A rider over the line: on which lap, 0 where his first one begins, and how long after the start of the race. */
export interface LapDone {
  readonly registration: string;
  /** Null where nothing says it. */
  readonly lap: number | null;
  readonly totalMs: number;
}

export interface LapBook {
  /** A crossing of which the lap is not told yet. */
  passed(registration: string, totalMs: number): void;
  /** Those crossings, of a source of which no line tells laps: each once. */
  lapless(): readonly LapDone[];
  /** A line of those that tell laps has come. */
  tellsLaps(): void;
  /** Where he stands: that is his newest crossing, with its lap. Null where that was told before. */
  ranked(registration: string, lap: number, totalMs: number): LapDone | null;
  /** All that were told, oldest first: they are told again when the road became another. */
  all(): readonly LapDone[];
  /** Most laps that anybody has done. */
  leaderLaps(): number;
  /** How long his laps take who has done most, in the mean; null before one is done. */
  leaderLapMs(): number | null;
  clear(): void;
}

/**
 * A crossing comes in two lines: one with its time, the next one with the lap as well. After a lost connection, and in
 * between, all is told again: what is known is not told twice.
 */
export function createLapBook(): LapBook {
  const laps = new Map<string, Map<number, number>>();
  const loose = new Map<string, LapDone>();
  let fresh: LapDone[] = [];
  let isRanked = false;
  let leader: LapDone | null = null;
  return {
    passed(registration, totalMs) {
      const key = `${registration} ${totalMs}`;
      if (isRanked || loose.has(key)) return;
      const done = { registration, lap: null, totalMs };
      loose.set(key, done);
      fresh.push(done);
    },
    lapless() {
      const told = fresh;
      fresh = [];
      return told;
    },
    tellsLaps() {
      if (isRanked) return;
      isRanked = true;
      loose.clear();
      fresh = [];
    },
    ranked(registration, lap, totalMs) {
      const own = laps.get(registration) ?? new Map<number, number>();
      laps.set(registration, own);
      if (own.get(lap) === totalMs) return null;
      own.set(lap, totalMs);
      const done = { registration, lap, totalMs };
      if (lap > (leader?.lap ?? 0)) leader = done;
      return done;
    },
    all() {
      const known = [...laps].flatMap(([registration, own]) =>
        [...own].map(([lap, totalMs]): LapDone => ({ registration, lap, totalMs })),
      );
      return [...known, ...loose.values()].sort((a, b) => a.totalMs - b.totalMs);
    },
    leaderLaps: () => leader?.lap ?? 0,
    leaderLapMs: () => (leader?.lap ? leader.totalMs / leader.lap : null),
    clear() {
      laps.clear();
      loose.clear();
      fresh = [];
      isRanked = false;
      leader = null;
    },
  };
}
