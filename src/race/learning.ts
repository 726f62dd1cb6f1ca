import type { Memory } from './memory.ts';
import type { Learning } from './race.ts';
import type { Riding } from './riders/riding.ts';
import { SILENT_MS } from './riders/runner.ts';

/** Found beyond this the race has a past that nobody here has seen. */
const JOINED_M = 5000;
/** By then riders with holes of half a minute have been heard, and who is apart from the others has been believed. */
const LEARN_MS = 40_000;
/** After a silence of all trackers who speak every few seconds have spoken again. */
const BACK_MS = 6000;
/** A break that is not proven yet is waited for, but no longer than this. */
const MOST_MS = 100_000;
/** Slower than this ahead of the race is a car at the finish. */
const RIDING_MPS = 2;

/** What is being learnt at a moment; null where the race was seen from the start and without a hole, or has been learnt. */
export function learningAt({ riding, joinedMs, isLearnt, backMs }: Memory, nowMs: number): Learning | null {
  if (backMs !== null && nowMs < backMs + BACK_MS) return { untilMs: backMs + BACK_MS };
  if (isLearnt || joinedMs === null) return null;
  if (nowMs < joinedMs + LEARN_MS) return { untilMs: joinedMs + LEARN_MS };
  const untilMs = joinedMs + MOST_MS;
  return nowMs < untilMs && isSomebodyComing(riding) ? { untilMs } : null;
}

/** Somebody rides ahead of all who are located, and is not proven yet. */
function isSomebodyComing({ runners, lapless, feedMs }: Riding): boolean {
  let headM = Number.NEGATIVE_INFINITY;
  for (const { last } of runners.values()) headM = Math.max(headM, last?.distanceM ?? headM);
  for (const { bib, status, last, track } of runners.values()) {
    const first = track.hypotheses[0];
    if (last || !first || status !== 'racing' || lapless.has(bib)) continue;
    const isHeard = feedMs - track.heard.atMs < SILENT_MS;
    if (isHeard && first.motion.distanceM > headM && first.motion.speedMps > RIDING_MPS) return true;
  }
  return false;
}

/** Trackers are heard, before whom all were last heard at `beforeMs`: after a silence of all the race is learnt again. */
export function noteBack(memory: Memory, beforeMs: number): void {
  const { feedMs } = memory.riding;
  if (Number.isFinite(beforeMs) && feedMs - beforeMs > SILENT_MS) memory.backMs = feedMs;
}

/** Notes where the race was joined, and that it has been learnt; once it has, it stays so. */
export function noteLearning(memory: Memory, nowMs: number): void {
  const { riding } = memory;
  if (memory.isLearnt || !Number.isFinite(riding.feedMs)) return;
  let head: { readonly distanceM: number; readonly foundM: number } | null = null;
  for (const { last, foundM } of riding.runners.values()) {
    if (last && last.distanceM > (head?.distanceM ?? Number.NEGATIVE_INFINITY))
      head = { distanceM: last.distanceM, foundM };
  }
  if (!head) return;
  if (memory.joinedMs === null && head.distanceM < JOINED_M) memory.isLearnt = true;
  else {
    memory.joinedMs ??= riding.feedMs;
    riding.historyM = head.foundM;
    if (!learningAt(memory, nowMs)) memory.isLearnt = true;
  }
}
