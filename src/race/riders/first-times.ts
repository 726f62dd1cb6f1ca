import type { Bib } from '../units.ts';
import { newEarliestTimes, TOGETHER_S } from './earliest-times.ts';

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
  readonly lastCell: number;
  /** 0 where not known: only beyond the last cell. */
  at(cell: number): number;
  /** When a head that is not heard is due beyond the last cell; NaN while it is heard. */
  due(place: number): number;
  /** A rider was measured; `before` is when he passed the cell before, 0 where that is not known. */
  passed(bib: Bib, cell: number, time: number, before: number): void;
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
/** The pace of the front is that of its last so many cells. */
const PACE_CELLS = 20;
const nobody: SeenAt = { bib: '', place: -1, time: Number.NEGATIVE_INFINITY };

/** Nobody is measured there before this, for the front was only carried on. */
const NEVER = Number.POSITIVE_INFINITY;

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
  const front = new Float64Array(cells);
  /** Of estimates: when somebody was seen farther on. */
  const proven = new Float64Array(cells);
  /** By how much he who was first had been behind the front a cell before: there it fell silent. */
  const ledge = new Float64Array(cells);
  let lastCell = -1;
  let head: SeenAt = nobody;

  const frontAt = (cell: number): number => Math.abs(front[cell]!);
  const isRidden = (cell: number): boolean => front[cell]! > 0 || proven[cell] === NEVER;
  const estimate = (cell: number, time: number, provenBy: number): void => {
    front[cell] = -time;
    proven[cell] = provenBy;
  };
  /** What was carried on from there moves with it. */
  const measure = (cell: number, time: number): void => {
    const byS = front[cell] === 0 ? 0 : time - frontAt(cell);
    front[cell] = time;
    proven[cell] = 0;
    if (byS === 0) return;
    ledge[cell]! += byS;
    if (cell < lastCell) ledge[cell + 1]! -= byS;
    for (let next = cell + 1; next <= lastCell && proven[next] === NEVER; next += 1) {
      const carried = frontAt(next) + byS;
      if (measured.at(next) - carried > TOGETHER_S) estimate(next, carried, NEVER);
      else [front[next], proven[next]] = [measured.at(next), 0];
    }
  };

  /** Without its slowest cell, in which the front may have been silent; NaN where it was not measured. */
  const ownPace = (): number => {
    const from = Math.max(0, lastCell - PACE_CELLS);
    if (lastCell < from + 2 || !isRidden(from) || !isRidden(lastCell)) return Number.NaN;
    let slowest = 0;
    for (let cell = from + 1; cell <= lastCell; cell += 1)
      slowest = Math.max(slowest, frontAt(cell) - frontAt(cell - 1));
    const pace = (lastCell - from - 1) / (frontAt(lastCell) - frontAt(from) - slowest);
    return pace > 0 && pace < fastest ? pace : Number.NaN;
  };
  /** When the front as known would be at a place beyond its last cell, or near it. */
  const dueAt = (place: number, pace: number): number => {
    const cell = Math.min(lastCell, Math.floor(place));
    return frontAt(cell) + (place - cell) / pace;
  };

  /** Whether the head is ahead of somebody: not heard, or where he will be by then. */
  const isHeadAhead = ({ bib, place, time }: SeenAt): boolean => {
    const silentS = time - head.time;
    if (place < silentFrom || bib === head.bib) return false;
    return silentS > LATE_S || head.place + silentS * ownPace() > place - 1;
  };

  const see = (seen: SeenAt): void => {
    if (seen.place < head.place) return;
    if (seen.place < silentFrom) {
      head = seen;
      return;
    }
    const follows = lastCell >= 0 && seen.time - dueAt(seen.place, ownPace()) > TOGETHER_S;
    if (!(follows && isHeadAhead(seen))) head = seen;
  };

  /**
   * The front was ahead of those measured from a cell on: by as much as it led where it fell silent, and more or less
   * towards what it leads now.
   */
  const overrule = ({ place, time }: SeenAt, begin: number, aheadS: number, ledS: number): void => {
    let led = ledS;
    let all = ledS;
    for (let cell = begin; cell <= lastCell; cell += 1) all += ledge[cell]!;
    for (let cell = begin; cell <= lastCell; cell += 1) {
      led += ledge[cell]!;
      ledge[cell] = 0;
      if (proven[cell] === NEVER) continue;
      const share = (cell - begin + 1) / (place - begin + 1);
      const lead = Math.max(0, led + share * (aheadS - all));
      estimate(cell, Math.max(cell > 0 ? frontAt(cell - 1) : 0, frontAt(cell) - lead), time);
    }
  };

  /** The cell at which the front fell silent, with somebody in it who was seen before that; none: beyond the last. */
  const silentAfter = (since: SeenAt, pace: number): number => {
    const behindS = since.place >= 0 ? since.time - dueAt(since.place, pace) : Number.POSITIVE_INFINITY;
    let cell = Math.max(0, Math.floor(since.place) + 1);
    while (cell <= lastCell && ledge[cell]! <= Math.max(0, behindS) + TOGETHER_S) cell += 1;
    return cell;
  };

  /** Corrects what was taken for the front by one who was seen farther on. */
  const doubt = (seen: SeenAt, since: SeenAt | null, pace: number): void => {
    const aheadS = dueAt(seen.place, pace) - seen.time;
    if (!(aheadS > TOGETHER_S)) return;
    const silent = since ? silentAfter(since, pace) : cells;
    const ridden = (seen.place - lastCell) / (seen.time - frontAt(lastCell));
    if (silent <= lastCell) overrule(seen, silent, aheadS, 0);
    else if (ridden > 0 && ridden < fastest) return;
    else if (since) overrule(seen, Math.max(0, Math.floor(since.place) + 1), aheadS, 0);
    else overrule(seen, 0, aheadS, aheadS);
  };

  /** Puts estimates on the cells from the last one up to a place. */
  const fill = ({ place, time }: SeenAt, last: number, guess: number): void => {
    const ridden = lastCell >= 0 ? (place - lastCell) / (time - frontAt(lastCell)) : Number.NaN;
    const pace = ridden > 0 && ridden < fastest ? ridden : guess;
    const afterS = lastCell >= 0 ? frontAt(lastCell) : 0;
    for (let cell = last; cell > lastCell; cell -= 1)
      estimate(cell, Math.max(afterS, time - (place - cell) / pace), time);
    lastCell = last;
  };

  const reach = (seen: SeenAt, since: SeenAt | null): void => {
    const last = Math.min(cells - 1, Math.floor(seen.place));
    if (last <= lastCell) return;
    const guess = ownPace() || paceOf(seen);
    if (lastCell >= 0) doubt(seen, since, guess);
    fill(seen, last, guess);
  };

  return {
    get lastCell() {
      return lastCell;
    },
    at: (cell) => front[cell]!,
    due: (place) => (proven[lastCell] === NEVER ? dueAt(place, ownPace()) : Number.NaN),
    passed(bib, cell, time, before) {
      if (cell > lastCell + 1) reach({ bib, place: cell - 1, time: before || time }, null);
      measured.enter(cell, time);
      const behindS = before > 0 && cell > 0 && front[cell - 1] !== 0 ? before - frontAt(cell - 1) : 0;
      if (cell > lastCell) {
        if (behindS > TOGETHER_S && isHeadAhead({ bib, place: cell, time })) estimate(cell, time - behindS, NEVER);
        else {
          measure(cell, time);
          ledge[cell] = behindS > TOGETHER_S ? behindS : 0;
        }
        lastCell = cell;
      } else if (front[cell]! > 0) measure(cell, measured.at(cell));
      else if (time <= frontAt(cell) || (time <= proven[cell]! && behindS <= TOGETHER_S))
        measure(cell, measured.at(cell));
    },
    found(seen, since) {
      see(seen);
      reach(seen, since);
    },
    clear() {
      measured.clear();
      front.fill(0);
      proven.fill(0);
      ledge.fill(0);
      lastCell = -1;
      head = nobody;
    },
  };
}
