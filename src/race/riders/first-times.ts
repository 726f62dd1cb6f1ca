import type { Bib } from '../units.ts';
import { newEarliestTimes, TOGETHER_S } from './earliest-times.ts';
import { newFrontRow } from './front-row.ts';

/**
 * When the front of the race passed each cell of the road. Times are seconds; negative: estimated.
 *
 * A measured time is the front's, unless the front is known to have been ahead of whoever was measured:
 * - somebody had been seen farther on by then, where the front itself was not seen, or
 * - on the last cells, where trackers fall silent: he who was measured had been behind the front a cell before.
 * Only then does an estimate stand before a measured time; everywhere else it gives way as soon as there is one. So a
 * rider whose tracker is silent in a bunch that is heard is never first on the road between.
 */
export interface FirstTimes {
  /** The last cell that the front has passed; -1 before. */
  lastCell(): number;
  /** 0 where not known: only beyond the last cell. */
  at(cell: number): number;
  /** When a head that is not heard is due beyond the last cell; NaN while it is heard. */
  due(place: number): number;
  /** A rider was measured; `before` is when he passed the cell before, 0 where that is not known. */
  passed(bib: Bib, cell: number, time: number, before: number): void;
  /** Whoever is seen there tells nothing of the front. */
  isPast(place: number): boolean;
  /** Somebody was seen at a place; how he came is not measured. `since`: where he was seen before, if anywhere. */
  found(seen: SeenAt, since: SeenAt | null): void;
  clear(): void;
}

/** Somebody at a place, in cells, at a time. */
export interface SeenAt {
  readonly bib: Bib;
  readonly place: number;
  readonly time: number;
}

/** A head of the race that was seen within this is where it was seen, and may be overtaken. */
const LATE_S = 10;
const nobody: SeenAt = { bib: '', place: -1, time: Number.NEGATIVE_INFINITY };

export interface RoadOfFront {
  readonly cells: number;
  /** From here on a head that is not heard is still ahead. */
  readonly silentFrom: number;
  /** Cells per second: the fastest of any front, and a guess of how it came to a place. */
  readonly fastest: number;
  paceOf(seen: SeenAt): number;
}

export function newFirstTimes({ cells, silentFrom, fastest, paceOf }: RoadOfFront): FirstTimes {
  const measured = newEarliestTimes(cells);
  const front = newFrontRow(cells, fastest, measured);
  let head: SeenAt = nobody;

  /** Whether the head is ahead of somebody: not heard, or where he will be by then. */
  const isHeadAhead = ({ bib, place, time }: SeenAt): boolean => {
    const silentS = time - head.time;
    if (place < silentFrom || bib === head.bib) return false;
    return silentS > LATE_S || head.place + silentS * front.pace() > place - 1;
  };

  const see = (seen: SeenAt): void => {
    if (seen.place < head.place) return;
    const follows = seen.place >= silentFrom && seen.time - front.dueAt(seen.place, front.pace()) > TOGETHER_S;
    if (!(follows && isHeadAhead(seen))) head = seen;
  };

  /**
   * The front was ahead of those measured from a cell on: by as much as it led where it fell silent, and more or less
   * towards what it leads now.
   */
  const overrule = ({ place, time }: SeenAt, begin: number, aheadS: number, ledS: number): void => {
    let led = ledS;
    let all = ledS;
    for (let cell = begin; cell <= front.lastCell(); cell += 1) all += front.ledgeAt(cell);
    for (let cell = begin; cell <= front.lastCell(); cell += 1) {
      led += front.ledgeAt(cell);
      if (front.isCarried(cell)) continue;
      const share = (cell - begin + 1) / (place - begin + 1);
      const lead = Math.max(0, led + share * (aheadS - all));
      front.estimate(cell, Math.max(cell > 0 ? front.timeAt(cell - 1) : 0, front.timeAt(cell) - lead), time);
    }
  };

  /** The cell at which the front fell silent, with somebody in it who was seen before that; none: beyond the last. */
  const silentAfter = (since: SeenAt, pace: number): number => {
    const behindS = since.place >= 0 ? since.time - front.dueAt(since.place, pace) : Number.POSITIVE_INFINITY;
    let cell = Math.max(0, Math.floor(since.place) + 1);
    while (cell <= front.lastCell() && front.ledgeAt(cell) <= Math.max(0, behindS) + TOGETHER_S) cell += 1;
    return cell;
  };

  /** Corrects what was taken for the front by one who was seen farther on. */
  const doubt = (seen: SeenAt, since: SeenAt | null, pace: number): void => {
    const aheadS = front.dueAt(seen.place, pace) - seen.time;
    if (!(aheadS > TOGETHER_S)) return;
    const silent = since ? silentAfter(since, pace) : cells;
    const ridden = (seen.place - front.lastCell()) / (seen.time - front.timeAt(front.lastCell()));
    if (silent <= front.lastCell()) overrule(seen, silent, aheadS, 0);
    else if (ridden > 0 && ridden < fastest) return;
    else if (since) overrule(seen, Math.max(0, Math.floor(since.place) + 1), aheadS, 0);
    else overrule(seen, 0, aheadS, aheadS);
  };

  /** Puts estimates on the cells from the last one up to a place: at the pace that takes the front there, or a guess. */
  const fill = ({ place, time }: SeenAt, last: number, guess: number): void => {
    const afterS = front.lastCell() >= 0 ? front.timeAt(front.lastCell()) : Number.NaN;
    const ridden = (place - front.lastCell()) / (time - afterS);
    const pace = ridden > 0 && ridden < fastest ? ridden : guess;
    for (let cell = front.lastCell() + 1; cell <= last; cell += 1)
      front.estimate(cell, Math.max(afterS || 0, time - (place - cell) / pace), time);
  };

  /** Measured where the front was estimated: with it, as far as anybody can tell. */
  const isEarlyEnough = (cell: number, time: number, isFollower: boolean): boolean =>
    time <= front.provenAt(cell) && !isFollower;

  const reach = (seen: SeenAt, since: SeenAt | null): void => {
    const last = Math.min(cells - 1, Math.floor(seen.place));
    if (last <= front.lastCell()) return;
    const guess = front.pace() || paceOf(seen);
    if (front.lastCell() >= 0) doubt(seen, since, guess);
    fill(seen, last, guess);
  };

  return {
    lastCell: front.lastCell,
    at: front.at,
    due: (place) => (front.isCarried(front.lastCell()) ? front.dueAt(place, front.pace()) : Number.NaN),
    passed(bib, cell, time, before) {
      if (front.at(cell) > 0 && measured.isLate(cell, time)) return;
      if (cell > front.lastCell() + 1) reach({ bib, place: cell - 1, time: before || time }, null);
      measured.enter(cell, time);
      const behindS = before > 0 && cell > 0 && front.at(cell - 1) !== 0 ? before - front.timeAt(cell - 1) : 0;
      const isNew = cell > front.lastCell();
      const isFollower = behindS > TOGETHER_S;
      if (isNew && isFollower && isHeadAhead({ bib, place: cell, time })) front.carry(cell, time - behindS);
      else if (isNew || front.at(cell) > 0 || time <= front.timeAt(cell) || isEarlyEnough(cell, time, isFollower))
        front.measure(cell, measured.at(cell), behindS);
    },
    isPast: (place) => place < head.place && Math.floor(place) <= front.lastCell(),
    found(seen, since) {
      see(seen);
      reach(seen, since);
    },
    clear() {
      measured.clear();
      front.clear();
      head = nobody;
    },
  };
}
