import type { Mark } from '../course/course.ts';
import { type Prizes, pointsFor, prizesOf } from '../rules/prizes.ts';
import { isAtFinish } from '../rules/protection.ts';
import type { Rules } from '../rules/rules.ts';
import { isAgainstClock } from '../sheet.ts';
import type { Bib } from '../units.ts';
import type { Crossings } from './crossings.ts';
import { type Arrivals, finishOf } from './finish.ts';
import type { StandingsInput } from './input.ts';
import type { LineResult, ResultState, Standings } from './tables.ts';

/** A line that gives something, with those who have crossed it, in order. */
interface PrizeLine {
  readonly mark: Mark;
  readonly prizes: Prizes;
  readonly bibs: readonly Bib[];
  readonly state: ResultState;
}

export interface Lines {
  readonly results: readonly LineResult[];
  readonly toWin: Standings['toWin'];
}

/** What each line has given so far, and what the others still have to give. */
export function lineResults(
  input: StandingsInput,
  crossings: Crossings,
  arrivals: Arrivals,
  rules: Rules,
  allowed: (bib: Bib) => boolean,
): Lines {
  const lines = prizeLines(input, crossings, arrivals, rules, allowed);
  const open = lines.filter(({ bibs }) => bibs.length === 0);
  const most = (of: keyof Prizes) => open.reduce((sum, { prizes }) => sum + pointsFor(prizes[of], 1), 0);
  return {
    results: lines.filter(({ bibs }) => bibs.length > 0).map(lineResult),
    toWin: { points: most('points'), mountain: most('mountain'), bonusS: most('bonusS') },
  };
}

function prizeLines(
  input: StandingsInput,
  crossings: Crossings,
  arrivals: Arrivals,
  rules: Rules,
  allowed: (bib: Bib) => boolean,
): PrizeLine[] {
  const { course, info } = input.sheet;
  const finish = finishOf(course.marks);
  const againstClock = isAgainstClock(input.sheet);
  const lines: PrizeLine[] = [];
  for (const mark of course.marks) {
    const prizes = prizesOf(mark, course, info.type, rules);
    if (lengthOf(prizes) === 0) continue;
    const byStage = mark === finish || (mark.kind === 'summit' && isAtFinish(course, mark.distanceM));
    const official =
      input.official.lines.get(mark.id) ?? (byStage && finish ? input.official.lines.get(finish.id) : undefined);
    // Against the clock the first over a line is not the fastest: only the finish, or an official word, gives prizes.
    const crossed = byStage ? arrivals.finishers : againstClock ? [] : (crossings.get(mark.id) ?? []);
    const bibs = firstAllowed(lengthOf(prizes), allowed, official?.rows ?? [], crossed);
    lines.push({ mark, prizes, bibs, state: official?.state ?? 'unofficial' });
  }
  return lines;
}

/** The first so many riders, each once. */
function firstAllowed(
  count: number,
  allowed: (bib: Bib) => boolean,
  ...lists: readonly (readonly { bib: Bib }[])[]
): Bib[] {
  const first = new Set<Bib>();
  for (const list of lists) {
    for (const { bib } of list) {
      if (first.size === count) return [...first];
      if (allowed(bib)) first.add(bib);
    }
  }
  return [...first];
}

const lengthOf = ({ points, mountain, bonusS }: Prizes): number =>
  Math.max(points.length, mountain.length, bonusS.length);

const lineResult = ({ mark, prizes, bibs, state }: PrizeLine): LineResult => ({
  mark: mark.id,
  state,
  rows: bibs.map((bib, index) => ({
    rank: index + 1,
    bib,
    points: pointsFor(prizes.points, index + 1),
    mountain: pointsFor(prizes.mountain, index + 1),
    bonusS: pointsFor(prizes.bonusS, index + 1),
  })),
});

/** What riders have won today, over all lines. */
export function wonToday(
  results: readonly LineResult[],
  of: 'points' | 'mountain' | 'bonusS',
): ReadonlyMap<Bib, number> {
  const won = new Map<Bib, number>();
  for (const { rows } of results) {
    for (const row of rows) if (row[of] > 0) won.set(row.bib, (won.get(row.bib) ?? 0) + row[of]);
  }
  return won;
}
