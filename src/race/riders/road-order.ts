import { putInOrder } from '../lookup.ts';
import { type Bib, compareBibs } from '../units.ts';
import { lapsDone } from './flagged.ts';
import type { Riding } from './riding.ts';
import type { RiderIndex } from './roster.ts';
import { isShown, type Runner } from './runner.ts';
import type { TimedPlace } from './timetable.ts';
import { firstToldBefore, notYetThere } from './told-gap.ts';

/** A rider in the order of the race. */
export interface OrderRow {
  readonly runner: Runner;
  readonly bib: Bib;
  readonly index: RiderIndex;
  /** To the first rider at the same point of the road; never negative, never less than that of a rider ahead. */
  readonly gapS: number;
  readonly estimated: boolean;
  readonly finished: boolean;
  /** He is at a line, and the gap is between two crossings of it. */
  readonly told?: 'timed' | 'manual' | undefined;
}

export interface RoadOrder {
  /** Finishers by time, then those on the road, head to back. */
  readonly rows: readonly OrderRow[];
  /** Who was lapped and flagged off, by laps and time; they stand before the row `lappedBefore` of `rows`. */
  readonly lapped: readonly OrderRow[];
  readonly lappedBefore: number;
  /** Those who are not located. */
  readonly others: readonly Runner[];
  /** The foremost place known; null before anybody is located. */
  readonly head: TimedPlace | null;
}

/**
 * The order of the race at a moment, and everybody's gap: the time since the first rider was where he is. Order and
 * gap are one thing, so that trackers that speak at different moments are compared fairly. Who has been silent for too
 * long at `nowMs` is not in it.
 */
export function orderOnRoad(riding: Riding, nowMs: number): RoadOrder {
  const finished: Runner[] = [];
  const flagged: Runner[] = [];
  const road: Runner[] = [];
  const others: Runner[] = [];
  for (const one of lastOrder(riding)) {
    if (one.finish !== null && one.status === 'racing') (one.lapsDown > 0 ? flagged : finished).push(one);
    else if (isShown(one, nowMs, riding.feedMs)) road.push(one);
    else others.push(one);
  }
  finished.sort(byLapsAndTime);
  flagged.sort(byLapsAndTime);
  const winner = finished[0];
  const head = winner ? { distanceM: riding.course.lengthM, atMs: winner.finish!.atMs } : foremost(road);
  if (!head) return { rows: [], lapped: [], lappedBefore: 0, others, head: null };
  const inOf = (runner: Runner): OrderRow => ({
    runner,
    bib: runner.bib,
    index: runner.index,
    gapS: (runner.finish!.atMs - head.atMs) / 1000,
    estimated: runner.finish!.origin === 'estimated',
    finished: true,
  });
  const first = finished.map(inOf);
  const rows = first.concat(roadRows(riding, road, head, winner !== undefined, first.at(-1)?.gapS ?? 0));
  riding.order = rows.map(({ runner }) => runner);
  for (const one of [...flagged, ...others]) riding.order.push(one);
  const mostLaps = Math.min(...flagged.map(({ lapsDown }) => lapsDown));
  // Who may still come in with more laps is before them, though he comes later.
  const isSettled = !road.some((one) => lapsDownAtLine(riding, one) < mostLaps);
  return { rows, lapped: flagged.map(inOf), lappedBefore: isSettled ? first.length : rows.length, others, head };
}

const byLapsAndTime = (a: Runner, b: Runner): number =>
  a.lapsDown - b.lapsDown || a.finish!.atMs - b.finish!.atMs || compareBibs(a.bib, b.bib);

/** Of who is on the road of a race that is won: with how many laps fewer than all he comes in next. */
const lapsDownAtLine = ({ course }: Riding, { last }: Runner): number =>
  (course.laps?.count ?? 0) - lapsDone(course, last!.distanceM) - 1;

/** Everybody, in the order of the last look: what is nearly in order is soon put in order. */
const lastOrder = ({ order, runners }: Riding): readonly Runner[] =>
  order.length === runners.size ? order : [...runners.values()];

function foremost(runners: readonly Runner[]): TimedPlace | null {
  let head: TimedPlace | null = null;
  for (const { last } of runners) {
    if (!head || last!.distanceM > head.distanceM || (last!.distanceM === head.distanceM && last!.atMs < head.atMs))
      head = last;
  }
  return head;
}

function roadRows(
  riding: Riding,
  road: readonly Runner[],
  head: TimedPlace,
  isWon: boolean,
  leastS: number,
): OrderRow[] {
  const { timetable, standstills, feedMs } = riding;
  const rows = road.map((runner) => {
    const { distanceM, atMs } = runner.last!;
    const first = timetable.firstTimeAt(distanceM, head);
    const told = firstToldBefore(riding, runner, first);
    const firstMs = told?.atMs ?? first.atMs;
    const next = notYetThere(riding, runner);
    const heldS = (atMs - firstMs - standstills.stoodMs(firstMs, atMs)) / 1000;
    const gapS = Math.max(leastS, heldS, next?.leastS ?? 0);
    const carriedM = distanceM + (runner.speedMps * (feedMs - atMs)) / 1000;
    const isBehind = next !== null && next.leastS > heldS;
    return {
      runner,
      bib: runner.bib,
      index: runner.index,
      gapS,
      estimated: isBehind || (!told && first.estimated),
      finished: false,
      carriedM: next ? Math.min(carriedM, next.beforeM - 1) : carriedM,
      told: isBehind ? undefined : told?.origin,
    };
  });
  if (riding.historyM > Number.NEGATIVE_INFINITY) takeTold(rows, riding, head, isWon);
  return putInOrder(rows, (a, b) => a.gapS - b.gapS || b.carriedM - a.carriedM || compareBibs(a.bib, b.bib));
}

type Row = OrderRow & { gapS: number; estimated: boolean; readonly carriedM: number };

const lastM = ({ runner }: OrderRow): number => runner.last!.distanceM;
const isBeforeHistory = (row: OrderRow, { historyM }: Riding): boolean => !row.told && lastM(row) < historyM;

/** What the feed says of a gap is of the fix that came with it; half a minute later it is another. */
const TOLD_MS = 30_000;
/** No race goes over a stretch faster: a gap that would need it is a word for nothing, as the 0 of some feeds. */
const FASTEST_MPS = 25;

/**
 * On the road behind the place where the race was joined nobody saw the front pass: a gap there is what the feed says,
 * or a guess, and nobody's is less than that of a rider ahead. After the first arrival feeds count from elsewhere.
 */
function takeTold(rows: Row[], riding: Riding, head: TimedPlace, isWon: boolean): void {
  if (!rows.some((row) => isBeforeHistory(row, riding))) return;
  const before = rows.filter((row) => isBeforeHistory(row, riding)).sort((a, b) => lastM(b) - lastM(a));
  let leastS = 0;
  for (const row of rows) if (!isBeforeHistory(row, riding)) leastS = Math.max(leastS, row.gapS);
  for (const row of before) {
    const { toldGapS, toldMs, last } = row.runner;
    const isFresh = Math.abs(last!.atMs - toldMs) < TOLD_MS;
    const isPossible = (head.distanceM - lastM(row)) / FASTEST_MPS <= toldGapS + 1;
    leastS = Math.max(leastS, isFresh && isPossible && !isWon ? toldGapS : row.gapS);
    row.gapS = leastS;
    row.estimated = true;
  }
}
