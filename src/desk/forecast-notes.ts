import type { ForecastHearer } from './analyst.ts';
import type { Recorder } from './recorder.ts';

/**
 * Each forecast goes on the tape when it is made, and what became of it when that is known. What is thought again, of a past
 * that is folded or played once more, is there already.
 */
export function forecastNotes(
  recorder: Pick<Recorder, 'forecast' | 'outcome'>,
  isFolding: () => boolean,
): ForecastHearer {
  let [madeMs, maturedMs] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return {
    made(forecast) {
      if (forecast.madeMs < madeMs) return;
      madeMs = forecast.madeMs;
      if (!isFolding()) recorder.forecast(forecast);
    },
    matured(outcome) {
      if (outcome.madeMs < maturedMs) return;
      maturedMs = outcome.madeMs;
      if (!isFolding()) recorder.outcome(outcome);
    },
  };
}
