import { confidenceOf, gapBehind, kmOf, LASTS_MS, latenessAt, newGroups, shareAt } from './moves.ts';
import { byWeight, weightOf } from './notable.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

/** More than that have not attacked: the field has split. */
export const MOST_ATTACKERS = 20;
const LEAST_GAP_S = 5;

/** Riders have left their group forwards, and stay away. */
export const attack: StoryTeller = (look) =>
  newGroups(look).flatMap(({ id, born, broke, side, isHead, bibs, ahead, heard }) => {
    const gap = gapBehind(look.race, id);
    if (side !== 'front' || broke.way !== 'away' || bibs.length > MOST_ATTACKERS) return [];
    if (!gap || gap.gapS < LEAST_GAP_S) return [];
    const late = latenessAt(look.race, born.distanceM);
    const weight = weightOf(look.memory.notable, bibs);
    return tellingOf('attack', `${id} km${kmOf(born.distanceM)}`, {
      atMs: born.atMs,
      readyMs: born.atMs + LASTS_MS,
      atM: born.distanceM,
      bibs: byWeight(look.memory.notable, bibs),
      groups: [id, ...ahead.slice(-1)],
      facts: { riders: bibs.length, gap: gap.gapS },
      isEstimated: gap.isEstimated,
      importance: Math.min(
        1,
        0.42 + (isHead ? 0.2 * shareAt(look.race, born.distanceM) : 0) + 0.2 * late + 0.25 * weight,
      ),
      confidence: confidenceOf(heard, gap.isEstimated),
    });
  });
