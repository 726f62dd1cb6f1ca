import type { Scorecard } from '../../insight/score.ts';
import { fail, ok, type Result } from '../result.ts';

/** What `GET /api/scorecard` tells: names are null before there is a race. In JSON a figure of nothing is null. */
export interface ToldScorecard extends Scorecard {
  readonly race: string | null;
  readonly stage: string | null;
}

/** Figures of nothing are NaN again. A text that is something else is said to be that. */
export function readToldScorecard(text: string): Result<ToldScorecard> {
  try {
    const told = JSON.parse(text, (name, value) =>
      value === null && name !== 'race' && name !== 'stage' ? Number.NaN : value,
    );
    if (Array.isArray(told?.reliability?.bands)) return ok(told as ToldScorecard);
  } catch {
    // Said below.
  }
  return fail('What is said there is no scorecard: look whether that is a desk, and of this version.');
}
