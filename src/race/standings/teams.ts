import type { RiderIndex, Roster } from '../riders/roster.ts';
import type { Rules } from '../rules/rules.ts';
import type { StageType } from '../rules/stage-type.ts';
import type { Sheet } from '../sheet.ts';
import { isUnderWay } from './before-stage.ts';
import type { Gaps } from './gaps.ts';
import type { TeamRow } from './tables.ts';

/**
 * Teams by the sum of their best times of the stage, on what they had before; bonuses do not count. A team with too
 * few riders whose gap is known is left out. `placeOf` is the place of each rider in the stage.
 */
export function teamRows(
  squads: readonly Squad[],
  gaps: Gaps,
  placeOf: Int16Array,
  { teamBest }: Rules,
  type: StageType,
): TeamRow[] {
  const best = teamBest[type];
  const rows: { team: string; totalS: number; places: number }[] = [];
  for (const { team, riders, beforeS } of squads) {
    const ofTeam = bestOf(riders, gaps, placeOf, best);
    if (ofTeam.length < best) continue;
    let [totalS, places] = [beforeS, 0];
    for (const rider of ofTeam) {
      totalS += gaps.of[rider]!.gapS;
      places += placeOf[rider]!;
    }
    rows.push({ team, totalS, places });
  }
  rows.sort((a, b) => a.totalS - b.totalS || a.places - b.places || (a.team < b.team ? -1 : 1));
  return rows.map(({ team, totalS }, index) => ({ rank: index + 1, team, behindS: totalS - rows[0]!.totalS }));
}

/** A team with its riders, and what it had lost before the stage. */
export interface Squad {
  readonly team: string;
  readonly riders: readonly RiderIndex[];
  readonly beforeS: number;
}

/** The teams that are classified: of a race under way, those of which it is known what they had before. */
export function squadsOf(sheet: Sheet, roster: Roster): Squad[] {
  const told = sheet.totals?.teams;
  if (!told && isUnderWay(sheet)) return [];
  const before = new Map((told ?? []).map(({ team, behindS }) => [team, behindS]));
  const squads = new Map<string, RiderIndex[]>(sheet.teams.map(({ code }) => [code, []]));
  for (const { bib, team } of sheet.riders.values()) squads.get(team)?.push(roster.indexOf(bib));
  return [...squads].flatMap(([team, riders]) => {
    const beforeS = told ? before.get(team) : 0;
    return beforeS === undefined ? [] : [{ team, riders, beforeS }];
  });
}

/** The riders with the best times of a team, best first; of the same time, the better placed. */
function bestOf(riders: readonly RiderIndex[], gaps: Gaps, placeOf: Int16Array, most: number): RiderIndex[] {
  const best: RiderIndex[] = [];
  for (const rider of riders) {
    if (!gaps.of[rider]) continue;
    let at = best.length;
    while (at > 0 && isBetter(rider, best[at - 1]!, gaps, placeOf)) at -= 1;
    if (at === most) continue;
    if (best.length < most) best.push(rider);
    for (let i = best.length - 1; i > at; i -= 1) best[i] = best[i - 1]!;
    best[at] = rider;
  }
  return best;
}

function isBetter(a: RiderIndex, b: RiderIndex, { of }: Gaps, placeOf: Int16Array): boolean {
  const byS = of[a]!.gapS - of[b]!.gapS;
  return byS < 0 || (byS === 0 && placeOf[a]! < placeOf[b]!);
}
