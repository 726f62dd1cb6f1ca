import type { Race } from '../../race/race.ts';
import type { JerseyKind } from '../../race/sheet.ts';
import type { Bib } from '../../race/units.ts';

/** On the road so little is nothing. */
const MARGIN_S = 5;

/** Who would take each jersey, as things stand, from who led that classification before the stage. */
export function challengersOf(race: Race): ReadonlyMap<JerseyKind, Bib> {
  const found = new Map<JerseyKind, Bib>();
  const { general, leader, young, points, mountain } = race.standings;
  const { sheet } = race;
  const worn = (kind: JerseyKind) => sheet.jerseys.find((jersey) => jersey.kind === kind)?.bib;
  const [first] = sheet.general;
  if (leader && first && leader.bib !== first.bib && general[0]?.bib === leader.bib && leader.marginS >= MARGIN_S)
    found.set('general', leader.bib);
  const wearer = worn('young');
  const youngest = young[0];
  if (wearer && youngest && youngest.bib !== wearer && young.some(({ bib }) => bib === wearer)) {
    const behindS = young.find(({ bib }) => bib === wearer)!.behindS - youngest.behindS;
    if (behindS >= MARGIN_S) found.set('young', youngest.bib);
  }
  for (const [kind, rows] of [
    ['points', points],
    ['mountain', mountain],
  ] as const) {
    const before = sheet.totals?.[kind]?.[0];
    const now = rows[0];
    const old = rows.find(({ bib }) => bib === before?.bib);
    if (before && now && now.bib !== before.bib && now.points > (old?.points ?? 0) && worn(kind))
      found.set(kind, now.bib);
  }
  return found;
}
