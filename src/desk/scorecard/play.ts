import type { Insight } from '../../insight/insight.ts';
import type { Outcome } from '../../insight/outcome.ts';
import { type PastRaces, recordedPast } from '../../insight/past.ts';
import type { Scorecard } from '../../insight/score.ts';
import { THINKS_EACH_MS } from '../../insight/think.ts';
import { createEngine } from '../../race/engine.ts';
import type { Race } from '../../race/race.ts';
import { createAnalyst } from '../analyst.ts';
import type { Playable } from '../feeds/feed.ts';
import { readTruth } from '../feeds/race-center/truth.ts';
import { organiserFrames } from '../truth/organiser-frames.ts';
import { toldMovesTally } from './told-moves.ts';

export interface Scored {
  readonly card: Scorecard;
  /** Spent on thinking and on the looks at the race that this takes, for each second of it. */
  readonly msPerRaceSecond: number;
}

/** Who looks on. */
export interface Onlooker {
  see(race: Race): void;
  note(outcome: Outcome): void;
}

const nobody: Onlooker = { see() {}, note() {} };

/**
 * Plays a race from beginning to end as a desk folds it, thought about by what a past has taught, and scores what was thought.
 * Stories are compared with the organiser's own riders, where a recording has them.
 */
export function play(
  { reader, play: inputs, span }: Pick<Playable, 'reader' | 'play' | 'span'>,
  past: PastRaces = recordedPast,
  onlooker: Onlooker = nobody,
): Scored {
  const engine = createEngine();
  const read = reader();
  const organiser = organiserFrames();
  const moves = toldMovesTally();
  let told: Insight['stories'] = [];
  let lengthM = 0;
  const analyst = createAnalyst(engine, past, { made() {}, matured: onlooker.note }, stop, (race, insight) => {
    told = insight.stories;
    lengthM = race.sheet.course.lengthM;
    onlooker.see(race);
  });
  let spentMs = 0;
  for (const raw of inputs(span.fromMs)) {
    const began = performance.now();
    analyst.reach(raw.atMs);
    spentMs += performance.now() - began;
    for (const event of read(raw).events) engine.apply(event);
    const truth = lengthM > 0 && readTruth(raw.text);
    if (truth) moves.see(told, organiser.note(truth, lengthM));
  }
  // What came last is thought of as well.
  analyst.reach(span.toMs + THINKS_EACH_MS);
  const card = analyst.scorecard();
  const seconds = (span.toMs - span.fromMs) / 1000;
  return { card: { ...card, stories: { ...card.stories, ...moves.figures() } }, msPerRaceSecond: spentMs / seconds };
}

function stop(why: string): never {
  throw new Error(why);
}
