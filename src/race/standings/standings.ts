import type { ClassificationEvent } from '../event.ts';
import { isAgainstClock } from '../sheet.ts';
import type { Bib } from '../units.ts';
import { type Basis, basisOf, isSameBasis } from './basis.ts';
import { generalTables } from './general.ts';
import type { StandingsInput } from './input.ts';
import { virtualLeader } from './leader.ts';
import { type Official, toldOf } from './official.ts';
import { pointsRows } from './points.ts';
import { stageRows } from './stage.ts';
import type { GeneralRow, ResultState, Standings } from './tables.ts';
import { teamRows } from './teams.ts';

/** Standings, and what they were made of. */
export interface Rated {
  readonly standings: Standings;
  readonly basis: Basis;
}

export const standings = (input: StandingsInput): Standings => rate(input, null).standings;

/**
 * The standings at a moment. What they were made of `before` decides what is made anew: of a field that rides on as it
 * did, no table is. What comes out is the same with or without it. An event that changes a rider's status must be
 * followed by one without.
 */
export function rate(input: StandingsInput, before: Rated | null): Rated {
  const basis = basisOf(input, before?.basis ?? null);
  const tables = before && isSameBasis(basis, before.basis) ? before.standings : tablesOf(input, basis, before);
  const { atMs, previous } = input;
  const { news, arrivals, gaps } = basis;
  const finished = (bib: Bib): boolean => arrivals.placeOf.has(bib);
  return {
    basis,
    standings: {
      general: tables.general,
      points: tables.points,
      mountain: tables.mountain,
      young: tables.young,
      teams: tables.teams,
      states: tables.states,
      lines: tables.lines,
      toWin: tables.toWin,
      stage: stageRows(input, news.field.roster, arrivals, gaps),
      leader: virtualLeader(tables.general, atMs, previous?.leader ?? null, finished),
      unplaced: unplacedIn(input.places, basis),
    },
  };
}

/** The tables that change only when somebody crosses a line, or gains or loses a whole second. */
function tablesOf(
  input: StandingsInput,
  basis: Basis,
  before: Rated | null,
): Omit<Standings, 'stage' | 'leader' | 'unplaced'> {
  const { news, arrivals, gaps, won } = basis;
  const { contenders, young, squads, rules, roster } = news.field;
  const { placeOf } = arrivals;
  const { sheet, timeTrial, official } = input;
  const { bonusesS } = won;
  const byTime = generalTables(
    { sheet, timeTrial, official, contenders, young, gaps, bonusesS, placeOf },
    before?.standings ?? null,
  );
  const byPoints = pointsTables(input, basis, byTime.general, before);
  const places = new Int16Array(roster.size).fill(gaps.count);
  for (const [bib, place] of placeOf) places[roster.indexOf(bib)] = place;
  return {
    general: byTime.general,
    points: byPoints.points,
    mountain: byPoints.mountain,
    young: byTime.young,
    teams: teamRows(squads, gaps, places, rules, sheet.info.type),
    states: statesOf(input.official),
    lines: won.lines.results,
    toWin: won.lines.toWin,
  };
}

/** Made anew where a line was crossed, something was told, or who are equal stand otherwise in the general classification. */
function pointsTables(
  input: StandingsInput,
  { won, news }: Basis,
  general: readonly GeneralRow[],
  before: Rated | null,
): Pick<Standings, 'points' | 'mountain'> {
  const isSame = before !== null && before.basis.won === won && before.basis.news.official === news.official;
  if (isSame && isSameOrder(before.standings.general, general)) return before.standings;
  const rankOf = ranksIn(general);
  return {
    points: pointsRows(won.points, toldOf('points', input), rankOf),
    mountain: pointsRows(won.mountain, toldOf('mountain', input), rankOf),
  };
}

const isSameOrder = (a: readonly GeneralRow[], b: readonly GeneralRow[]): boolean =>
  a.length === b.length && a.every(({ bib }, i) => bib === b[i]!.bib);

function unplacedIn(places: StandingsInput['places'], { news, gaps }: Basis): readonly Bib[] {
  const { racing, roster } = news.field;
  // On the road only who is in the race is given one.
  if (!isAgainstClock(news.sheet) && gaps.count === racing.size) return nobody;
  const unplaced: Bib[] = [];
  for (const { bib } of places) if (!gaps.of[roster.indexOf(bib)] && racing.has(bib)) unplaced.push(bib);
  return unplaced;
}

const nobody: readonly Bib[] = [];

/** Where a rider stands in the general classification: few ask, so that the table is read once somebody does. */
function ranksIn(general: readonly GeneralRow[]): (bib: Bib) => number {
  let ranks: Map<Bib, number> | null = null;
  return (bib) => {
    ranks ??= new Map(general.map((row) => [row.bib, row.rank]));
    return ranks.get(bib) ?? ranks.size + 1;
  };
}

const statesOf = (official: Official): Standings['states'] => ({
  general: stateOf(official, 'general'),
  young: stateOf(official, 'young'),
  points: stateOf(official, 'points'),
  mountain: stateOf(official, 'mountain'),
});

const stateOf = ({ classifications }: Official, of: ClassificationEvent['of']): ResultState =>
  classifications.get(of)?.state ?? 'live';
