import type { Race } from '../race.ts';
import { listingOf, type Spot } from './listing.ts';
import { ROWS_ALWAYS, rowsBelow, TALLEST } from './room.ts';

/** How many more ride in the block of a rider. */
export interface More<S> {
  readonly of: S;
  readonly left: number;
}

/** The rows of one page, never none. */
type Page<S> = readonly (S | More<S>)[];

/** What of a rider says where pages end. */
type InBlock = Pick<Spot, 'block' | 'isAlone'>;

/** How riders are listed, as a producer says it: `order`, `groups` and `rows`. */
export type ListingParams = Readonly<Record<string, number | string | boolean>>;

/** Names of a group: trackers cannot know the order inside it, and a producer wants its first ones. */
const NAMED = 4;

/** The order on the road, inside a group as well: only the operator says that it means something there. */
export const isByRoad = ({ order }: ListingParams): boolean => order === 'road';

/** Of a group the first names, unless all are asked for or the order of each is. */
const isFolded = (params: ListingParams): boolean => params.groups === 'fold' && !isByRoad(params);

/**
 * Who is on which page, in so many rows each or as many as there is room for: each rider on one, by his name or among
 * those counted in the last row of his group. Folded, a group is not torn: it has its first names, as many as fit on the
 * page, and begins a new one where not even one of them fits above the count. Riders of a group follow each other.
 */
export function pagesOf<S extends InBlock>(spots: readonly S[], params: ListingParams): Page<S>[] {
  const count = Number(params.rows ?? ROWS_ALWAYS);
  const pages: (S | More<S>)[][] = [];
  for (const run of runsOf(spots, isFolded(params))) {
    const last = pages.at(-1) ?? [];
    const { block } = run[0]!;
    const room = Math.min(count - last.length, rowsBelow(last.map(spotIn), block, TALLEST));
    if (last.length > 0 && room >= Math.min(run.length, 2)) last.push(...folded(run, room));
    else pages.push(folded(run, count));
  }
  return pages;
}

const spotIn = <S extends InBlock>(line: S | More<S>): S => ('left' in line ? line.of : line);

/** Riders who stay together: those of a group; who stands for himself, by himself. */
function runsOf<S extends InBlock>(spots: readonly S[], folds: boolean): S[][] {
  const runs: S[][] = [];
  for (const spot of spots) {
    const run = runs.at(-1);
    if (run && folds && !spot.isAlone && run[0]!.block === spot.block) run.push(spot);
    else runs.push([spot]);
  }
  return runs;
}

/** A row that counts one says less than his name. */
function folded<S>(run: readonly S[], room: number): (S | More<S>)[] {
  const most = Math.min(room, NAMED + 1);
  const named = run.length <= most ? run : run.slice(0, most - 1);
  const left = run.length - named.length;
  return left === 0 ? [...named] : [...named, { of: run[0]!, left }];
}

/** Of the riders of a race, listed as these parameters say, how many pages there are; null where nobody is listed. */
export const pageCounts = (race: Race | null) => ({
  riders(params: ListingParams): number | null {
    const spots = race ? listingOf(race, isByRoad(params)).spots : [];
    return spots.length === 0 ? null : pagesOf(spots, params).length;
  },
});
