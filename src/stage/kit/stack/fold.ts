/** A rider in his place, not yet in words: of two hundred a few are shown. */
export interface Spot {
  /** From 1. */
  readonly rank: number;
  readonly block: string;
  /** He stands for himself, whoever else is in his block. */
  readonly isAlone: boolean;
}

/** How many more ride in the block of a rider. */
export interface More<S extends Spot> {
  readonly of: S;
  readonly left: number;
}

/** Names of a group: trackers cannot know the order inside it, and a producer wants its first ones. */
const NAMED = 4;

/** Of each group its first names, and how many more ride in it. Riders of a group follow each other. */
export function folded<S extends Spot>(spots: readonly S[]): (S | More<S>)[] {
  const runs: S[][] = [];
  for (const spot of spots) {
    const run = runs.at(-1);
    if (run?.[0]?.block === spot.block) run.push(spot);
    else runs.push([spot]);
  }
  return runs.flatMap((run): (S | More<S>)[] => {
    const left = run.length - NAMED;
    const [first] = run;
    return !first || left <= 1 || first.isAlone ? run : [...run.slice(0, NAMED), { of: first, left }];
  });
}

const blockOf = (line: Spot | More<Spot>): string => ('left' in line ? line.of.block : line.block);

/** A page that ends inside a group says how many more ride in it, too; its first rider keeps his row, which has its gap. */
export function closed<S extends Spot>(page: readonly (S | More<S>)[], all: readonly S[]): readonly (S | More<S>)[] {
  const [before, last] = [page.at(-2), page.at(-1)];
  if (!last || 'left' in last || last.isAlone || !before || blockOf(before) !== last.block) return page;
  const left = all.filter(({ block, rank }) => block === last.block && rank >= last.rank).length;
  return left > 1 ? [...page.slice(0, -1), { of: last, left }] : page;
}
