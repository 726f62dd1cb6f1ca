import type { Outcome } from '../../insight/outcome.ts';
import { type PastRaces, recordedPast } from '../../insight/past.ts';
import { newScorer, type Scorecard } from '../../insight/score.ts';
import { createThinker } from '../../insight/think.ts';
import { createEngine } from '../../race/engine.ts';
import type { Race } from '../../race/race.ts';
import type { Playable } from '../feeds/feed.ts';
import { readTruth } from '../feeds/race-center/truth.ts';
import { organiserFrames } from '../truth/organiser-frames.ts';
import { toldMovesTally } from './told-moves.ts';

export interface Scored {
  readonly card: Scorecard;
  /** Spent on thinking, for each second of the race. */
  readonly msPerRaceSecond: number;
}

/** Who looks on. */
export interface Onlooker {
  see(race: Race): void;
  note(outcome: Outcome): void;
}

const nobody: Onlooker = { see() {}, note() {} };

const EVERY_MS = 1000;

/**
 * Plays a race from beginning to end, thinks about it each second of its clock, by what a past has taught, and scores what
 * was thought. Stories are compared with the organiser's own riders, where a recording has them.
 */
export function play(
  playable: Pick<Playable, 'reader' | 'play' | 'span'>,
  past: PastRaces = recordedPast,
  onlooker: Onlooker = nobody,
): Scored {
  const engine = createEngine();
  const read = playable.reader();
  const scorer = newScorer(past);
  const thinker = createThinker(past, (outcome) => {
    scorer.note(outcome);
    onlooker.note(outcome);
  });
  const organiser = organiserFrames();
  const moves = toldMovesTally();
  let [spentMs, seconds, seenMs] = [0, 0, Number.NEGATIVE_INFINITY];
  for (const raw of playable.play(playable.span.fromMs)) {
    for (const event of read(raw).events) engine.apply(event);
    if (raw.atMs < seenMs + EVERY_MS) continue;
    engine.advance(raw.atMs);
    const race = engine.race(raw.atMs);
    if (!race) continue;
    if (Number.isFinite(seenMs)) seconds += (raw.atMs - seenMs) / 1000;
    seenMs = raw.atMs;
    const began = performance.now();
    const insight = thinker.think(race, engine.roadTimes());
    spentMs += performance.now() - began;
    scorer.see(race, insight);
    onlooker.see(race);
    const truth = readTruth(raw.text);
    if (truth) moves.see(insight.stories, organiser.note(truth, race.sheet.course.lengthM));
  }
  const card = scorer.card();
  return { card: { ...card, stories: { ...card.stories, ...moves.figures() } }, msPerRaceSecond: spentMs / seconds };
}
