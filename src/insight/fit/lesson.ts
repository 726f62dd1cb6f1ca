import type { StageType } from '../../race/rules/stage-type.ts';
import type { Outcome } from '../outcome.ts';
import { type PastRaces, recordedPast } from '../past.ts';
import { arrivalUnitMs } from '../predict/arrival.ts';
import { gapUnitS } from '../predict/gap-ahead.ts';

/** What one race teaches those after it. Plain data. */
export interface Lesson {
  /** Of the race and its day: two tapes of one race teach it once. */
  readonly race: string;
  readonly type: StageType;
  readonly ridden: readonly Ridden[];
  readonly closed: readonly Closed[];
  /** How wrong its forecasts were on average, in units of the error that is usual; null where too few came. */
  readonly missed: { readonly arrivals: number | null; readonly gaps: number | null };
}

/** A piece of the road, ridden without a break by one front. */
export interface Ridden {
  readonly by: 'head' | 'peloton' | 'dropped';
  readonly gradientPct: number;
  readonly isFinale: boolean;
  readonly m: number;
  readonly s: number;
}

/** What a peloton won on the head of the race, over the last kilometres in which it had one before it. */
export interface Closed {
  readonly km: number;
  readonly s: number;
}

/** Fewer prove nothing. */
const LEAST_MISSES = 20;

export function missedBy(outcomes: readonly Outcome[]): Lesson['missed'] {
  const meanOf = (kind: Outcome['kind']): number | null => {
    const all = outcomes.filter((one) => one.kind === kind).map((one) => missOf(one, recordedPast));
    return all.length < LEAST_MISSES ? null : all.reduce((sum, one) => sum + one, 0) / all.length;
  };
  return { arrivals: meanOf('arrival'), gaps: meanOf('gap') };
}

function missOf({ kind, madeMs, fromM, atM, estimate, truth, trend }: Outcome, past: PastRaces): number {
  const km = (atM - fromM) / 1000;
  const unit =
    kind === 'arrival' ? arrivalUnitMs(past, estimate.value - madeMs, km, 'point') : gapUnitS(past, trend!.gapS, km);
  return Math.abs(truth - estimate.value) / unit;
}
