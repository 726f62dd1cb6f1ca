import type { Race } from '../../race/race.ts';
import type { GeneralRow } from '../../race/standings/tables.ts';
import type { Bib } from '../../race/units.ts';

/** So long after he has crossed the line an arrival is known at the latest. */
const KNOWN_AFTER_MS = 60_000;

/**
 * Whether a rider may still be first of a classification by time today. While nobody who is ahead of him has come, he may:
 * on the road there is no bound to what can be won. It is over once one has come who is ahead of all that he can still
 * reach: the time that is gone, less the bonuses that are left (`bonusS`). Not weighed: what a jury may give after bad luck
 * near the line.
 */
export function canStillWinTime(of: 'general' | 'young', bib: Bib, race: Race, bonusS: number): boolean {
  const { sheet, standings } = race;
  const table = standings[of];
  const place = table.findIndex((row) => row.bib === bib);
  if (place <= 0 || standings.states[of] !== 'live') return place === 0;
  const come = comeIn(race);
  const ahead = table.slice(0, place).filter((row) => come.has(row.bib));
  if (come.has(bib)) return ahead.length === 0;
  const beforeS = new Map(sheet.general.map((entry) => [entry.bib, entry.behindS]));
  const ownBeforeS = beforeS.get(bib);
  const leastS = leastTimeS(bib, race, come);
  const zeroS = zeroOf(table, come, beforeS);
  if (ownBeforeS === undefined || leastS === null || zeroS === null) return true;
  const bestS = ownBeforeS + leastS - table[place]!.bonusS - bonusS;
  return ahead.every(({ behindS }) => bestS <= behindS + zeroS);
}

/**
 * What those who have come took today, in whole seconds: behind the winner, or against the clock; null where only their
 * order is known, as of a team time trial.
 */
function comeIn({ standings, timeTrial, sheet }: Race): ReadonlyMap<Bib, number | null> {
  const runs = new Map(timeTrial?.runs.map(({ bib, finishS }) => [bib, finishS]));
  const timeS = (bib: Bib, gapS: number | null): number | null => {
    if (!timeTrial) return gapS;
    const finishS = sheet.info.type === 'time-trial' ? runs.get(bib) : null;
    return finishS === null || finishS === undefined ? null : Math.floor(finishS);
  };
  const rows = standings.stage.filter(({ state }) => state !== 'live');
  return new Map(rows.map(({ bib, gapS }) => [bib, timeS(bib, gapS)]));
}

/** The least that he can still be given today; null where nothing bounds it. */
function leastTimeS(bib: Bib, race: Race, come: ReadonlyMap<Bib, number | null>): number | null {
  const { atMs, places, timeTrial } = race;
  if (timeTrial) {
    const run = timeTrial.runs.find((one) => one.bib === bib);
    return run ? Math.max(0, Math.floor((atMs - run.startMs - KNOWN_AFTER_MS) / 1000)) : null;
  }
  // He comes after all who have come, and may still be given the time of the last of them.
  const lastS = Math.max(...[...come.values()].filter((timeS) => timeS !== null));
  const arrivals = places.flatMap(({ finish, lapsDown }) => (finish && lapsDown === 0 ? [finish.atMs] : []));
  if (!Number.isFinite(lastS) || arrivals.length === 0 || atMs - Math.max(...arrivals) < KNOWN_AFTER_MS)
    return Number.isFinite(lastS) ? lastS : null;
  return Math.max(lastS, Math.floor((atMs - KNOWN_AFTER_MS - Math.min(...arrivals)) / 1000));
}

/**
 * What the first of the table has in the same count. It follows of each who has come, less his penalty: that of those
 * without one is the largest.
 */
function zeroOf(
  table: readonly GeneralRow[],
  come: ReadonlyMap<Bib, number | null>,
  beforeS: ReadonlyMap<Bib, number>,
): number | null {
  const zeros = table.flatMap(({ bib, behindS, bonusS }) => {
    const [ownS, timeS] = [beforeS.get(bib), come.get(bib) ?? null];
    return ownS === undefined || timeS === null ? [] : [ownS + timeS - bonusS - behindS];
  });
  return zeros.length > 0 ? Math.max(...zeros) : null;
}
