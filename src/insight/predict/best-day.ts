import type { Mark } from '../../race/course/course.ts';
import type { Race } from '../../race/race.ts';
import { neutral } from '../../race/rules/presets/neutral.ts';
import { type Prizes, pointsFor, prizesOf } from '../../race/rules/prizes.ts';
import { isAtFinish } from '../../race/rules/protection.ts';
import { isAgainstClock } from '../../race/sheet.ts';
import { crossingsOf } from '../../race/standings/crossings.ts';
import type { LineResult } from '../../race/standings/tables.ts';
import type { Bib } from '../../race/units.ts';

type Row = LineResult['rows'][number];

/** Who is none of the riders. */
const NOBODY = '';

/**
 * What all lines of the day give in the end if a rider takes the best place that is still to be had at each, and none of
 * the others anything more. No outcome is better for him. All of it can happen where the field is larger than the prizes:
 * what is left goes to riders of whom no table speaks.
 */
export function bestDay(race: Race): (bib: Bib) => readonly LineResult[] {
  const { course, info, rules = neutral } = race.sheet;
  const known = new Map(race.standings.lines.map((line) => [line.mark, line]));
  const crossed = crossersOf(race);
  const lines = course.marks.map((mark) => ({
    mark,
    prizes: prizesOf(mark, course, info.type, rules),
    line: known.get(mark.id) ?? { mark: mark.id, state: 'live' as const, rows: [] },
    crossed: crossed(mark),
  }));
  const toCome = race.timeTrial?.runs.filter(({ state }) => state === 'waiting' || state === 'running').length ?? 0;
  const dayOf = (bib: Bib): readonly LineResult[] =>
    lines.map(({ mark, prizes, line, crossed }) => {
      if (isAgainstClock(race.sheet) && isByStage(race, mark)) {
        return { ...line, rows: bestOfClock(bib, line.rows, prizes, crossed.has(bib), toCome) };
      }
      const isOpen = !crossed.has(bib) && line.rows.every((row) => row.bib !== bib);
      return isOpen ? { ...line, rows: [...line.rows, rowOf(bib, line.rows.length + 1, prizes)] } : line;
    });
  const found = new Map<Bib, readonly LineResult[]>();
  return (bib) => {
    const day = found.get(bib) ?? dayOf(bib);
    found.set(bib, day);
    return day;
  };
}

/** The finish, or a summit at it: who has come in is over it. */
const isByStage = ({ sheet: { course } }: Race, { kind, distanceM }: Mark): boolean =>
  kind === 'finish' || (kind === 'summit' && isAtFinish(course, distanceM));

function crossersOf(race: Race): (mark: Mark) => ReadonlySet<Bib> {
  const crossings = crossingsOf(race.sheet.course, race.passages);
  const finished = race.places.filter(({ status, finish }) => status === 'finished' || finish !== null);
  return (mark) => {
    const bibs = (crossings.get(mark.id) ?? []).map(({ bib }) => bib);
    return new Set(isByStage(race, mark) ? [...bibs, ...finished.map(({ bib }) => bib)] : bibs);
  };
}

/** The fastest, if he is still to come; else his place of now. All others who have come may be passed by all to come. */
function bestOfClock(bib: Bib, rows: readonly Row[], prizes: Prizes, hasCome: boolean, toCome: number): Row[] {
  const own = hasCome ? rows.filter((row) => row.bib === bib) : [rowOf(bib, 1, prizes)];
  const others = rows.filter((row) => row.bib !== bib).map((row) => rowOf(row.bib, row.rank + toCome, prizes));
  const ranked = [...own, ...others].sort((a, b) => a.rank - b.rank);
  return ranked[0]?.rank === 1 ? ranked : [rowOf(NOBODY, 1, prizes), ...ranked];
}

const rowOf = (bib: Bib, rank: number, { points, mountain, bonusS }: Prizes): Row => ({
  rank,
  bib,
  points: pointsFor(points, rank),
  mountain: pointsFor(mountain, rank),
  bonusS: pointsFor(bonusS, rank),
});
