import type { Rules } from '../rules/rules.ts';
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
  gaps: Gaps,
  finishedAt: ReadonlyMap<Bib, number>,
  rules: Rules,
): TeamRow[] {
  const { totals, teams, riders, info } = input.sheet;
  const told = totals?.teams;
  if (!told && isUnderWay(input.sheet)) return [];
  const best = rules.teamBest[info.type];
  const ridden = new Map<string, Time[]>(teams.map(({ code }) => [code, []]));
  for (const [bib, { gapS }] of gaps) {
    const ofTeam = ridden.get(riders.get(bib)?.team ?? '');
    if (ofTeam) keepBest(ofTeam, gapS, finishedAt.get(bib) ?? gaps.size, best);
  }
  const before = new Map((told ?? []).map(({ team, behindS }) => [team, behindS]));
  const rows: { team: string; totalS: number; places: number }[] = [];
  for (const [team, ofTeam] of ridden) {
    const beforeS = told ? before.get(team) : 0;
    if (beforeS === undefined || ofTeam.length < best) continue;
    rows.push({
      team,
      totalS: ofTeam.reduce((sum, { gapS }) => sum + gapS, beforeS),
      places: ofTeam.reduce((sum, one) => sum + one.place, 0),
    });
  }
  rows.sort((a, b) => a.totalS - b.totalS || a.places - b.places || (a.team < b.team ? -1 : 1));
  return rows.map(({ team, totalS }, index) => ({ rank: index + 1, team, behindS: totalS - rows[0]!.totalS }));
}

interface Time {
  readonly gapS: number;
  readonly place: number;
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
