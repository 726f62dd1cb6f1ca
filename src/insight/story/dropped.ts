import {
  behindPelotonS,
  confidenceOf,
  gapBefore,
  heardOf,
  kmOf,
  LASTS_MS,
  latenessAt,
  type NewGroup,
  newGroups,
  racingIn,
} from './moves.ts';
import { byWeight, weightOf } from './notable.ts';
import { SPLIT_SHARE } from './split.ts';
import { type Look, type StoryTeller, type Telling, tellingOf } from './telling.ts';

/** One rider alone behind the break may have changed his bike: he is told once he still loses time by then. */
const ALONE_MS = 120_000;
const LOSES_S = 5;
const LEAST_RIDERS = 5;

/** Riders have lost contact: with the break, with the peloton, or alone where they wear a jersey. */
export const contactLost: StoryTeller = (look) => [...groupsOff(look), ...lostAlone(look)];

const groupsOff = (look: Look): Telling[] =>
  newGroups(look).flatMap((group) => {
    const { id, born, broke, bibs, ahead, heard } = group;
    const gap = gapBefore(look.race, id);
    if (broke.way !== 'off' || broke.from === 'behind' || !gap || !isDropped(look, group)) return [];
    const isBreak = broke.from === 'front';
    return tellingOf('dropped', `${id} km${kmOf(born.distanceM)}`, {
      atMs: born.atMs,
      readyMs: born.atMs + (isBreak && bibs.length === 1 ? ALONE_MS : LASTS_MS),
      atM: born.distanceM,
      bibs: byWeight(look.memory.notable, bibs),
      groups: [id, ...ahead.slice(-1)],
      facts: { riders: bibs.length, gap: gap.gapS },
      isEstimated: gap.isEstimated,
      importance: (isBreak ? 0.45 : 0.25) + 0.15 * latenessAt(look.race, born.distanceM),
      confidence: confidenceOf(heard, gap.isEstimated),
    });
  });

function isDropped({ race }: Look, { broke, bibs, gaps, born }: NewGroup): boolean {
  if (broke.from === 'main') return bibs.length >= LEAST_RIDERS && bibs.length < SPLIT_SHARE * racingIn(race);
  if (bibs.length > 1) return true;
  const before = gaps.find(({ atMs }) => race.atMs - atMs <= LASTS_MS);
  const now = gaps.at(-1);
  return race.atMs - born.atMs >= ALONE_MS && !!before && !!now && now.gapS - before.gapS >= LOSES_S;
}

/** Who wears a jersey, or leads the race nearly, is news by himself. */
const lostAlone = (look: Look): Telling[] =>
  [...look.memory.lost].flatMap(([bib, { sinceMs, atM }]) => {
    const { race, memory } = look;
    const behindS = behindPelotonS(memory, race, bib);
    const heard = heardOf(look, [bib], sinceMs - LASTS_MS);
    if (behindS === null || heard === 0 || race.atMs - sinceMs < LASTS_MS) return [];
    const isEstimated = memory.riders.get(bib)?.place.gapOrigin === 'estimated';
    return tellingOf('dropped', `${bib} km${kmOf(atM)}`, {
      atMs: sinceMs,
      readyMs: sinceMs + LASTS_MS,
      atM,
      bibs: [bib],
      jersey: memory.notable.get(bib)?.jerseys[0] ?? null,
      facts: { riders: 1, gap: Math.round(behindS) },
      isEstimated,
      importance: 0.35 + 0.5 * weightOf(memory.notable, [bib]) + 0.15 * latenessAt(race, atM),
      confidence: confidenceOf(heard, isEstimated),
    });
  });
