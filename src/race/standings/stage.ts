import type { StageRow, StandingsInput } from '../standings.ts';

/** The stage as it stands on the road. */
export function stageStandings({ places }: StandingsInput): StageRow[] {
  return places
    .filter((place) => place.rank !== null)
    .map((place, index) => ({
      rank: index + 1,
      bib: place.bib,
      gapS: place.gapS,
      origin: place.gapOrigin,
      state: place.status === 'finished' ? 'unofficial' : 'live',
    }));
}
