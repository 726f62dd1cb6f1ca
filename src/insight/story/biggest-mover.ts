import { confidenceOf, gapBehind, heardOf, LASTS_MS } from './moves.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

const LEAST_PLACES = 3;
const LEAST_GAP_S = 30;
/** Nobody asks who is fortieth. */
const LAST_RANK = 10;
const LASTS = 3 * LASTS_MS;

/** Who has won the most places in the general classification, as things stand, by being in front. */
export const biggestMover: StoryTeller = (look) => {
  const { race, memory } = look;
  const gapS = race.groups.find(({ id }) => id === memory.main)?.gap?.value ?? 0;
  if (gapS < LEAST_GAP_S || race.sheet.general.length === 0) return [];
  const moved = race.standings.general.filter(({ bib, rank, moved }) => {
    const front = memory.front.get(bib);
    return front !== undefined && race.atMs - front.sinceMs >= LASTS && rank <= LAST_RANK && moved >= LEAST_PLACES;
  });
  const [best, next] = [...moved].sort((a, b) => b.moved - a.moved || a.rank - b.rank);
  if (!best || best.moved === next?.moved) return [];
  const front = memory.front.get(best.bib)!;
  const heard = heardOf(look, [best.bib], front.sinceMs);
  const isEstimated = best.origin === 'estimated';
  return [
    tellingOf('biggest mover', `${best.bib} ${best.rank <= 3 ? 'three' : 'ten'}`, {
      atMs: race.atMs,
      readyMs: race.atMs - LASTS_MS,
      atM: race.groups[0]!.frontM,
      bibs: [best.bib],
      facts: { places: best.moved, rank: best.rank, gap: Math.round(best.behindS) },
      isEstimated,
      importance: best.rank <= 3 ? 0.75 : 0.55,
      confidence: confidenceOf(heard, isEstimated || (gapBehind(race, race.groups[0]!.id)?.isEstimated ?? false)),
    }),
  ];
};
