import { nowAt, type RaceTime } from '../stage/inbox.ts';
import type { RaceClock } from '../wire/public/half.ts';

/** A step back of this many seconds of the page is the network's; a longer one is a seek. */
const JITTER_S = 3;

/** Before the desk has said anything. */
export const noTime: RaceTime = { atMs: 0, pageMs: 0, rate: 0, floorMs: -Infinity };

/**
 * The desk's clock on the clock of this page: it was so at `receivedMs`, and this is heard at `nowMs`. News that were quicker
 * than those before never turn it back.
 */
export function followClock(
  before: RaceTime,
  { atMs, rate }: RaceClock,
  receivedMs: number,
  nowMs = receivedMs,
): RaceTime {
  const after: RaceTime = { atMs, rate, pageMs: receivedMs, floorMs: -Infinity };
  const [wasMs, isMs] = [nowAt(before, nowMs), nowAt(after, nowMs)];
  const jitters = isMs < wasMs && wasMs - isMs <= JITTER_S * 1000 * Math.max(rate, before.rate);
  return jitters ? { ...after, floorMs: wasMs } : after;
}
