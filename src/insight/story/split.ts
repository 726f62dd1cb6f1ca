import { MOST_ATTACKERS } from './attack.ts';
import { confidenceOf, gapBefore, gapBehind, kmOf, LASTS_MS, latenessAt, newGroups, racingIn } from './moves.ts';
import { notableOnly, weightOf } from './notable.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

/** Fewer who lose contact are dropped. */
export const SPLIT_SHARE = 0.1;
/** A smaller hole closes by itself. */
const LEAST_GAP_S = 10;
/** A hole so wide is one for all. */
const WIDE_S = 25;

/** The peloton is in two pieces, whoever made it: wind, a climb, a crash. */
export const split: StoryTeller = (look) => {
  const { race, memory } = look;
  const field = racingIn(race);
  return newGroups(look).flatMap(({ id, born, broke, side, bibs, heard }) => {
    const isFront = side === 'front' && broke.way === 'away' && bibs.length > MOST_ATTACKERS;
    const isBack = side === 'behind' && broke.way === 'off' && broke.from === 'main';
    if (!isFront && !(isBack && bibs.length >= Math.max(5, SPLIT_SHARE * field))) return [];
    const gap = (isFront ? gapBehind : gapBefore)(race, id);
    if (!gap || gap.gapS < LEAST_GAP_S) return [];
    const lost = isFront ? (race.groups.find((group) => group.id === memory.main)?.bibs ?? []) : bibs;
    const share = Math.min(1, (2 * lost.length) / field);
    const wide = Math.min(1, 0.4 + (0.6 * gap.gapS) / WIDE_S);
    const weight = weightOf(memory.notable, lost);
    return tellingOf('split', `${id} km${kmOf(born.distanceM)}`, {
      atMs: born.atMs,
      readyMs: born.atMs + LASTS_MS,
      atM: born.distanceM,
      bibs: notableOnly(memory.notable, lost).slice(0, 3),
      groups: isFront ? [memory.main ?? id, id] : [id],
      facts: { riders: lost.length, gap: gap.gapS },
      isEstimated: gap.isEstimated,
      importance: Math.min(1, wide * (0.4 + 0.3 * share + 0.15 * latenessAt(race, born.distanceM)) + 0.25 * weight),
      confidence: confidenceOf(heard, gap.isEstimated),
    });
  });
};
