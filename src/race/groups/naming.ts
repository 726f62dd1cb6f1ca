import type { RiderIndex } from '../riders/roster.ts';
import type { RiderGap } from './cuts.ts';
import type { GroupKind } from './group.ts';

/** What pieces of the road are called: one that rides together, or the rest, several under one name. */
export interface Named {
  readonly kind: GroupKind;
  readonly ordinal: number;
  /** Which pieces it stands for, head to back. */
  readonly pieces: readonly number[];
}

export interface NamingInput {
  /** Head to back, none empty; finishers are still of their piece. */
  readonly pieces: readonly Piece[];
  /** Riders still in the race. */
  readonly fieldSize: number;
  /** Who wears the leader's jersey; null where nobody does. */
  readonly leader: RiderIndex | null;
  /** Peloton and gruppetto of the moment before: they stay what they are while they nearly are. */
  readonly before: { readonly peloton: Members; readonly gruppetto: Members };
}

/** By rider: not negative where he is in it. */
export type Members = Int16Array;

export interface Piece {
  /** Head to back. */
  readonly rows: readonly RiderGap[];
  /** It has ridden together for long enough to be called a group. */
  readonly lasting: boolean;
  /** It was called one that has lost contact, the moment before. */
  readonly wasDropped: boolean;
}

const MOST_NAMED = 5;
const PELOTON_SHARE = 0.3;
const STAYS_PELOTON_SHARE = 0.8;
const PELOTON_RIDERS = 15;
const GRUPPETTO = { riders: 15, behindS: 300 };
const STAYS_GRUPPETTO = { riders: 10, behindS: 240 };
/**
 * Who have lost contact are a group of their own when they are so many, or nobody else has; it stays one while it nearly
 * is. Others are the rest: they come and go, and a name that comes and goes says nothing.
 */
const DROPPED = { most: 15, share: 0.085, alone: { most: 5, share: 0.03 } };
const STAYS_SHARE = 2 / 3;

/**
 * The names of the trade: head of the race, chasers, peloton, jersey group, and behind them the dropped and the
 * gruppetto. Never more than five. Nobody shares a name with riders of another piece of the road: all that gets no name
 * is the rest, where it lies on the road, and says of how many pieces it is. The head is always the first piece alone.
 */
export function nameGroups(input: NamingInput): Named[] {
  const { pieces } = input;
  if (pieces.length === 0) return [];
  const kinds = kindsOf(input);
  const isAlone = kinds.filter((kind) => kind === 'dropped').length === 1;
  const deserving = pieces
    .map((_, i) => i)
    .filter((i) => deservesName(pieces[i]!, kinds[i]!, droppedRiders(input.fieldSize, isAlone)));
  const byWorth = [...deserving].sort((a, b) => worthOf(kinds, b) - worthOf(kinds, a));
  const folded: number[] = [];
  while (entriesOf(pieces.length, byWorth).length > MOST_NAMED) folded.unshift(byWorth.pop()!);
  // Who was folded in vain, since another fold made the room, has his name back: the worthiest first.
  for (const i of folded) if (entriesOf(pieces.length, [...byWorth, i]).length <= MOST_NAMED) byWorth.push(i);
  const entries = entriesOf(pieces.length, byWorth);
  const isNamed = (entry: readonly number[]) => byWorth.includes(entry[0]!);
  const chasers = entries.filter((entry) => isNamed(entry) && kinds[entry[0]!] === 'chasers');
  return entries.map((entry) => ({
    kind: isNamed(entry) ? kinds[entry[0]!]! : 'rest',
    ordinal: chasers.length > 1 ? chasers.indexOf(entry) + 1 : 0,
    pieces: entry,
  }));
}

/** Each piece with a name by itself, those between them together; head to back. */
function entriesOf(count: number, own: readonly number[]): number[][] {
  const entries: number[][] = [];
  for (let i = 0; i < count; i += 1) {
    const last = entries.at(-1);
    if (last && !own.includes(i) && !own.includes(last[0]!)) last.push(i);
    else entries.push([i]);
  }
  return entries;
}

