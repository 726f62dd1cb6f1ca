import type { Rules } from '../rules/rules.ts';
import type { Bib } from '../units.ts';
import type { Gaps } from './gaps.ts';
import type { StandingsInput } from './input.ts';
import type { StageRow, TeamRow } from './tables.ts';

/**
 * Teams by the sum of their best times of the stage, on what they had before; bonuses do not count. A team with too
 * few riders whose gap is known is left out. Empty in the middle of a race whose totals are not known.
 */
export function teamRows(
  input: StandingsInput,
  gaps: Gaps,
  stage: ReadonlyMap<Bib, StageRow>,
  rules: Rules,
): TeamRow[] {
  const { totals, general, teams, riders, info } = input.sheet;
  if (!totals && general.length > 0) return [];
  const best = rules.teamBest[info.type];
  const ridden = new Map<string, { gapS: number; place: number }[]>(teams.map(({ code }) => [code, []]));
  for (const [bib, { gapS }] of gaps) {
    ridden.get(riders.get(bib)?.team ?? '')?.push({ gapS, place: stage.get(bib)?.rank ?? gaps.size });
  }
  const before = new Map((totals?.teams ?? []).map(({ team, behindS }) => [team, behindS]));
  const rows: { team: string; totalS: number; places: number }[] = [];
  for (const [team, ofTeam] of ridden) {
    const beforeS = totals ? before.get(team) : 0;
    if (beforeS === undefined || ofTeam.length < best) continue;
    const counted = ofTeam.sort((a, b) => a.gapS - b.gapS || a.place - b.place).slice(0, best);
    rows.push({
      team,
      totalS: counted.reduce((sum, { gapS }) => sum + gapS, beforeS),
      places: counted.reduce((sum, one) => sum + one.place, 0),
    });
  }
  rows.sort((a, b) => a.totalS - b.totalS || a.places - b.places || (a.team < b.team ? -1 : 1));
  return rows.map(({ team, totalS }, index) => ({ rank: index + 1, team, behindS: totalS - rows[0]!.totalS }));
}
