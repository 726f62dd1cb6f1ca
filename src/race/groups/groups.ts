import type { OfficialGroupsEvent } from '../event.ts';
import type { OrderRow, RoadOrder } from '../riders/road-order.ts';
import type { Timetable } from '../riders/timetable.ts';
import type { Bib, Reading } from '../units.ts';
import { type Cuts, moveCuts, uncut } from './cuts.ts';
import type { GroupKind } from './group.ts';
import { identify } from './identity.ts';
import { type Named, nameGroups } from './naming.ts';
import { officialPieces } from './official.ts';
import { type GapHistory, remember } from './trend.ts';

/** The groups of one moment, and what must be remembered to make those of the next. */
export interface GroupsState {
  readonly cuts: Cuts;
  readonly groups: readonly RoadGroup[];
  readonly histories: ReadonlyMap<string, GapHistory>;
  readonly made: number;
}

export interface RoadGroup {
  readonly id: string;
  readonly kind: GroupKind;
  readonly ordinal: number;
  /** As the organiser calls it, while his groups are fresh. */
  readonly officialName: string | null;
  readonly rows: readonly OrderRow[];
  readonly bibs: readonly Bib[];
  readonly gap: Reading | null;
  readonly gapToPrevious: Reading | null;
}

export const noGroups: GroupsState = { cuts: uncut, groups: [], histories: new Map(), made: 0 };

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

/** The groups of the next moment. Pure: it may be asked what would be, without it coming to be. */
export function moveGroups(before: GroupsState, input: GroupsInput): GroupsState {
  const { rows } = input.field;
  const cuts = input.racing ? moveCuts(before.cuts, rows, input.atMs) : uncut;
  const official = input.official ? officialPieces(input.official, rows) : null;
  const named = nameGroups({
    pieces: official?.map((one) => one.rows) ?? (input.racing ? piecesOf(rows, cuts) : rows.length > 0 ? [rows] : []),
    fieldSize: input.fieldSize,
    leader: input.leader,
    before: { peloton: ridersOf(before, 'peloton'), gruppetto: ridersOf(before, 'gruppetto') },
  });
  const onRoad = named
    .map((one, i) => ({ ...one, i, bibs: one.riders.filter((row) => !row.finished).map((row) => row.bib) }))
    .filter((one) => one.bibs.length > 0);
  let made = before.made;
  const newId = (): string => {
    made += 1;
    return `g${made}`;
  };
  const ids = identify(onRoad, before.groups, newId);
  // Once the race is won, who is left on the road is called what he was: nobody chases, and the gruppetto is no peloton.
  const isWon = rows.some((row) => row.finished);
  const nameOf = (id: string, now: { readonly kind: GroupKind; readonly ordinal: number }) =>
    (isWon && before.groups.find((group) => group.id === id)) || now;
  const groups = onRoad.map(({ bibs, i, ...now }, n): RoadGroup => {
    const { kind, ordinal } = nameOf(ids[n]!, now);
    const rows = named[i]!.riders.filter((row) => !row.finished);
    const told = official?.find((piece) => piece.rows.includes(rows[0]!));
    const behind = (one: Named<OrderRow> | undefined) =>
      one ? gapBehind(one.riders.at(-1)!, rows[0]!, input.timetable) : null;
    const gap = i === 0 ? null : (told?.gap ?? behind(named[0]));
    const gapToPrevious = behind(named[i - 1]);
    return { id: ids[n]!, kind, ordinal, officialName: told?.name ?? null, rows, bibs, gap, gapToPrevious };
  });
  const lawful = neverLess(groups);
  return { cuts, groups: lawful, histories: historiesOf(lawful, before, input.atMs), made };
}

const ridersOf = ({ groups }: GroupsState, kind: GroupKind): ReadonlySet<Bib> =>
  new Set(groups.find((group) => group.kind === kind)?.bibs);

function piecesOf(rows: readonly OrderRow[], { pieceOf, pieces }: Cuts): OrderRow[][] {
  const list: OrderRow[][] = Array.from({ length: pieces }, () => []);
  for (const row of rows) list[pieceOf.get(row.bib)!]!.push(row);
  return list;
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

/** No group is nearer to the head than the one before it. */
function neverLess(groups: readonly RoadGroup[]): RoadGroup[] {
  let least = 0;
  return groups.map((group) => {
    if (!group.gap) return group;
    least = Math.max(least, group.gap.value);
    return group.gap.value === least ? group : { ...group, gap: { ...group.gap, value: least } };
  });
}

function historiesOf(groups: readonly RoadGroup[], before: GroupsState, atMs: number): ReadonlyMap<string, GapHistory> {
  const histories = new Map<string, GapHistory>();
  for (const { id, gap } of groups) {
    if (gap) histories.set(id, remember(before.histories.get(id) ?? [], atMs, gap.value));
  }
  return histories;
}
