import { joinedGroups, kmOf, latenessAt, TOGETHER_MS } from './moves.ts';
import { notableOnly, weightOf } from './notable.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

const LEAST_RIDERS = 5;
/** Who was away for less was never really gone. */
const LEAST_MS = 120_000;

/** Riders have come up to a group before theirs: chasers to the leaders, or who had lost contact to the peloton. */
export const returned: StoryTeller = (look) =>
  joinedGroups(look).flatMap(({ id, ended, into, way, side, broke, bibs, born, firstMs, heard }) => {
    const { notable } = look.memory;
    if (way !== 'up') return [];
    const isFront = side === 'front' && into.side === 'front';
    // Who had lost contact with the break for a while is in it again.
    if (isFront && broke?.way === 'off') return [];
    const weight = weightOf(notable, bibs);
    const isLong = ended.atMs - (born?.atMs ?? firstMs) >= LEAST_MS;
    if (!isFront && (into.side !== 'main' || !isLong || (bibs.length < LEAST_RIDERS && weight === 0))) return [];
    const late = latenessAt(look.race, ended.distanceM);
    return tellingOf('returned', `${id} km${kmOf(ended.distanceM)}`, {
      atMs: ended.atMs,
      readyMs: ended.atMs + TOGETHER_MS,
      atM: ended.distanceM,
      bibs: isFront ? bibs : notableOnly(notable, bibs),
      groups: [into.id, id],
      facts: { riders: bibs.length, ...(isFront && { together: into.bibs.length }) },
      importance: Math.min(1, (isFront ? 0.5 : 0.2 + 0.1 * Math.min(1, bibs.length / 40)) + 0.2 * late + 0.35 * weight),
      confidence: heard,
    });
  });
