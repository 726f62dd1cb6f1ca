import type { OfficialGroupsEvent } from '../event.ts';
import type { OrderRow, RoadOrder } from '../riders/road-order.ts';
import type { Timetable } from '../riders/timetable.ts';
import type { Bib, Reading } from '../units.ts';
import type { Cuts } from './cuts.ts';
import { identify, type Known } from './identity.ts';
import { officialPieces } from './official.ts';

/** The pieces of the road at one moment, whatever they are called. */
export interface Pieces {
  /** The moment. */
  readonly atMs: number;
  /** Who was in which piece, those over the line as well: it is by all of them that a piece is known again. */
  readonly known: readonly Known[];
  /** Each piece of the road by itself, head to back. */
  readonly pieces: readonly RoadPiece[];
  /** How many ids were given so far. */
  readonly made: number;
}

/** Riders who ride together. */
export interface RoadPiece {
  readonly id: string;
  readonly sinceMs: number;
  /** New, or made up otherwise than the moment before: its gaps of before say little. */
  readonly isOther: boolean;
  readonly rows: readonly OrderRow[];
  readonly bibs: readonly Bib[];
  /** To the first piece, and to the one before: from its last rider to the first of this one. */
  readonly gap: Reading | null;
  readonly gapToPrevious: Reading | null;
  /** As the organiser calls it, while his groups are fresh. */
  readonly officialName: string | null;
}

export interface PiecesInput {
  readonly field: RoadOrder;
  /** Before km 0 the field is one group, however it gathers or rolls. */
  readonly racing: boolean;
  /** When a rider passed, as exactly as anybody has told it. */
  readonly timeAt: Timetable['timeAt'];
  readonly atMs: number;
  /** The organiser's own, while fresh. */
  readonly official: OfficialGroupsEvent | null;
}

/** A rider who has finished is still of his piece: gaps are from its last rider, and to its first. */
interface WholePiece {
  readonly all: readonly OrderRow[];
  readonly rows: readonly OrderRow[];
  readonly told: { readonly name: string | null; readonly gap: Reading | null } | null;
}

/** The pieces of the next moment: which they are is told by who was in them. */
export function piecesOf(before: Pieces, cuts: Cuts, input: PiecesInput): Pieces {
  const whole = wholePieces(cuts, input);
  let made = before.made;
  const members = whole.map(({ all }) => all.map((row) => row.index));
  const newId = (): string => {
    made += 1;
    return `g${made}`;
  };
  const found = identify(members, before.known, newId);
  const ids = found.map(({ id }) => id);
  const behind = (piece: WholePiece | undefined, front: OrderRow) =>
    piece ? gapBehind(piece.all.at(-1)!, front, input.timeAt) : null;
  const isWon = input.field.rows[0]?.finished ?? false;
  const pieces = whole.map(({ all, rows, told }, i): RoadPiece => {
    // Its front may be over the line: that was its gap, whoever of it follows.
    const gap = i === 0 ? null : (told?.gap ?? behind(whole[0], frontOf(all, input.atMs)));
    const old = before.pieces.find((one) => one.id === ids[i]);
    const isOther = old !== undefined && isJump(old.gap, gap, isWon ? (input.atMs - before.atMs) / 1000 : null);
    if (isOther) ids[i] = newId();
    return {
      id: ids[i]!,
      // What is there at the first look was there before.
      sinceMs: old?.sinceMs ?? (before.known.length > 0 ? input.atMs : Number.NEGATIVE_INFINITY),
      isOther: isOther || found[i]!.isOther,
      rows,
      bibs: rows.map((row) => row.bib),
      gap,
      gapToPrevious: behind(whole[i - 1], frontOf(all, input.atMs)),
      officialName: told?.name ?? null,
    };
  });
  const known = ids.map((id, i) => ({ id, riders: members[i]! }));
  return { atMs: input.atMs, known, pieces: neverLess(pieces.filter(({ rows }) => rows.length > 0)), made };
}

/** Whose tracker was heard within this says where his group is; who is silent is where he was, and his gap with him. */
const HEARD_MS = 20_000;

/** The first of a piece who is heard; where nobody is, the first. */
function frontOf(all: readonly OrderRow[], atMs: number): OrderRow {
  const [first] = all;
  if (first!.finished) return first!;
  return all.find(({ runner }) => atMs - runner.last!.atMs <= HEARD_MS) ?? first!;
}

/** A gap that changes by more, beyond the time that passed, is of another group: who is left of one has no part in it. */
const JUMP_S = 30;
const JUMP_ONCE_WON_S = 5;

/** `wonS` is the time between the two looks once the race is won: fronts that have come in are not heard any more. */
function isJump(before: Reading | null, now: Reading | null, wonS: number | null): boolean {
  if (!before || !now) return false;
  const passedS = wonS ?? Math.abs(now.atMs - before.atMs) / 1000;
  return Math.abs(now.value - before.value) - passedS > (wonS === null ? JUMP_S : JUMP_ONCE_WON_S);
}

function wholePieces(cuts: Cuts, { field: { rows }, racing, official }: PiecesInput): WholePiece[] {
  const told = official ? officialPieces(official, rows) : null;
  if (told) return told.map(({ rows: all, name, gap }) => ({ all, rows: unfinished(all), told: { name, gap } }));
  if (!racing) return rows.length > 0 ? [{ all: rows, rows: unfinished(rows), told: null }] : [];
  const lists: OrderRow[][] = [];
  for (let piece = 0; piece < cuts.pieces; piece += 1) lists.push([]);
  for (const row of rows) lists[cuts.pieceOf[row.index]!]!.push(row);
  return lists.map((all) => ({ all, rows: unfinished(all), told: null }));
}

/** Who has finished comes first. */
const unfinished = (rows: readonly OrderRow[]): readonly OrderRow[] =>
  rows[0]?.finished ? rows.filter((row) => !row.finished) : rows;

/**
 * The official gap: from the last rider of one group to the first of another, at the same point of the road. How far
 * the last rider was behind the first there is in the timetable; a rider who has come up since, or who has just lost
 * contact, must not make the gap jump, so the smaller of then and now counts.
 */
function gapBehind(tail: OrderRow, front: OrderRow, timeAt: Timetable['timeAt']): Reading {
  const { distanceM, atMs } = front.runner.last!;
  const passed = timeAt(tail.bib, distanceM);
  const thenS = passed ? front.gapS - (atMs - passed.atMs) / 1000 : tail.gapS;
  const value = Math.max(0, front.gapS - Math.max(0, Math.min(thenS, tail.gapS)));
  const told = front.told && passed?.told;
  if (told) return { value, atMs, origin: front.told === 'manual' ? 'manual' : told };
  return { value, atMs, origin: front.estimated || tail.estimated ? 'estimated' : 'gps' };
}

/** No piece is nearer to the head than the one before it. */
function neverLess(pieces: readonly RoadPiece[]): RoadPiece[] {
  let least = 0;
  return pieces.map((piece) => {
    if (!piece.gap) return piece;
    least = Math.max(least, piece.gap.value);
    return piece.gap.value === least ? piece : { ...piece, gap: { ...piece.gap, value: least } };
  });
}
