import type { Bib } from '../units.ts';
import type { RiderGap } from './cuts.ts';
import type { GroupKind } from './group.ts';

/** A piece of the field with what it is called. */
export interface Named<Row extends RiderGap = RiderGap> {
  readonly kind: GroupKind;
  readonly ordinal: number;
  /** Head to back. */
  readonly riders: readonly Row[];
}

export interface NamingInput<Row extends RiderGap = RiderGap> {
  /** Head to back, none empty; finishers are still of their group. */
  readonly pieces: readonly (readonly Row[])[];
  /** Riders still in the race. */
  readonly fieldSize: number;
  /** Who wears the leader's jersey; null where nobody does. */
  readonly leader: Bib | null;
  /** Peloton and gruppetto of the moment before: they stay what they are while they nearly are. */
  readonly before: { readonly peloton: ReadonlySet<Bib>; readonly gruppetto: ReadonlySet<Bib> };
}

const MOST_NAMED = 5;
const PELOTON_SHARE = 0.3;
const STAYS_PELOTON_SHARE = 0.8;
const PELOTON_RIDERS = 15;
const GRUPPETTO = { riders: 15, behindS: 300 };
const STAYS_GRUPPETTO = { riders: 10, behindS: 240 };

/**
 * The names of the trade: head of the race, chasers, peloton, jersey group, and behind them the dropped and the
 * gruppetto. Never more than five; riders dropped behind are one group, however they are strewn.
 */
export function nameGroups<Row extends RiderGap>(input: NamingInput<Row>): Named<Row>[] {
  const { pieces, leader } = input;
  if (pieces.length === 0) return [];
  const main = mainPiece(input);
  const ahead = fewer(pieces.slice(0, main), MOST_NAMED - 1 - (main + 1 < pieces.length ? 1 : 0));
  const isJersey = (riders: readonly RiderGap[]) => leader !== null && riders.some((one) => one.bib === leader);
  const named: { kind: GroupKind; riders: readonly Row[] }[] = ahead.map((riders, i) => ({
    kind: i === 0 ? 'head' : isJersey(riders) ? 'jersey' : 'chasers',
    riders,
  }));
  named.push({ kind: mainKind(pieces, main), riders: pieces[main]! });
  named.push(...nameBehind(input, main, isJersey, MOST_NAMED - named.length));
  const chasers = named.filter((one) => one.kind === 'chasers');
  return named.map((one) => ({ ...one, ordinal: chasers.length > 1 ? chasers.indexOf(one) + 1 : 0 }));
}

/** The peloton: the largest piece, or the leader's where no piece is large. */
function mainPiece({ pieces, fieldSize, leader, before }: NamingInput): number {
  const largest = largestOf(pieces);
  const old = largestOf(pieces.map((riders) => riders.filter((one) => before.peloton.has(one.bib))));
  const stays = pieces[old]!.some((one) => before.peloton.has(one.bib));
  if (stays && pieces[old]!.length >= STAYS_PELOTON_SHARE * pieces[largest]!.length) return old;
  if (pieces[largest]!.length >= PELOTON_SHARE * fieldSize) return largest;
  const leaders = pieces.findIndex((riders) => riders.some((one) => one.bib === leader));
  return leaders < 0 ? largest : leaders;
}

/** A few riders around the leader are no peloton. */
function mainKind(pieces: readonly (readonly RiderGap[])[], main: number): GroupKind {
  if (main === largestOf(pieces) || pieces[main]!.length >= PELOTON_RIDERS) return 'peloton';
  return main === 0 ? 'head' : 'jersey';
}

function largestOf(pieces: readonly (readonly unknown[])[]): number {
  let largest = 0;
  for (let i = 1; i < pieces.length; i += 1) if (pieces[i]!.length > pieces[largest]!.length) largest = i;
  return largest;
}

/** Joins the nearest neighbours until no more than `most` are left. */
function fewer<Row extends RiderGap>(pieces: readonly (readonly Row[])[], most: number): (readonly Row[])[] {
  const left = [...pieces];
  while (left.length > Math.max(1, most)) {
    let nearest = 1;
    for (let i = 2; i < left.length; i += 1) if (holeBefore(left, i) < holeBefore(left, nearest)) nearest = i;
    left.splice(nearest - 1, 2, [...left[nearest - 1]!, ...left[nearest]!]);
  }
  return left;
}

const holeBefore = (pieces: readonly (readonly RiderGap[])[], i: number): number =>
  pieces[i]![0]!.gapS - pieces[i - 1]!.at(-1)!.gapS;

interface Behind<Row> {
  readonly kind: GroupKind;
  readonly riders: readonly Row[];
}

/** The jersey group and the gruppetto stand for themselves where there is room; all others are the dropped. */
function nameBehind<Row extends RiderGap>(
  input: NamingInput<Row>,
  main: number,
  isJersey: (riders: readonly RiderGap[]) => boolean,
  room: number,
): Behind<Row>[] {
  const gruppetto = gruppettoOf(input, main);
  const named: Behind<Row>[] = [];
  for (let i = main + 1; i < input.pieces.length; i += 1) {
    const riders = input.pieces[i]!;
    const kind = isJersey(riders) ? 'jersey' : i === gruppetto ? 'gruppetto' : 'dropped';
    const last = named.at(-1);
    const joins =
      last && (last.kind === kind || named.length >= room || (kind === 'dropped' && last.kind === 'gruppetto'));
    if (joins) named[named.length - 1] = { kind: last.kind, riders: [...last.riders, ...riders] };
    else named.push({ kind, riders });
  }
  return named;
}

/** The last large piece far behind; -1 where there is none. */
function gruppettoOf({ pieces, before }: NamingInput, main: number): number {
  const pelotonS = pieces[main]![0]!.gapS;
  return pieces.findLastIndex((riders, i) => {
    const was = riders.filter((one) => before.gruppetto.has(one.bib)).length * 2 > riders.length;
    const behindS = riders[0]!.gapS - pelotonS;
    const least = was ? STAYS_GRUPPETTO : GRUPPETTO;
    return i > main && riders.length >= least.riders && behindS >= least.behindS;
  });
}
