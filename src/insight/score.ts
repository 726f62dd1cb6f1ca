import type { Race } from '../race/race.ts';
import { type Coverage, coverageOf, isMadeAt } from './coverage.ts';
import type { Catch } from './forecast.ts';
import { headKey } from './front.ts';
import type { Insight } from './insight.ts';
import { mean } from './mean.ts';
import type { Outcome } from './outcome.ts';
import type { PastRaces } from './past.ts';
import { type Reliability, reliabilityOf } from './reliability.ts';
import { type CatchFigures, catchTally } from './score-catch.ts';
import { type FinishFigures, finishTally } from './score-finish.ts';
import { type TrialFigures, trialTally } from './score-trial.ts';
import { isFrontMove } from './story/front-move.ts';

/** What became of what was forecast, misses included: what a public scorecard says. Means; NaN where nothing was scored. */
export interface Scorecard {
  /** The front at the finish. */
  readonly eta: FinishFigures;
  /** The front 10 km ahead: per cent of the time that it took. `lastTen` is the speed of the last ten minutes. */
  readonly nextPoint: {
    readonly errorPct: number;
    readonly lastTenPct: number;
    readonly errorS: number;
    readonly n: number;
  };
  /** Gaps 10 km ahead, in seconds; as if they stayed, and as if they went on as they do. */
  readonly gap: {
    readonly errorS: number;
    readonly noChangeS: number;
    readonly lineS: number;
    readonly n: number;
  };
  /** How often the truth was within the bands, up to 20 km ahead. */
  readonly coverage: Coverage & { readonly arrivals: Coverage; readonly gaps: Coverage };
  readonly catch: CatchFigures;
  readonly trial: TrialFigures;
  /** Moves in front that were told; `n` of them could be compared with an organiser's own riders, and `true` of these were so. */
  readonly stories: { readonly told: number; readonly true: number; readonly n: number };
  /** How often a word was another one, in each minute of the race, and after how many seconds at the soonest. */
  readonly flickerPerMin: number;
  readonly soonestS: number;
  readonly reliability: Reliability;
}

export interface Scorer {
  /** The race, second by second or so, and what is given out of it. */
  see(race: Race, insight: Insight): void;
  note(outcome: Outcome): void;
  card(): Scorecard;
}

const EVERY_MS = 60_000;
const AHEAD_KM = 10;
const COVERED_M = 20_000;
const TEN_MS = 600_000;

export function newScorer(past: PastRaces): Scorer {
  const outcomes: (Outcome & { readonly lastTenMs: number })[] = [];
  const head: { readonly atMs: number; readonly distanceM: number }[] = [];
  const catches = catchTally(past);
  const trial = trialTally();
  const words = wordTally();
  const finish = finishTally();
  let [firstMs, nextMs, lastMs, told] = [Number.NaN, Number.NEGATIVE_INFINITY, Number.NaN, 0];

  return {
    see(race, insight) {
      const { atMs } = race;
      if (Number.isNaN(firstMs)) firstMs = atMs;
      lastMs = atMs;
      words.see(race, insight);
      catches.see(race, insight);
      trial.see(race, insight);
      finish.see(race, insight);
      told = insight.stories.filter(isFrontMove).length;
      const frontM = race.groups[0]?.frontM;
      if (atMs < nextMs || frontM === undefined || finish.isOver() || race.phase !== 'racing') return;
      nextMs = atMs + EVERY_MS;
      head.push({ atMs, distanceM: frontM });
    },
    note(outcome) {
      outcomes.push({ ...outcome, lastTenMs: outcome.of === headKey ? lastTen(head, outcome) : Number.NaN });
    },
    card() {
      const ahead = outcomes.filter((one) => isMadeAt(one, AHEAD_KM));
      const gaps = ahead.filter(({ kind }) => kind === 'gap');
      const near = outcomes.filter(({ fromM, atM }) => atM - fromM <= COVERED_M + 1);
      return {
        eta: finish.figures(),
        nextPoint: pointFigures(ahead.filter(({ of }) => of === headKey)),
        gap: {
          errorS: mean(gaps, ({ estimate, truth }) => Math.abs(estimate.value - truth)),
          noChangeS: mean(gaps, ({ trend, truth }) => Math.abs(trend!.gapS - truth)),
          lineS: mean(gaps, ({ trend, truth }) => Math.abs(Math.max(0, trend!.gapS + trend!.slope * AHEAD_KM) - truth)),
          n: gaps.length,
        },
        coverage: {
          ...coverageOf(near),
          arrivals: coverageOf(near.filter(({ kind }) => kind === 'arrival')),
          gaps: coverageOf(near.filter(({ kind }) => kind === 'gap')),
        },
        catch: catches.figures(),
        trial: trial.figures(),
        stories: { told, true: 0, n: 0 },
        flickerPerMin: words.changes() / ((lastMs - firstMs) / 60_000),
        soonestS: words.soonestS(),
        reliability: reliabilityOf(outcomes, catches.ended(), finish.byKm()),
      };
    },
  };
}

function pointFigures(all: readonly (Outcome & { readonly lastTenMs: number })[]): Scorecard['nextPoint'] {
  const known = all.filter(({ lastTenMs }) => !Number.isNaN(lastTenMs));
  const pct = (of: (one: (typeof known)[number]) => number) =>
    mean(known, (one) => (100 * Math.abs(of(one) - one.truth)) / (one.truth - one.madeMs));
  return {
    errorPct: pct(({ estimate }) => estimate.value),
    lastTenPct: pct(({ lastTenMs }) => lastTenMs),
    errorS: mean(known, ({ estimate, truth }) => Math.abs(estimate.value - truth) / 1000),
    n: known.length,
  };
}

/** When the front had come there at its speed of the ten minutes before; NaN where those are not known. */
function lastTen(head: readonly { readonly atMs: number; readonly distanceM: number }[], outcome: Outcome): number {
  const before = head.find(({ atMs }) => atMs >= outcome.madeMs - TEN_MS);
  if (!before || outcome.madeMs - before.atMs < TEN_MS / 2) return Number.NaN;
  const msPerM = (outcome.madeMs - before.atMs) / (outcome.fromM - before.distanceM);
  return outcome.madeMs + (outcome.atM - outcome.fromM) * msPerM;
}

/** How often the words change, and how soon after one another. */
function wordTally() {
  const said = new Map<string, { readonly word: Catch['word']; readonly atMs: number }>();
  let [changes, soonestMs] = [0, Number.POSITIVE_INFINITY];
  return {
    see({ atMs }: Race, { forecasts }: Insight): void {
      for (const one of forecasts) {
        if (one.kind !== 'catch' || one.word === null) continue;
        const before = said.get(one.id);
        if (before?.word === one.word) continue;
        if (before) [changes, soonestMs] = [changes + 1, Math.min(soonestMs, atMs - before.atMs)];
        said.set(one.id, { word: one.word, atMs });
      }
    },
    changes: () => changes,
    soonestS: () => soonestMs / 1000,
  };
}
