/**
 * Judges the times that one source gives against the clock of the race, which runs evenly. One that does not fit is
 * kept back: it passes when the next ones agree with it, and is refused when they do not. Pure: it has no clock.
 */
export interface TimeGate<T> {
  /** `leads`: the clock of the race follows this source. */
  judge(seen: Sighting<T>, leads: boolean): Ruling<T>;
}

export interface Sighting<T> {
  readonly item: T;
  /** When it says that it happened. */
  readonly sourceMs: number;
  /** The clock of the race when it came; null while nobody knows. */
  readonly clockMs: number | null;
  /** It tells of its own moment; else it may be as old as it likes. */
  readonly isNow: boolean;
  /** Somebody else says that it is about this time: it needs no second one to agree while nobody knows. */
  readonly isWitnessed: boolean;
}

export interface Ruling<T> {
  /** In the order in which they came; `addMs` makes their times those of the race. */
  readonly passed: readonly { readonly item: T; readonly addMs: number }[];
  readonly refused: readonly Sighting<T>[];
  /** The source's clock was set: by so much. 0 where it was not. */
  readonly setMs: number;
  /** The source has come later for so long that the clock of the race should wait for it: by so much, negative. */
  readonly lateMs: number;
}

/** Networks differ by seconds; who is farther ahead of the clock has another clock. */
const AHEAD_MS = 5000;
/** Frames overtake each other by seconds; a time that falls back farther is of another clock. */
const BACK_MS = 10_000;
/** So many in a row, over so long, within so much of each other, agree on another clock. */
const AGREE = { count: 3, overMs: 8000, withinMs: 5000 };
/** While nothing is known, two that are no farther apart than this agree. */
const TOGETHER_MS = 60_000;
/** What was kept back and turns out to be late is still worth telling. */
const LATE_MS = 600_000;
/** A source that is later than this for so long will not be in time again soon. */
const WAIT = { forMs: 15_000, overMs: 30_000 };
const MOST_HELD = 300;

export function createTimeGate<T>(): TimeGate<T> {
  /** How far the source is ahead of the race; null before it fits. */
  let offsetMs: number | null = null;
  /** How long the clock of the race has waited: the source may catch up. */
  let waitedMs = 0;
  let newestMs = Number.NEGATIVE_INFINITY;
  let held: Sighting<T>[] = [];
  let late: { readonly sinceMs: number; readonly leastMs: number } | null = null;

  const offOf = ({ sourceMs, clockMs }: Sighting<T>): number => sourceMs - (clockMs ?? Number.NaN) - (offsetMs ?? 0);

  const settle = (passed: readonly Sighting<T>[], setMs = 0, lateMs = 0): Ruling<T> => {
    const refused = held.filter((one) => !passed.includes(one));
    held = [];
    offsetMs ??= 0;
    for (const { sourceMs, isNow } of passed) if (isNow) newestMs = Math.max(newestMs, sourceMs);
    const addMs = -offsetMs || 0;
    return { passed: passed.map(({ item }) => ({ item, addMs })), refused, setMs, lateMs };
  };

  const keepBack = (seen: Sighting<T>): Ruling<T> => {
    held.push(seen);
    const refused = held.splice(0, Math.max(0, held.length - MOST_HELD));
    return { passed: [], refused, setMs: 0, lateMs: 0 };
  };

  const begin = (seen: Sighting<T>): Ruling<T> => {
    const agreeing = held.filter((one) => Math.abs(one.sourceMs - seen.sourceMs) <= TOGETHER_MS);
    return seen.isWitnessed || agreeing.length > 0 ? settle([...agreeing, seen]) : keepBack(seen);
  };

  const fits = (seen: Sighting<T>): boolean => {
    const offMs = offOf(seen);
    if (offMs > AHEAD_MS + waitedMs) return false;
    if (!seen.isNow) return true;
    return offsetMs === null ? offMs >= -TOGETHER_MS : seen.sourceMs >= newestMs - BACK_MS;
  };

  /** Those that were kept back and are only late come before it. */
  const believe = (seen: Sighting<T>, leads: boolean): Ruling<T> => {
    const offMs = offOf(seen);
    waitedMs = Math.max(0, waitedMs - Math.max(0, offMs));
    const older = held.filter(({ sourceMs }) => sourceMs <= seen.sourceMs && sourceMs >= seen.sourceMs - LATE_MS);
    const lateMs = leads && seen.isNow ? waitFor(offMs, seen.clockMs ?? Number.NaN) : 0;
    return settle([...older, seen], 0, lateMs);
  };

  const waitFor = (offMs: number, clockMs: number): number => {
    if (offMs > -WAIT.forMs) {
      late = null;
      return 0;
    }
    late = { sinceMs: late?.sinceMs ?? clockMs, leastMs: Math.max(late?.leastMs ?? offMs, offMs) };
    if (clockMs - late.sinceMs < WAIT.overMs) return 0;
    const { leastMs } = late;
    late = null;
    waitedMs -= leastMs;
    return leastMs;
  };

  const doubt = (seen: Sighting<T>, leads: boolean): Ruling<T> => {
    const agreeing = [...held, seen].filter((one) => Math.abs(offOf(one) - offOf(seen)) <= AGREE.withinMs);
    const sinceMs = agreeing[0]?.clockMs ?? Number.NaN;
    if (agreeing.length < AGREE.count || !((seen.clockMs ?? 0) - sinceMs >= AGREE.overMs)) return keepBack(seen);
    const setMs = Math.max(...agreeing.map(offOf));
    if (!leads) offsetMs = (offsetMs ?? 0) + setMs;
    newestMs = Number.NEGATIVE_INFINITY;
    waitedMs = 0;
    late = null;
    return settle(agreeing, setMs);
  };

  return {
    judge(seen, leads) {
      if (seen.clockMs === null) return begin(seen);
      return fits(seen) ? believe(seen, leads) : doubt(seen, leads);
    },
  };
}
