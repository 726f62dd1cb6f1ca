import { listOf, type RiderIndex } from '../riders/roster.ts';
import { type Cuts, moveCuts, uncut } from './cuts.ts';
import type { GroupKind } from './group.ts';
import { type Members, type Named, nameGroups } from './naming.ts';
import { type Pieces, type PiecesInput, piecesOf, type RoadPiece } from './pieces.ts';
import { type GapHistory, remember } from './trend.ts';

/** The groups of one moment, and what must be remembered to make those of the next. */
export interface GroupsState extends Pieces {
  readonly cuts: Cuts;
  /** The pieces as they are called. */
  readonly groups: readonly RoadGroup[];
  readonly histories: ReadonlyMap<string, GapHistory>;
}

export interface RoadGroup extends RoadPiece {
  readonly kind: GroupKind;
  readonly ordinal: number;
  readonly pieces: number;
}

export const noGroups: GroupsState = {
  atMs: Number.NEGATIVE_INFINITY,
  cuts: uncut,
  known: [],
  pieces: [],
  groups: [],
  histories: new Map(),
  made: 0,
};

export interface GroupsInput extends PiecesInput {
  readonly leader: RiderIndex | null;
  readonly fieldSize: number;
}

/** A piece that has ridden together for so long is a group. */
const LASTING_MS = 60_000;

/** The groups of the next moment. Pure: it may be asked what would be, without it coming to be. */
export function moveGroups(before: GroupsState, input: GroupsInput): GroupsState {
  const { field, racing, atMs } = input;
  const cuts = racing ? moveCuts(before.cuts, field.rows, atMs) : uncut;
  const { known, pieces, made } = piecesOf(before, cuts, input);
  const groups = named(pieces, before, input);
  return { atMs, known, pieces, made, cuts, groups, histories: historiesOf(pieces, before, atMs) };
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
    before: { peloton: membersOf(before, 'peloton'), gruppetto: membersOf(before, 'gruppetto') },
  });
  // Once the race is won, who is left on the road is called what he was: nobody chases, and the gruppetto is no peloton.
  const isWon = input.field.rows[0]?.finished ?? false;
  return names.map((name) => {
    if (name.kind === 'rest')
      return restOf(
        name.pieces.map((i) => pieces[i]!),
        pieces[name.pieces[0]! - 1]?.id ?? '',
      );
    const first = pieces[name.pieces[0]!]!;
    return calledBy(first, isWon ? (was.get(first.id) ?? leftBehind(name)) : name);
  });
}

/** Field by field: in every frame of a race this is faster than to spread it. */
const calledBy = (piece: RoadPiece, { kind, ordinal }: Pick<RoadGroup, 'kind' | 'ordinal'>): RoadGroup => ({
  id: piece.id,
  sinceMs: piece.sinceMs,
  isOther: piece.isOther,
  rows: piece.rows,
  bibs: piece.bibs,
  gap: piece.gap,
  gapToPrevious: piece.gapToPrevious,
  officialName: piece.officialName,
  kind,
  ordinal,
  pieces: 1,
});

/** Once the race is won, a new group is of those who are left on the road. */
const leftBehind = ({ kind }: Named): Pick<RoadGroup, 'kind' | 'ordinal'> => ({
  kind: kind === 'jersey' || kind === 'gruppetto' ? kind : 'dropped',
  ordinal: 0,
});

/** Those without a name, counted: the same group as long as it is behind the same one, whoever is in it. */
function restOf(rest: readonly RoadPiece[], after: string): RoadGroup {
  const { sinceMs, gap, gapToPrevious } = rest[0]!;
  return {
    id: `behind-${after}`,
    kind: 'rest',
    ordinal: 0,
    pieces: rest.length,
    sinceMs,
    rows: rest.flatMap(({ rows }) => rows),
    bibs: rest.flatMap(({ bibs }) => bibs),
    gap,
    gapToPrevious,
    officialName: null,
    isOther: false,
  };
}

function membersOf({ groups }: GroupsState, kind: GroupKind): Members {
  return listOf([groups.find((group) => group.kind === kind)?.rows.map(({ index }) => index) ?? []]);
}

function historiesOf(pieces: readonly RoadPiece[], before: GroupsState, atMs: number): ReadonlyMap<string, GapHistory> {
  const histories = new Map<string, GapHistory>();
  for (const { id, isOther, gap } of pieces) {
    if (!gap) continue;
    const history = isOther ? [] : (before.histories.get(id) ?? []);
    histories.set(id, remember(history, atMs, gap.value, gap.origin !== 'estimated'));
  }
  return histories;
}
