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
  /** The best place that somebody who has not come there may still take; 0 for none. */
  readonly next: number;
}

/** Who may take a prize, and who rides on. */
interface Field {
  readonly notDisqualified: ReadonlySet<Bib>;
  readonly racing: ReadonlySet<Bib>;
}

export interface Lines {
  readonly results: readonly LineResult[];
  readonly toWin: Standings['toWin'];
}

/** What each line has given so far, and what one who has crossed none of them could still win at all of them. */
export function lineResults(
  input: StandingsInput,
  crossings: Crossings,
  arrivals: Arrivals,
  rules: Rules,
  field: Field,
): Lines {
  const lines = prizeLines(input, crossings, arrivals, rules, field);
  const most = (of: keyof Prizes) => lines.reduce((sum, { prizes, next }) => sum + pointsFor(prizes[of], next), 0);
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
  { notDisqualified, racing }: Field,
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
    const bibs = firstAllowed(lengthOf(prizes), notDisqualified, official?.rows ?? [], crossed);
    const come = new Set([...bibs, ...crossed.map(({ bib }) => bib)]);
    const isOver = official?.state === 'official' || [...racing].every((bib) => come.has(bib));
    // Against the clock the last may still be the fastest.
    const next = isOver ? 0 : againstClock ? 1 : bibs.length + 1;
    lines.push({ mark, prizes, bibs, state: official?.state ?? 'unofficial', next });
  }
  return lines;
}

/** The first so many riders, each once. */
function firstAllowed(count: number, allowed: ReadonlySet<Bib>, ...lists: readonly (readonly { bib: Bib }[])[]): Bib[] {
  const first = new Set<Bib>();
  for (const list of lists) {
    for (const { bib } of list) {
      if (first.size === count) return [...first];
      if (allowed.has(bib)) first.add(bib);
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
