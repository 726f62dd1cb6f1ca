import type { Race } from '../../race/race.ts';
import { START_MS } from '../../race/sample/builders.ts';
import type { Estimate } from '../estimate.ts';
import type { Catch, Eta, GapAhead } from '../forecast.ts';
import { type Insight, noInsight, type RaceAndInsight } from '../insight.ts';
import type { Story } from '../story.ts';

/** A made-up race, and what follows from it: for scenes and tests. */
export const sampleInsight = (race: Race, insight: Partial<Insight>): RaceAndInsight => ({
  ...race,
  insight: { ...noInsight, ...insight },
});

/** So wide on either side in half of all cases, and twice and a half as wide in four of five. */
export const sampleEstimate = (value: number, halfBy: number): Estimate => ({
  value,
  half: { low: value - halfBy, high: value + halfBy },
  most: { low: value - 2.5 * halfBy, high: value + 2.5 * halfBy },
});

const made = { madeMs: START_MS, untilMs: START_MS + 120_000, because: [], silent: null };

/** Of the first group. `aheadS` from the beginning of the race. */
export function sampleEta(mark: string, atM: number, estimate: Estimate | null, over: Partial<Eta> = {}): Eta {
  return { kind: 'eta', id: `eta g1 ${mark}`, group: 'g1', mark, atM, estimate, ...made, ...over };
}

/** Of the second group, behind the first. */
export function sampleGap(
  mark: string,
  atM: number,
  estimate: Estimate | null,
  over: Partial<GapAhead> = {},
): GapAhead {
  const pair = { group: 'g2', previous: 'g1' };
  return { kind: 'gap', id: `gap g2 ${mark}`, ...pair, mark, atM, estimate, ...made, ...over };
}

export function sampleCatch(word: Catch['word'], over: Partial<Catch> = {}): Catch {
  const pair = { group: 'g2', previous: 'g1' };
  return { kind: 'catch', id: 'catch g2 g1', ...pair, word, probability: 0.5, whereM: null, ...made, ...over };
}

export function sampleStory(over: Partial<Story> = {}): Story {
  return {
    id: 'attack g1',
    kind: 'attack',
    atMs: START_MS - 60_000,
    offeredMs: START_MS,
    untilMs: START_MS + 600_000,
    atM: 0,
    bibs: [],
    groups: [],
    mark: null,
    jersey: null,
    team: null,
    expects: null,
    facts: {},
    isEstimated: false,
    score: 0.5,
    ...over,
  };
}
