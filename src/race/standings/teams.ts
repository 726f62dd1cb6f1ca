import type { RiderIndex, Roster } from '../riders/roster.ts';
import type { Rules } from '../rules/rules.ts';
import type { Sheet } from '../sheet.ts';
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
  placeOf: (rider: RiderIndex) => number,
  rules: Rules,
): TeamRow[] {
  const { totals, info } = input.sheet;
  const told = totals?.teams;
  if (!told && isUnderWay(input.sheet)) return [];
  const best = rules.teamBest[info.type];
  const before = new Map((told ?? []).map(({ team, behindS }) => [team, behindS]));
  const rows: { team: string; totalS: number; places: number }[] = [];
  for (const { team, riders } of squads) {
    const beforeS = told ? before.get(team) : 0;
    if (beforeS === undefined) continue;
    const ofTeam = bestOf(riders, gaps, placeOf, best);
    if (ofTeam.length < best) continue;
    let [totalS, places] = [beforeS, 0];
    for (const rider of ofTeam) {
      totalS += gaps.of[rider]!.gapS;
      places += placeOf(rider);
    }
    rows.push({ team, totalS, places });
  }
  rows.sort((a, b) => a.totalS - b.totalS || a.places - b.places || (a.team < b.team ? -1 : 1));
  return rows.map(({ team, totalS }, index) => ({ rank: index + 1, team, behindS: totalS - rows[0]!.totalS }));
}

/** A team with its riders. */
export interface Squad {
  readonly team: string;
  readonly riders: readonly RiderIndex[];
}

export function squadsOf({ teams, riders }: Sheet, roster: Roster): Squad[] {
  const squads = new Map<string, RiderIndex[]>(teams.map(({ code }) => [code, []]));
  for (const { bib, team } of riders.values()) squads.get(team)?.push(roster.indexOf(bib));
  return [...squads].map(([team, riders]) => ({ team, riders }));
}

/** The riders with the best times of a team, best first; of the same time, the better placed. */
function bestOf(
  riders: readonly RiderIndex[],
  gaps: Gaps,
  placeOf: (rider: RiderIndex) => number,
  most: number,
): RiderIndex[] {
  const isBetter = (a: RiderIndex, b: RiderIndex): boolean => {
    const byS = gaps.of[a]!.gapS - gaps.of[b]!.gapS;
    return byS < 0 || (byS === 0 && placeOf(a) < placeOf(b));
  };
  const best: RiderIndex[] = [];
  for (const rider of riders) {
    if (!gaps.of[rider]) continue;
    let at = best.length;
    while (at > 0 && isBetter(rider, best[at - 1]!)) at -= 1;
    if (at === most) continue;
    if (best.length < most) best.push(rider);
    for (let i = best.length - 1; i > at; i -= 1) best[i] = best[i - 1]!;
    best[at] = rider;
  }
  return best;
}
