import * as v from 'valibot';
import type { Scorecard } from '../../insight/score.ts';
import { fail, ok, type Result } from '../result.ts';

/** What `GET /api/scorecard` tells: names are null before there is a race. In JSON a figure of nothing is null. */
export interface ToldScorecard extends Scorecard {
  readonly race: string | null;
  readonly stage: string | null;
}

const name = v.nullable(v.string());
const figure = v.union([v.number(), v.nan()]);
const coverage = v.object({ p50: figure, p80: figure, n: v.number() });

const shape: v.GenericSchema<unknown, ToldScorecard> = v.object({
  race: name,
  stage: name,
  eta: v.object({ errorPct: figure, averagePct: figure, errorS: figure, n: v.number() }),
  nextPoint: v.object({ errorPct: figure, lastTenPct: figure, errorS: figure, n: v.number() }),
  gap: v.object({ errorS: figure, noChangeS: figure, lineS: figure, n: v.number() }),
  coverage: v.object({ ...coverage.entries, arrivals: coverage, gaps: coverage }),
  catch: v.object({
    ...{ brier: figure, climatology: figure, chapatte: figure, n: v.number() },
    ...{ episodes: v.number(), called: v.number(), right: v.number(), isEnough: v.boolean() },
  }),
  trial: v.object({ errorS: figure, gapHeldS: figure, p80: figure, n: v.number() }),
  stories: v.object({ told: v.number(), true: v.number(), n: v.number() }),
  flickerPerMin: figure,
  soonestS: figure,
  reliability: v.object({
    bands: v.array(v.object({ km: v.number(), arrivals: coverage, gaps: coverage })),
    catches: v.array(
      v.object({
        ...{ from: v.number(), to: v.number(), expected: figure, came: figure },
        ...{ n: v.number(), episodes: v.number() },
      }),
    ),
    finish: v.array(v.object({ km: v.number(), errorS: figure, averageS: figure })),
  }),
});

/** Figures of nothing are NaN again. A text that is something else is said to be that. */
export function readToldScorecard(text: string): Result<ToldScorecard> {
  try {
    const told = JSON.parse(text, (key, value) =>
      value === null && key !== 'race' && key !== 'stage' ? Number.NaN : value,
    );
    const read = v.safeParse(shape, told);
    if (read.success) return ok(read.output);
  } catch {
    // Said below.
  }
  return fail('What is said there is no scorecard: look whether that is a desk, and of this version.');
}
