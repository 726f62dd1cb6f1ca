import type { Arrivals } from './finish.ts';
import type { StandingsInput } from './input.ts';
import type { StageRow } from './tables.ts';

/** Those who have finished, then the others in the order of the road; against the clock, finishers only. */
export function stageRows({ sheet, places, atMs }: StandingsInput, arrivals: Arrivals): StageRow[] {
  const againstClock = sheet.info.type === 'time-trial' || sheet.info.type === 'team-time-trial';
  const rows: StageRow[] = arrivals.finishers.map((one, index) => ({
    rank: index + 1,
    bib: one.bib,
    gapS: againstClock ? one.rawGapS : one.gapS,
    origin: one.origin,
    state: one.state,
  }));
  if (againstClock) return rows;
  const sinceWinnerS = arrivals.firstMs === null ? 0 : (atMs - arrivals.firstMs) / 1000;
  const finished = new Set(arrivals.finishers.map(({ bib }) => bib));
  // Places come in the order of the road.
  for (const { bib, status, rank, gapS: roadS, gapOrigin } of places) {
    if (status !== 'racing' || rank === null || finished.has(bib)) continue;
    const gapS = roadS === null ? null : Math.max(roadS, sinceWinnerS);
    rows.push({ rank: rows.length + 1, bib, gapS, origin: gapOrigin, state: 'live' });
  }
  return rows;
}
