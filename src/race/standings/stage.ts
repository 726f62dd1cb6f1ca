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
  for (const place of onRoad(places, arrivals)) {
    const gapS = place.gapS === null ? null : Math.max(place.gapS, sinceWinnerS);
    rows.push({ rank: rows.length + 1, bib: place.bib, gapS, origin: place.gapOrigin, state: 'live' });
  }
  return rows;
}

function onRoad(places: StandingsInput['places'], { finishers }: Arrivals) {
  const finished = new Set(finishers.map(({ bib }) => bib));
  return places
    .filter(({ bib, status, rank }) => status === 'racing' && rank !== null && !finished.has(bib))
    .sort((a, b) => a.rank! - b.rank!);
}
