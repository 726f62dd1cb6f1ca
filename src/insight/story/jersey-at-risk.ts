import type { Race } from '../../race/race.ts';
import type { JerseyKind } from '../../race/sheet.ts';
import type { Bib } from '../../race/units.ts';
import { heardOf, LASTS_MS } from './moves.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

/** As things stand somebody else would take a jersey, and has for a minute. */
export const jerseyAtRisk: StoryTeller = (look) =>
  [...look.memory.challengers].flatMap(([jersey, { bib, sinceMs }]) => {
    const { race } = look;
    const facts = factsOf(race, jersey, bib);
    const isByTime = jersey === 'general' || jersey === 'young';
    const heard = isByTime ? heardOf(look, [bib], sinceMs - LASTS_MS) : 1;
    if (race.atMs - sinceMs < LASTS_MS || !facts || heard === 0) return [];
    return tellingOf('jersey at risk', `${jersey} ${bib}`, {
      atMs: sinceMs,
      readyMs: sinceMs + LASTS_MS,
      atM: race.groups[0]?.frontM ?? 0,
      bibs: [bib],
      jersey,
      facts,
      isEstimated: isByTime && race.standings[jersey].find((row) => row.bib === bib)?.origin === 'estimated',
      importance: jersey === 'general' ? 0.9 : 0.55,
      confidence: heard,
    });
  });

/** By how much he leads whom he would take it from: seconds, or points. */
function factsOf({ standings, sheet }: Race, jersey: JerseyKind, bib: Bib) {
  if (jersey === 'points' || jersey === 'mountain') {
    const rows = standings[jersey];
    const [first, next] = rows;
    return first?.bib === bib ? { points: first.points, gap: first.points - (next?.points ?? 0) } : null;
  }
  const from = jersey === 'general' ? sheet.general[0]?.bib : sheet.jerseys.find(({ kind }) => kind === jersey)?.bib;
  const [first] = standings[jersey];
  const old = standings[jersey].find((row) => row.bib === from);
  return first?.bib === bib && old ? { gap: Math.round(old.behindS - first.behindS) } : null;
}
