import type { OfficialGroupsEvent } from '../event.ts';
import type { OrderRow, RoadOrder } from '../riders/road-order.ts';
import type { Timetable } from '../riders/timetable.ts';
import type { Bib, Reading } from '../units.ts';
import { type Cuts, moveCuts, uncut } from './cuts.ts';
import type { GroupKind } from './group.ts';
import { identify, type Known } from './identity.ts';
import { type Named, nameGroups } from './naming.ts';
import { officialPieces } from './official.ts';
import { type GapHistory, remember } from './trend.ts';

/** The groups of one moment, and what must be remembered to make those of the next. */
export interface GroupsState {
  readonly cuts: Cuts;
  /** Who was in which piece, those over the line as well: it is by all of them that a piece is known again. */
  readonly known: readonly Known[];
  /** Each piece of the road by itself, head to back. */
  readonly pieces: readonly RoadPiece[];
  /** The pieces as they are called. */
  readonly groups: readonly RoadGroup[];
  readonly histories: ReadonlyMap<string, GapHistory>;
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

export interface RoadGroup extends Omit<RoadPiece, 'sinceMs' | 'isOther'> {
  readonly kind: GroupKind;
  readonly ordinal: number;
  readonly pieces: number;
}

export const noGroups: GroupsState = { cuts: uncut, known: [], pieces: [], groups: [], histories: new Map(), made: 0 };

export interface GroupsInput {
  readonly field: RoadOrder;
  /** Before km 0 the field is one group, however it gathers or rolls. */
  readonly racing: boolean;
  readonly timetable: Timetable;
  readonly atMs: number;
  readonly leader: Bib | null;
  readonly fieldSize: number;
  /** The organiser's own, while fresh. */
  readonly official: OfficialGroupsEvent | null;
}

/** A piece that has ridden together for so long is a group. */
const LASTING_MS = 60_000;

/** The groups of the next moment. Pure: it may be asked what would be, without it coming to be. */
export function moveGroups(before: GroupsState, input: GroupsInput): GroupsState {
  const { field, racing, atMs } = input;
  const cuts = racing ? moveCuts(before.cuts, field.rows, atMs) : uncut;
  const { known, pieces, made } = piecesOf(before, cuts, input);
  const groups = named(pieces, before, input);
  return { cuts, known, pieces, groups, histories: historiesOf(pieces, before, atMs), made };
}

/** A rider who has finished is still of his piece: gaps are from its last rider, and to its first. */
interface WholePiece {
  readonly all: readonly OrderRow[];
  readonly rows: readonly OrderRow[];
  readonly told: { readonly name: string | null; readonly gap: Reading | null } | null;
}

function piecesOf(before: GroupsState, cuts: Cuts, input: GroupsInput): Pick<GroupsState, 'known' | 'pieces' | 'made'> {
  const whole = wholePieces(cuts, input);
  let made = before.made;
  const members = whole.map(({ all }) => all.map((row) => row.bib));
  const newId = (): string => {
    made += 1;
    return `g${made}`;
  };
  const found = identify(members, before.known, newId);
  const ids = found.map(({ id }) => id);
  const behind = (piece: WholePiece | undefined, front: OrderRow) =>
    piece ? gapBehind(piece.all.at(-1)!, front, input.timetable) : null;
  const isWon = input.field.rows.some((row) => row.finished);
  const pieces = whole.map(({ all, rows, told }, i): RoadPiece => {
    // Its front may be over the line: that was its gap, whoever of it follows.
    const gap = i === 0 ? null : (told?.gap ?? behind(whole[0], all[0]!));
    const old = before.pieces.find((one) => one.id === ids[i]);
    const isOther = old !== undefined && isJump(old.gap, gap, isWon);
    if (isOther) ids[i] = newId();
    return {
      id: ids[i]!,
      // What is there at the first look was there before.
      sinceMs: old?.sinceMs ?? (before.known.length > 0 ? input.atMs : Number.NEGATIVE_INFINITY),
      isOther: isOther || found[i]!.isOther,
      rows,
      bibs: rows.map((row) => row.bib),
      gap,
      gapToPrevious: behind(whole[i - 1], all[0]!),
      officialName: told?.name ?? null,
    };
  });
  const known = ids.map((id, i) => ({ id, bibs: members[i]! }));
  return { known, pieces: neverLess(pieces.filter(({ rows }) => rows.length > 0)), made };
}

/** A gap that changes by more, beyond the time that passed, is of another group: who is left of one has no part in it. */
const JUMP_S = 30;
const JUMP_ONCE_WON_S = 5;

function isJump(before: Reading | null, now: Reading | null, isWon: boolean): boolean {
  if (!before || !now) return false;
  const passedS = Math.abs(now.atMs - before.atMs) / 1000;
  return Math.abs(now.value - before.value) - passedS > (isWon ? JUMP_ONCE_WON_S : JUMP_S);
}

function wholePieces(cuts: Cuts, { field: { rows }, racing, official }: GroupsInput): WholePiece[] {
  const unfinished = (all: readonly OrderRow[]) => all.filter((row) => !row.finished);
  const told = official ? officialPieces(official, rows) : null;
  if (told) return told.map(({ rows: all, name, gap }) => ({ all, rows: unfinished(all), told: { name, gap } }));
  if (!racing) return rows.length > 0 ? [{ all: rows, rows: unfinished(rows), told: null }] : [];
  const lists: OrderRow[][] = Array.from({ length: cuts.pieces }, () => []);
  for (const row of rows) lists[cuts.pieceOf.get(row.bib)!]!.push(row);
  return lists.map((all) => ({ all, rows: unfinished(all), told: null }));
}

/**
 * The official gap: from the last rider of one group to the first of another, at the same point of the road. How far
 * the last rider was behind the first there is in the timetable; a rider who has come up since, or who has just lost
 * contact, must not make the gap jump, so the smaller of then and now counts.
 */
function gapBehind(tail: OrderRow, front: OrderRow, timetable: Timetable): Reading {
  const { distanceM, atMs } = front.runner.fixes.at(-1)!;
  const passed = timetable.timeAt(tail.bib, distanceM);
  const thenS = passed ? front.gapS - (atMs - passed.atMs) / 1000 : tail.gapS;
  const value = Math.max(0, front.gapS - Math.max(0, Math.min(thenS, tail.gapS)));
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

function named(pieces: readonly RoadPiece[], before: GroupsState, input: GroupsInput): RoadGroup[] {
  const was = new Map(before.groups.map((group) => [group.id, group]));
  const names = nameGroups({
    pieces: pieces.map(({ id, rows, sinceMs }) => ({
      rows,
      lasting: input.atMs - sinceMs >= LASTING_MS,
      wasDropped: was.get(id)?.kind === 'dropped',
    })),
    fieldSize: input.fieldSize,
    leader: input.leader,
    before: { peloton: ridersOf(before, 'peloton'), gruppetto: ridersOf(before, 'gruppetto') },
  });
  // Once the race is won, who is left on the road is called what he was: nobody chases, and the gruppetto is no peloton.
  const isWon = input.field.rows.some((row) => row.finished);
  return names.map((name) => {
    if (name.kind === 'rest')
      return restOf(
        name.pieces.map((i) => pieces[i]!),
        pieces[name.pieces[0]! - 1]?.id ?? '',
      );
    const { sinceMs: _, isOther: __, ...first } = pieces[name.pieces[0]!]!;
    const { kind, ordinal } = isWon ? (was.get(first.id) ?? leftBehind(name)) : name;
    return { ...first, kind, ordinal, pieces: 1 };
  });
}

/** Once the race is won, a new group is of those who are left on the road. */
const leftBehind = ({ kind }: Named): Pick<RoadGroup, 'kind' | 'ordinal'> => ({
  kind: kind === 'jersey' || kind === 'gruppetto' ? kind : 'dropped',
  ordinal: 0,
});

/** Those without a name, counted: the same group as long as it is behind the same one, whoever is in it. */
function restOf(rest: readonly RoadPiece[], after: string): RoadGroup {
  const { gap, gapToPrevious } = rest[0]!;
  return {
    id: `behind-${after}`,
    kind: 'rest',
    ordinal: 0,
    pieces: rest.length,
    rows: rest.flatMap(({ rows }) => rows),
    bibs: rest.flatMap(({ bibs }) => bibs),
    gap,
    gapToPrevious,
    officialName: null,
  };
}

const ridersOf = ({ groups }: GroupsState, kind: GroupKind): ReadonlySet<Bib> =>
  new Set(groups.find((group) => group.kind === kind)?.bibs);

function historiesOf(pieces: readonly RoadPiece[], before: GroupsState, atMs: number): ReadonlyMap<string, GapHistory> {
  const histories = new Map<string, GapHistory>();
  for (const { id, isOther, gap } of pieces) {
    if (gap) histories.set(id, remember(isOther ? [] : (before.histories.get(id) ?? []), atMs, gap.value));
  }
  return histories;
}
