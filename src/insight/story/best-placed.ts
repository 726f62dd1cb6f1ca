import { heardOf, LASTS_MS } from './moves.ts';
import { rankIn } from './notable.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

const LASTS = 3 * LASTS_MS;
const LEAST_GAP_S = 60;
/** It matters as much as he could lead: his arrears, and what he has of them. */
const NEAR_S = 600;

/** The best of the general classification among those in front, and how far he was behind before the stage. */
export const bestPlaced: StoryTeller = (look) => {
  const { race, memory } = look;
  const head = memory.lives.get(race.groups[0]?.id ?? '');
  const gap = race.groups.find(({ id }) => id === memory.main)?.gap;
  if (head?.side !== 'front' || !gap || gap.value < LEAST_GAP_S) return [];
  const steady = head.leaders.filter(({ sinceMs }) => race.atMs - sinceMs >= LASTS);
  const [best] = steady
    .flatMap(({ bib, sinceMs }) => {
      const rank = rankIn(race.sheet, bib);
      return rank === null ? [] : [{ bib, sinceMs, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
  if (!best || best.rank === 1) return [];
  const behindS = race.sheet.general[best.rank - 1]!.behindS;
  const heard = heardOf(look, [best.bib], best.sinceMs);
  return [
    tellingOf('best placed in front', best.bib, {
      atMs: Math.max(best.sinceMs + LASTS, head.firstMs),
      atM: head.frontM,
      bibs: [best.bib],
      groups: [head.id],
      facts: { rank: best.rank, gap: behindS, riders: head.bibs.length },
      importance: 0.35 + (0.35 * Math.max(0, NEAR_S - behindS)) / NEAR_S,
      confidence: heard,
    }),
  ];
};
