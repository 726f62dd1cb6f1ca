import { isInRace } from '../../race/place.ts';
import type { Race } from '../../race/race.ts';
import { pointsRows, pointsSums } from '../../race/standings/points.ts';
import type { LineResult } from '../../race/standings/tables.ts';
import type { Bib } from '../../race/units.ts';

/**
 * Whether a rider may still be first of a classification by points today: whether he is after his best day, ties by the
 * rules. Never no of one who does win. A tie in everything goes by the general classification, which is open until all
 * have come: then it counts for him.
 */
export function canStillWinPoints(
  of: 'points' | 'mountain',
  bib: Bib,
  race: Race,
  best: (bib: Bib) => readonly LineResult[],
): boolean {
  const { sheet, standings, places, phase } = race;
  if (standings.states[of] !== 'live') return standings[of][0]?.bib === bib;
  const racing = new Set(places.filter(isInRace).map((place) => place.bib));
  const ranks = new Map(standings.general.map((row) => [row.bib, row.rank]));
  const rankOf = (other: Bib) =>
    other === bib && phase !== 'finished' ? 0 : (ranks.get(other) ?? standings.general.length + 1);
  const sums = pointsSums(of, sheet, best(bib), racing);
  const most = sums.reduce((points, one) => Math.max(points, one.points), 0);
  const first = sums.filter(({ points }) => points === most);
  return pointsRows(first, [], rankOf)[0]?.bib === bib;
}