function kindsOf(input: NamingInput): GroupKind[] {
  const { pieces, leader } = input;
  const main = mainPiece(input);
  const gruppetto = gruppettoOf(input, main);
  const isJersey = ({ rows }: Piece) => leader !== null && rows.some((one) => one.index === leader);
  return pieces.map((piece, i) => {
    if (i === main) return mainKind(pieces, main);
    if (i === 0) return 'head';
    if (isJersey(piece)) return 'jersey';
    if (i < main) return 'chasers';
    return i === gruppetto ? 'gruppetto' : 'dropped';
  });
}

/** How many it takes in a field of so many: in a village race two riders are a group. */
function droppedRiders(fieldSize: number, isAlone: boolean): number {
  const { most, share } = isAlone ? DROPPED.alone : DROPPED;
  return Math.min(most, Math.max(isAlone ? 1 : 2, Math.ceil(share * fieldSize)));
}

function deservesName({ rows, lasting, wasDropped }: Piece, kind: GroupKind, least: number): boolean {
  if (kind !== 'dropped') return true;
  return wasDropped ? rows.length >= STAYS_SHARE * least : lasting && rows.length >= least;
}

/** Who keeps a name where there is not room for all: as a producer would choose, and the nearer to the head the sooner. */
function worthOf(kinds: readonly GroupKind[], i: number): number {
  if (i === 0) return 1000;
  const isFirstChase = kinds[i] === 'chasers' && i === 1;
  const order: readonly GroupKind[] = ['dropped', 'chasers', 'gruppetto', 'jersey', 'peloton', 'head'];
  return (isFirstChase ? 2.5 : order.indexOf(kinds[i]!)) * 100 - i;
}

/** The peloton: the largest piece, or the leader's where no piece is large. */
function mainPiece({ pieces, fieldSize, leader, before }: NamingInput): number {
  const sizes = pieces.map(({ rows }) => rows.length);
  const largest = largestOf(sizes);
  const stayed = pieces.map(({ rows }) => ridersOf(rows, before.peloton));
  const old = largestOf(stayed);
  if (stayed[old]! > 0 && sizes[old]! >= STAYS_PELOTON_SHARE * sizes[largest]!) return old;
  if (sizes[largest]! >= PELOTON_SHARE * fieldSize) return largest;
  const leaders = pieces.findIndex(({ rows }) => rows.some((one) => one.index === leader));
  return leaders < 0 ? largest : leaders;
}

function ridersOf(rows: Piece['rows'], members: Members): number {
  let count = 0;
  for (const { index } of rows) if (members[index]! >= 0) count += 1;
  return count;
}

/** A few riders around the leader are no peloton. */
function mainKind(pieces: readonly Piece[], main: number): GroupKind {
  const sizes = pieces.map(({ rows }) => rows.length);
  if (main === largestOf(sizes) || sizes[main]! >= PELOTON_RIDERS) return 'peloton';
  return main === 0 ? 'head' : 'jersey';
}

function largestOf(sizes: readonly number[]): number {
  let largest = 0;
  for (let i = 1; i < sizes.length; i += 1) if (sizes[i]! > sizes[largest]!) largest = i;
  return largest;
}

/** The last large piece far behind; -1 where there is none. */
function gruppettoOf({ pieces, before }: NamingInput, main: number): number {
  const pelotonS = pieces[main]!.rows[0]!.gapS;
  return pieces.findLastIndex(({ rows }, i) => {
    const was = ridersOf(rows, before.gruppetto) * 2 > rows.length;
    const behindS = rows[0]!.gapS - pelotonS;
    const least = was ? STAYS_GRUPPETTO : GRUPPETTO;
    return i > main && rows.length >= least.riders && behindS >= least.behindS;
  });
}
