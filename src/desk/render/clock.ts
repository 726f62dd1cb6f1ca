import type { StepClock } from '../../wire/offline/step.ts';
import type { RaceClock } from '../../wire/public/half.ts';
import type { TapeEntry } from '../tape/entry.ts';

/** The clock of the race in pieces: from `fromMs` of what is rendered on, each until the next one begins. */
export interface ClockPiece {
  readonly fromMs: number;
  readonly atMs: number;
  readonly rate: number;
  /** It was already this late, and stands until then: notes of a desk are a little early or late. */
  readonly floorMs: number | null;
}

/** A running clock is noted once a second: without a note for so long it stood, or its desk did. */
const UNTOLD_MS = 3000;
/** What a note is off by less is no other clock; telling it would jolt what glides. */
const OFF_MS = 20;
/** A step back of this many seconds of the page is the desk's own inaccuracy; a longer one is a seek. */
const JITTER_S = 3;

/** As a desk noted it on its tape. `zeroMs` is the desk's time of day at which what is rendered begins. */
export function clockOnTape(entries: readonly TapeEntry[], zeroMs: number): readonly ClockPiece[] {
  const notes = entries.flatMap((entry) => ('clock' in entry ? [{ fromMs: entry.at - zeroMs, ...entry.clock }] : []));
  const pieces: ClockPiece[] = [];
  const add = (fromMs: number, { atMs, rate }: RaceClock) => {
    const before = pieces.at(-1);
    const wasMs = before ? momentIn(before, fromMs) : atMs;
    if (before?.rate === rate && Math.abs(wasMs - atMs) <= OFF_MS * Math.max(1, rate)) return;
    const jitters = atMs < wasMs && wasMs - atMs <= JITTER_S * 1000 * Math.max(rate, before?.rate ?? 0);
    pieces.push({ fromMs, atMs, rate, floorMs: jitters ? wasMs : null });
  };
  let told = Number.POSITIVE_INFINITY;
  for (const note of notes) {
    const silentMs = told + UNTOLD_MS;
    const before = pieces.at(-1);
    if (before && note.fromMs > silentMs) add(silentMs, { atMs: momentIn(before, silentMs), rate: 0 });
    add(note.fromMs, note);
    told = note.rate > 0 ? note.fromMs : Number.POSITIVE_INFINITY;
  }
  return pieces;
}

export const momentIn = ({ fromMs, atMs, rate, floorMs }: ClockPiece, ms: number): number =>
  Math.max(floorMs ?? Number.NEGATIVE_INFINITY, atMs + (ms - fromMs) * rate);

/** The piece that counts at a moment of what is rendered; before the first one, that one. */
export const pieceAt = (pieces: readonly ClockPiece[], ms: number): ClockPiece =>
  pieces.findLast(({ fromMs }) => fromMs <= ms) ?? pieces[0]!;

export const stepClockOf = ({ fromMs, ...piece }: ClockPiece): StepClock => ({ ...piece, pageMs: fromMs });

/** The first moment of what is rendered at which the race was at `atMs`; null where it never was. */
export function whenRaceIsAt(pieces: readonly ClockPiece[], atMs: number, endMs: number): number | null {
  for (const [i, piece] of pieces.entries()) {
    const untilMs = pieces[i + 1]?.fromMs ?? endMs;
    if (piece.atMs <= atMs && momentIn(piece, untilMs) >= atMs)
      return piece.rate > 0 ? piece.fromMs + (atMs - piece.atMs) / piece.rate : piece.fromMs;
  }
  return null;
}
