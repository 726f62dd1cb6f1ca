import type { Course } from '../../src/race/course/course.ts';
import type { Bib } from '../../src/race/units.ts';
import { arc, at, courseOf } from './courses.ts';
import { chances, noisyTracker } from './ride.ts';

/** A round of 2.4 km: two straights of 800 m and two bends. */
const STRAIGHT_M = 800;
const RADIUS_M = 400 / Math.PI;
const LAP_M = 2 * STRAIGHT_M + 800;
const LAPS = 12;

/** Twelve rounds, start and finish in the middle of a straight. */
export const criteriumRoad: Course = courseOf(
  [
    at(0, 0),
    at(STRAIGHT_M / 2, 0),
    ...arc([STRAIGHT_M / 2, RADIUS_M], RADIUS_M, -Math.PI / 2, Math.PI / 2),
    at(-STRAIGHT_M / 2, 2 * RADIUS_M),
    ...arc([-STRAIGHT_M / 2, RADIUS_M], RADIUS_M, Math.PI / 2, 1.5 * Math.PI),
    at(-1, 0),
  ],
  { laps: { fromKm: 0, toKm: (LAP_M - 1) / 1000, count: LAPS } },
);

/** Who rides together, and how far behind the head, in seconds at the same place; told at each moment. */
export interface TrueGroup {
  readonly bibs: readonly Bib[];
  readonly gapS: number;
}

const numbers = (from: number, to: number): Bib[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i));

/** A break of five that wins 80 s, eight who chase, forty-one, and six who are dropped. */
const PARTS = [
  { bibs: numbers(1, 5), lossS: 0 },
  { bibs: numbers(6, 13), lossS: 35 },
  { bibs: numbers(14, 54), lossS: 80 },
  { bibs: numbers(55, 60), lossS: 150 },
] as const;
export const criteriumBibs: readonly Bib[] = PARTS.flatMap(({ bibs }) => bibs);

const HEAD_MPS = 11.5;
/** They wait at the line for so long, ride together, and are torn apart between these; all in seconds. */
export const WAIT_S = 60;
const TORN = { fromS: WAIT_S + 180, toS: WAIT_S + 780 };

/** From wheel to wheel, in seconds. */
export const WHEEL_S = 0.15;

/** How far a part is behind the head at a moment. */
function lossAt(lossS: number, s: number): number {
  const part = Math.min(1, Math.max(0, (s - TORN.fromS) / (TORN.toS - TORN.fromS)));
  return lossS * part;
}

/** Where a rider truly is, so many seconds after the first of them is heard. */
export function truePlaceM(bib: Bib, s: number): number {
  const part = PARTS.find(({ bibs }) => bibs.includes(bib))!;
  const inPart = part.bibs.indexOf(bib);
  const behindS = lossAt(part.lossS, s) + inPart * WHEEL_S;
  return Math.max(0, (s - WAIT_S - behindS) * HEAD_MPS);
}

export const trueGroupsAt = (s: number): readonly TrueGroup[] =>
  PARTS.map(({ bibs, lossS }) => ({ bibs, gapS: lossAt(lossS, s) }));

/** What a phone sends, and when it comes. */
export interface PhoneWord {
  readonly bib: Bib;
  /** When it was and when it came, in seconds after the first is heard. */
  readonly wasS: number;
  readonly cameS: number;
  /** By the phone's own clock: seconds since 1970. */
  readonly tst: number;
  readonly lat: number;
  readonly lon: number;
  readonly kph: number;
}

/** By so much the clocks of broken phones are behind, in seconds: minutes, hours, years; ahead. */
const BROKEN_S = [240, -95, 7200, 19.6 * 365 * 86_400, -3600, 45];

/**
 * Sixty phones at one fix in five seconds, noise of several metres; a tenth has a broken clock, and a fifth is silent
 * for a minute, queues its fixes and sends them all when it is back. In the order in which they come.
 */
export function phoneWords(startMs: number, untilS: number): readonly PhoneWord[] {
  const chance = chances(11);
  const words: PhoneWord[] = [];
  for (const [i, bib] of criteriumBibs.entries()) {
    const near = noisyTracker(1000 + i);
    const behindS = i % 10 === 4 ? BROKEN_S[Math.floor(i / 10)]! : 0;
    const silentFromS = i % 5 === 2 ? WAIT_S + 300 + i * 7 : Number.POSITIVE_INFINITY;
    const firstS = chance() * 5;
    for (let wasS = firstS; wasS < untilS; wasS += 5) {
      const placeM = truePlaceM(bib, wasS);
      const isQueued = wasS >= silentFromS && wasS < silentFromS + 60;
      const sentS = isQueued ? silentFromS + 60 + (wasS - silentFromS) / 50 : wasS;
      words.push({
        bib,
        wasS,
        cameS: sentS + 0.2 + chance() * 1.3,
        tst: startMs / 1000 + wasS - behindS,
        ...near(criteriumRoad, placeM),
        kph: wasS < WAIT_S ? 0 : HEAD_MPS * 3.6,
      });
    }
  }
  return words.sort((a, b) => a.cameS - b.cameS);
}
