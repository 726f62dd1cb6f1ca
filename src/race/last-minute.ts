import type { QuarantineReason } from './health.ts';

/** How much of what came in lately was not believed: an old burst is not a broken feed. */
export interface LastMinute {
  /** So many fixes or crossings came in, at this moment on the clock of the race. */
  told(count: number, atMs: number): void;
  /** So many of those told last were not believed. */
  refused(reason: QuarantineReason, count: number): void;
  /** All that was told was so much later. */
  moveClock(byMs: number): void;
  /** From 0 to 1, in thousandths: the share of each reason in all that came in during the minute before this moment. */
  sharesAt(atMs: number): ReadonlyMap<QuarantineReason, number>;
}

const MINUTE_MS = 60_000;
/** Counted in pieces of this length. */
const PIECE_MS = 5000;

interface Piece {
  fromMs: number;
  told: number;
  readonly refused: Map<QuarantineReason, number>;
}

export function lastMinute(): LastMinute {
  let pieces: Piece[] = [];
  return {
    told(count, atMs) {
      const last = pieces.at(-1);
      // What comes late is of now: it is how the feed is doing that is asked.
      if (last && atMs < last.fromMs + PIECE_MS) last.told += count;
      else {
        pieces = pieces.filter(({ fromMs }) => fromMs > atMs - 2 * MINUTE_MS);
        pieces.push({ fromMs: Math.floor(atMs / PIECE_MS) * PIECE_MS, told: count, refused: new Map() });
      }
    },
    refused(reason, count) {
      const last = pieces.at(-1);
      last?.refused.set(reason, (last.refused.get(reason) ?? 0) + count);
    },
    moveClock(byMs) {
      for (const piece of pieces) piece.fromMs += byMs;
    },
    sharesAt(atMs) {
      const recent = pieces.filter(({ fromMs }) => fromMs > atMs - MINUTE_MS && fromMs <= atMs);
      const told = recent.reduce((sum, piece) => sum + piece.told, 0);
      const counts = new Map<QuarantineReason, number>();
      for (const { refused } of recent)
        for (const [reason, count] of refused) counts.set(reason, (counts.get(reason) ?? 0) + count);
      return new Map([...counts].map(([reason, count]) => [reason, Math.round((1000 * count) / told) / 1000]));
    },
  };
}
