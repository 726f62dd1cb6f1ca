import type { Roster } from '../riders/roster.ts';
import { isAgainstClock } from '../sheet.ts';
import { lostAtLeastS } from './expected.ts';
import type { Arrivals } from './finish.ts';
import type { Gaps } from './gaps.ts';
import type { StandingsInput } from './input.ts';
import type { StageRow } from './tables.ts';

/**
 * Those who have finished, then the others in the order of the road; against the clock, finishers only. Once somebody
 * has finished, a gap on the road is what the rider would be given.
 */
export function stageRows(
  { sheet, places, atMs }: StandingsInput,
  roster: Roster,
  arrivals: Arrivals,
  gaps: Gaps,
): StageRow[] {
  const againstClock = isAgainstClock(sheet);
  const rows: StageRow[] = arrivals.finishers.map((one, index) => ({
    rank: index + 1,
    bib: one.bib,
    gapS: againstClock ? one.rawGapS : one.gapS,
    origin: one.origin,
    state: one.state,
  }));
  if (againstClock) return rows;
  const { placeOf, firstMs } = arrivals;
  // Places come in the order of the road.
  for (const place of places) {
    const { bib, status, rank, gapS: roadS, gapOrigin } = place;
    if (status !== 'racing' || rank === null || (placeOf.size > 0 && placeOf.has(bib))) continue;
    const leastS = lostAtLeastS(place, sheet.course.lengthM, firstMs, atMs);
    const gapS =
      roadS === null || leastS === null ? roadS : (gaps.of[roster.indexOf(bib)]?.gapS ?? Math.max(roadS, leastS));
    rows.push({ rank: rows.length + 1, bib, gapS, origin: gapOrigin, state: 'live' });
  }
  return rows;
}
