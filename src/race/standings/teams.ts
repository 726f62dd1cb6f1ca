import type { Rules } from '../rules/rules.ts';
import type { Sheet } from '../sheet.ts';
import type { Bib } from '../units.ts';
import { isUnderWay } from './before-stage.ts';
import type { Gaps } from './gaps.ts';
import type { StandingsInput } from './input.ts';
import type { TeamRow } from './tables.ts';

/**
 * Teams by the sum of their best times of the stage, on what they had before; bonuses do not count. A team with too
 * few riders whose gap is known is left out. Empty in the middle of a race whose totals are not known.
 */
export function teamRows(
  input: StandingsInput,
  squads: readonly Squad[],
  gaps: Gaps,
  finishedAt: ReadonlyMap<Bib, number>,
  rules: Rules,
): TeamRow[] {
  const { totals, info } = input.sheet;
  const told = totals?.teams;
  if (!told && isUnderWay(input.sheet)) return [];
  const best = rules.teamBest[info.type];
  const before = new Map((told ?? []).map(({ team, behindS }) => [team, behindS]));
  const rows: { team: string; totalS: number; places: number }[] = [];
  for (const { team, bibs } of squads) {
    const beforeS = told ? before.get(team) : 0;
    if (beforeS === undefined) continue;
    const ofTeam = bestOf(bibs, gaps, finishedAt, best);
    if (ofTeam.length < best) continue;
    rows.push({
      team,
      totalS: ofTeam.reduce((sum, { gapS }) => sum + gapS, beforeS),
      places: ofTeam.reduce((sum, one) => sum + one.place, 0),
    });
  }
  rows.sort((a, b) => a.totalS - b.totalS || a.places - b.places || (a.team < b.team ? -1 : 1));
  return rows.map(({ team, totalS }, index) => ({ rank: index + 1, team, behindS: totalS - rows[0]!.totalS }));
}

/** A team with its riders. */
export interface Squad {
  readonly team: string;
  readonly bibs: readonly Bib[];
}

export function squadsOf({ teams, riders }: Sheet): Squad[] {
  const squads = new Map<string, Bib[]>(teams.map(({ code }) => [code, []]));
  for (const { bib, team } of riders.values()) squads.get(team)?.push(bib);
  return [...squads].map(([team, bibs]) => ({ team, bibs }));
}

interface Time {
  readonly gapS: number;
  readonly place: number;
}

function bestOf(bibs: readonly Bib[], gaps: Gaps, finishedAt: ReadonlyMap<Bib, number>, most: number): Time[] {
  const times: Time[] = [];
  for (const bib of bibs) {
    const gap = gaps.get(bib);
    if (gap) keepBest(times, gap.gapS, finishedAt.get(bib) ?? gaps.size, most);
  }
  return times;
}

/** Puts a time in its place among the best of a team. */
function keepBest(times: Time[], gapS: number, place: number, most: number): void {
  let at = times.length;
  while (at > 0 && isBetter(gapS, place, times[at - 1]!)) at -= 1;
  if (at === most) return;
  times.splice(at, 0, { gapS, place });
  if (times.length > most) times.pop();
}

const isBetter = (gapS: number, place: number, than: Time): boolean =>
  gapS < than.gapS || (gapS === than.gapS && place < than.place);
