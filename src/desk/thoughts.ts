import type { Forecast } from '../insight/forecast.ts';
import type { Insight, RaceAndInsight } from '../insight/insight.ts';
import type { Outcome } from '../insight/outcome.ts';
import type { PastRaces } from '../insight/past.ts';
import { newScorer, type Scorecard } from '../insight/score.ts';
import { createThinker } from '../insight/think.ts';
import type { Engine } from '../race/engine.ts';
import { whatFailed } from './outlive.ts';

/** The race with what follows from it. Thinking never costs the race: where it fails, the race is told without. */
export interface Thoughts {
  /** Null before the first sheet. Throws where the engine does. */
  race(atMs: number): RaceAndInsight | null;
  /** A moment goes by for which nobody asks: while the past is folded, what is thought is to have no hole. */
  pass(atMs: number): void;
  /** How good the forecasts of this race were so far. */
  scorecard(): Scorecard;
}

/** Who is told of forecasts, each once. */
export interface ForecastHearer {
  /** It speaks, and is given out. */
  made(forecast: Forecast): void;
  /** What was expected of a moment that has come. */
  matured(outcome: Outcome): void;
}

export const nobodyHears: ForecastHearer = { made() {}, matured() {} };

/** Whoever looks asks more often; a past is thought about this often. */
const UNASKED_MS = 30_000;
/** Scores are of seconds, however often the race is asked for. */
const SCORED_MS = 1000;

/** `trouble` is told why it could not think. */
export function createThoughts(
  engine: Engine,
  past: PastRaces,
  hearer: ForecastHearer,
  trouble: (why: string) => void,
): Thoughts {
  const scorer = newScorer(past);
  const thinker = createThinker(past, (outcome) => {
    scorer.note(outcome);
    hearer.matured(outcome);
  });
  let [askedMs, scoredMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let known: Insight['forecasts'] = [];

  const hear = ({ forecasts }: Insight) => {
    if (forecasts === known) return;
    const before = new Set(known);
    known = forecasts;
    for (const one of forecasts) if (one.silent === null && !before.has(one)) hearer.made(one);
  };
  const race = (atMs: number): RaceAndInsight | null => {
    askedMs = atMs;
    const now = engine.race(atMs);
    if (!now) return null;
    try {
      const insight = thinker.think(now, engine.roadTimes());
      hear(insight);
      if (now.atMs >= scoredMs + SCORED_MS) {
        scoredMs = now.atMs;
        scorer.see(now, insight);
      }
      return { ...now, insight };
    } catch (error) {
      trouble(whatFailed(error));
      return now;
    }
  };
  return {
    race,
    pass(atMs) {
      if (atMs < askedMs + UNASKED_MS) return;
      try {
        race(atMs);
      } catch {
        // Whoever asks for the race is told.
      }
    },
    scorecard: scorer.card,
  };
}
