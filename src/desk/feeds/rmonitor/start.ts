/**
 * When the race started, on the desk's clock. The timing computer's own time of day has no date and no zone, and is set
 * by hand; how long the race has lasted it knows exactly. So each line says "not later than when I came, less my race
 * time", and the least of what all have said is right to within what the network takes. Once crossings were told by it, it
 * stands: gaps at the line are to the thousandth.
 */
export interface RaceStart {
  /** A heartbeat of the running race. */
  beat(atMs: number, raceMs: number): void;
  /** A crossing; those that are told again came long ago. */
  crossing(atMs: number, totalMs: number): void;
  /** From now on it stands; null before a heartbeat was heard, for then nobody knows how old a crossing is. */
  fix(): number | null;
  /** As it stands; null while it does not. */
  fixed(): number | null;
  clear(): void;
}

export function createRaceStart(): RaceStart {
  let leastMs = Number.POSITIVE_INFINITY;
  let isRunning = false;
  let fixedMs: number | null = null;
  return {
    beat(atMs, raceMs) {
      isRunning = true;
      leastMs = Math.min(leastMs, atMs - raceMs);
    },
    crossing(atMs, totalMs) {
      leastMs = Math.min(leastMs, atMs - totalMs);
    },
    fix() {
      if (isRunning) fixedMs ??= leastMs;
      return fixedMs;
    },
    fixed: () => fixedMs,
    clear() {
      leastMs = Number.POSITIVE_INFINITY;
      isRunning = false;
      fixedMs = null;
    },
  };
}
