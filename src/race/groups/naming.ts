import type { GroupKind } from '../race.ts';
import type { Bib } from '../units.ts';
import type { Standing } from './cuts.ts';

/** A piece of the field with what it is called. */
export interface Named<Row extends Standing = Standing> {
  readonly kind: GroupKind;
  readonly ordinal: number;
  /** Head to back. */
  readonly riders: readonly Row[];
}

export interface NamingInput<Row extends Standing = Standing> {
  /** Head to back, none empty; finishers are still of their group. */
  readonly pieces: readonly (readonly Row[])[];
  /** Riders still in the race. */
  readonly fieldSize: number;
  /** Who wears the leader's jersey; null where nobody does. */
  readonly leader: Bib | null;
  /** The peloton of the moment before: it stays the peloton while it is nearly the largest. */
  readonly peloton: ReadonlySet<Bib>;
}

const MOST_NAMED = 5;
const PELOTON_SHARE = 0.3;
const STAYS_PELOTON_SHARE = 0.8;
const GRUPPETTO_RIDERS = 15;
const GRUPPETTO_BEHIND_S = 300;

/**
 * The names of the trade: head of the race, chasers, peloton, jersey group, and behind them the dropped and the
 * gruppetto. Never more than five; riders dropped behind are one group, however they are strewn.
 */
export function nameGroups<Row extends Standing>(input: NamingInput<Row>): Named<Row>[] {
  const { pieces, leader } = input;
  if (pieces.length === 0) return [];
  const peloton = pelotonOf(input);
  const ahead = fewer(pieces.slice(0, peloton), MOST_NAMED - 1 - (peloton + 1 < pieces.length ? 1 : 0));
  const isJersey = (riders: readonly Standing[]) => leader !== null && riders.some((one) => one.bib === leader);
  const named: { kind: GroupKind; riders: readonly Row[] }[] = ahead.map((riders, i) => ({
    kind: i === 0 ? 'head' : isJersey(riders) ? 'jersey' : 'chasers',
    riders,
  }));
  named.push({ kind: 'peloton', riders: pieces[peloton]! });
  const behind = pieces.slice(peloton + 1);
  named.push(...nameBehind(behind, pieces[peloton]![0]!.gapS, isJersey, MOST_NAMED - named.length));
  const chasers = named.filter((one) => one.kind === 'chasers');
  return named.map((one) => ({ ...one, ordinal: chasers.length > 1 ? chasers.indexOf(one) + 1 : 0 }));
}

/** The largest piece, or the leader's where no piece is large. */
function pelotonOf({ pieces, fieldSize, leader, peloton }: NamingInput): number {
  const sizes = pieces.map((riders) => riders.length);
  const largest = sizes.indexOf(Math.max(...sizes));
  const kept = pieces.map((riders) => riders.filter((one) => peloton.has(one.bib)).length);
  const old = kept.indexOf(Math.max(...kept));
  if (kept[old]! > 0 && sizes[old]! >= STAYS_PELOTON_SHARE * sizes[largest]!) return old;
  if (sizes[largest]! >= PELOTON_SHARE * fieldSize) return largest;
  const leaders = pieces.findIndex((riders) => riders.some((one) => one.bib === leader));
  return leaders < 0 ? largest : leaders;
}

/** Joins the nearest neighbours until no more than `most` are left. */
function fewer<Row extends Standing>(pieces: readonly (readonly Row[])[], most: number): (readonly Row[])[] {
  const left = [...pieces];
  while (left.length > Math.max(1, most)) {
    let nearest = 1;
    for (let i = 2; i < left.length; i += 1) if (holeBefore(left, i) < holeBefore(left, nearest)) nearest = i;
    left.splice(nearest - 1, 2, [...left[nearest - 1]!, ...left[nearest]!]);
  }
  return left;
}

const holeBefore = (pieces: readonly (readonly Standing[])[], i: number): number =>
  pieces[i]![0]!.gapS - pieces[i - 1]!.at(-1)!.gapS;

interface Behind<Row> {
  readonly kind: GroupKind;
  readonly riders: readonly Row[];
}

/** The jersey group and the gruppetto stand for themselves where there is room; all others are the dropped. */
function nameBehind<Row extends Standing>(
  pieces: readonly (readonly Row[])[],
  pelotonS: number,
  isJersey: (riders: readonly Standing[]) => boolean,
  room: number,
): Behind<Row>[] {
  const gruppetto = pieces.findLastIndex(
    (riders) => riders.length >= GRUPPETTO_RIDERS && riders[0]!.gapS - pelotonS > GRUPPETTO_BEHIND_S,
  );
  const named: Behind<Row>[] = [];
  pieces.forEach((riders, i) => {
    const kind = isJersey(riders) ? 'jersey' : i === gruppetto ? 'gruppetto' : 'dropped';
    const last = named.at(-1);
    const joins =
      last && (last.kind === kind || named.length >= room || (kind === 'dropped' && last.kind === 'gruppetto'));
    if (joins) named[named.length - 1] = { kind: last.kind, riders: [...last.riders, ...riders] };
    else named.push({ kind, riders });
  });
  return named;
}
