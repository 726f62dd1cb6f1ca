import type { Race } from '../race/race.ts';
import type { Catch } from './forecast.ts';
import { headKey } from './front.ts';
import type { Insight } from './insight.ts';
import type { Outcome } from './outcome.ts';
import type { PastRaces } from './past.ts';
import { etaId } from './predict/eta.ts';
import { type CatchFigures, catchTally } from './score-catch.ts';
import { type TrialFigures, trialTally } from './score-trial.ts';

/** What became of what was forecast, misses included: what a public scorecard says. Means; NaN where nothing was scored. */
export interface Scorecard {
  /** The front at the finish, from 60 to 20 km out: per cent of the time left. `average` is the average speed so far. */
  readonly eta: { readonly errorPct: number; readonly averagePct: number; readonly errorS: number; readonly n: number };
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
  readonly stories: { readonly told: number; readonly true: number; readonly n: number };
  /** How often a word was another one, in each minute of the race, and after how many seconds at the soonest. */
  readonly flickerPerMin: number;
  readonly soonestS: number;
}

interface Coverage {
  readonly p50: number;
  readonly p80: number;
  readonly n: number;
}

export interface Scorer {
  /** The race, second by second or so, and what is given out of it. */
  see(race: Race, insight: Insight): void;
  note(outcome: Outcome): void;
  card(): Scorecard;
}

interface Expected {
  readonly madeMs: number;
  readonly valueMs: number;
  readonly averageMs: number;
}

const EVERY_MS = 60_000;
const FINISH_M = { from: 60_000, to: 20_000 };
const AHEAD_M = 10_000;
const COVERED_M = 20_000;
const TEN_MS = 600_000;

export function newScorer(past: PastRaces): Scorer {
  const expected: Expected[] = [];
  const outcomes: (Outcome & { readonly lastTenMs: number })[] = [];
  const head: { readonly atMs: number; readonly distanceM: number }[] = [];
  const catches = catchTally(past);
  const trial = trialTally();
  const words = wordTally();
  let [firstMs, nextMs, finishMs, lastMs] = [Number.NaN, Number.NEGATIVE_INFINITY, Number.NaN, Number.NaN];

  const expectFinish = (race: Race, { forecasts }: Insight, frontM: number): void => {
    const leftM = race.sheet.course.lengthM - frontM;
    const eta = forecasts.find(({ id }) => id === etaId(headKey, 'finish'));
    const { startMs } = race.sheet.info;
    if (leftM > FINISH_M.from || leftM < FINISH_M.to || eta?.kind !== 'eta' || !eta.estimate || startMs === null)
      return;
    const averageMs = race.atMs + (leftM / frontM) * (race.atMs - startMs);
    expected.push({ madeMs: race.atMs, valueMs: eta.estimate.value, averageMs });
  };
  return {
    see(race, insight) {
      const { atMs } = race;
      if (Number.isNaN(firstMs)) firstMs = atMs;
      lastMs = atMs;
      words.see(race, insight);
      catches.see(race, insight);
      trial.see(race, insight);
      const first = race.places.find(({ finish }) => finish !== null)?.finish;
      if (first && Number.isNaN(finishMs)) finishMs = first.atMs;
      const frontM = race.groups[0]?.frontM;
      if (atMs < nextMs || frontM === undefined || first || race.phase !== 'racing') return;
      nextMs = atMs + EVERY_MS;
      head.push({ atMs, distanceM: frontM });
      expectFinish(race, insight, frontM);
    },
    note(outcome) {
      outcomes.push({ ...outcome, lastTenMs: outcome.of === headKey ? lastTen(head, outcome) : Number.NaN });
    },
    card() {
      const gaps = outcomes.filter(({ kind, atM, fromM }) => kind === 'gap' && atM - fromM === AHEAD_M);
      return {
        eta: etaFigures(expected, finishMs),
        nextPoint: pointFigures(outcomes.filter(({ atM, fromM, of }) => of === headKey && atM - fromM === AHEAD_M)),
        gap: {
          errorS: mean(gaps, ({ estimate, truth }) => Math.abs(estimate.value - truth)),
          noChangeS: mean(gaps, ({ trend, truth }) => Math.abs(trend!.gapS - truth)),
          lineS: mean(gaps, ({ trend, truth }) =>
            Math.abs(Math.max(0, trend!.gapS + (trend!.slope * AHEAD_M) / 1000) - truth),
          ),
          n: gaps.length,
        },
        coverage: {
          ...coverageOf(outcomes),
          arrivals: coverageOf(outcomes.filter(({ kind }) => kind === 'arrival')),
          gaps: coverageOf(outcomes.filter(({ kind }) => kind === 'gap')),
        },
        catch: catches.figures(),
        trial: trial.figures(),
        stories: { told: 0, true: 0, n: 0 },
        flickerPerMin: words.changes() / ((lastMs - firstMs) / 60_000),
        soonestS: words.soonestS(),
      };
    },
  };
}

function mean<T>(list: readonly T[], of: (one: T) => number): number {
  return list.length > 0 ? list.reduce((sum, one) => sum + of(one), 0) / list.length : Number.NaN;
}

function etaFigures(expected: readonly Expected[], finishMs: number): Scorecard['eta'] {
  const known = Number.isNaN(finishMs) ? [] : expected;
  const pct = (of: 'valueMs' | 'averageMs') =>
    mean(known, (one) => (100 * Math.abs(one[of] - finishMs)) / (finishMs - one.madeMs));
  return {
    errorPct: pct('valueMs'),
    averagePct: pct('averageMs'),
    errorS: mean(known, ({ valueMs }) => Math.abs(valueMs - finishMs) / 1000),
    n: known.length,
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

function coverageOf(outcomes: readonly Outcome[]): Coverage {
  const near = outcomes.filter(({ fromM, atM }) => atM - fromM <= COVERED_M);
  const share = (band: 'half' | 'most') =>
    mean(near, ({ estimate, truth }) => Number(truth >= estimate[band].low && truth <= estimate[band].high));
  return { p50: share('half'), p80: share('most'), n: near.length };
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
