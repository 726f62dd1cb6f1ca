import type { Forecast } from '../insight/forecast.ts';
import type { Insight, RaceAndInsight } from '../insight/insight.ts';
import type { Outcome } from '../insight/outcome.ts';
import type { PastRaces } from '../insight/past.ts';
import { newScorer, type Scorecard } from '../insight/score.ts';
import { createThinker, SET_BACK_MS, THINKS_EACH_MS, thinkingMoment } from '../insight/think.ts';
import type { Engine } from '../race/engine.ts';
import type { Race } from '../race/race.ts';
import { whatFailed } from './outlive.ts';

/**
 * Sits beside the engine and says what follows from the race. He thinks at fixed moments of its clock, whoever looks and
 * however its past is folded: so the same inputs give the same insight. It never costs the race: where he fails, the race is
 * told without.
 */
export interface Analyst {
  /**
   * All that came before this moment is in the engine, and nothing later; nor has the engine been told that a later one has
   * come. He thinks at the moments up to it.
   */
  reach(atMs: number): void;
  /** The race as it is now, with what he thought last. Null before the first sheet. Throws where the engine does. */
  race(atMs: number): RaceAndInsight | null;
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

/** Of so long a hole, and of a clock that was set on by so much, only the end is thought of. */
const HOLE_MS = 3_600_000;

/** `trouble` is told why he could not think; `watch` sees the race of each moment with what he thought of it. */
export function createAnalyst(
  engine: Pick<Engine, 'advance' | 'race' | 'roadTimes'>,
  past: PastRaces,
  hearer: ForecastHearer,
  trouble: (why: string) => void,
  watch: (race: Race, insight: Insight) => void = () => {},
): Analyst {
  const scorer = newScorer(past);
  const thinker = createThinker(past, (outcome) => {
    scorer.note(outcome);
    hearer.matured(outcome);
  });
  let reachedMs = Number.NEGATIVE_INFINITY;
  let thought: { readonly of: string; readonly insight: Insight } | null = null;
  let known: Insight['forecasts'] = [];

  const hear = ({ forecasts }: Insight) => {
    if (forecasts === known) return;
    const before = new Set(known);
    known = forecasts;
    for (const one of forecasts) if (one.silent === null && !before.has(one)) hearer.made(one);
  };
  const raceAt = (atMs: number): Race | null => {
    try {
      engine.advance(atMs);
      return engine.race(atMs);
    } catch {
      // Whoever asks for the race is told.
      return null;
    }
  };
  const thinkAt = (atMs: number) => {
    const race = raceAt(atMs);
    thought = null;
    if (!race) return;
    try {
      const insight = thinker.think(race, engine.roadTimes());
      hear(insight);
      scorer.see(race, insight);
      watch(race, insight);
      thought = { of: race.sheet.info.id, insight };
    } catch (error) {
      trouble(whatFailed(error));
    }
  };
  return {
    reach(atMs) {
      const last = thinkingMoment(atMs);
      if (last <= reachedMs && last > reachedMs - SET_BACK_MS) return;
      const goesOn = last > reachedMs && last - reachedMs <= HOLE_MS;
      const first = goesOn ? reachedMs + THINKS_EACH_MS : last;
      reachedMs = last;
      for (let moment = first; moment <= last; moment += THINKS_EACH_MS) thinkAt(moment);
    },
    race(atMs) {
      const race = engine.race(atMs);
      return race && thought?.of === race.sheet.info.id ? { ...race, insight: thought.insight } : race;
    },
    scorecard: scorer.card,
  };
}
