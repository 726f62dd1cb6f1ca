import { mean } from './mean.ts';
import type { Outcome } from './outcome.ts';

/** How often the truth was within the bands that were to hold it in 50 and in 80 per cent of cases: shares; NaN of nothing. */
export interface Coverage {
  readonly p50: number;
  readonly p80: number;
  readonly n: number;
}

export function coverageOf(outcomes: readonly Outcome[]): Coverage {
  const share = (band: 'half' | 'most') =>
    mean(outcomes, ({ estimate, truth }) => Number(truth >= estimate[band].low && truth <= estimate[band].high));
  return { p50: share('half'), p80: share('most'), n: outcomes.length };
}

/** It was made so many kilometres before the place; sums of metres are not exact. */
export const isMadeAt = ({ fromM, atM }: Pick<Outcome, 'fromM' | 'atM'>, km: number): boolean =>
  Math.abs(atM - fromM - km * 1000) < 1;
