import { expect, it } from 'vitest';
import { createIntake } from '../../../src/desk/intake.ts';
import { createNotices } from '../../../src/desk/notices.ts';
import { headKey } from '../../../src/insight/front.ts';
import { type PastRaces, recordedPast } from '../../../src/insight/past.ts';
import { etaId } from '../../../src/insight/predict/eta.ts';
import { fieldAt } from '../../support/field-at.ts';

/** When the head is expected at the finish, a quarter of an hour into a race. */
function expectedMs(history?: PastRaces): number {
  const feed = fieldAt(12);
  const notices = createNotices(() => {});
  const intake = createIntake({ source: feed, notices, wallMs: null, ...(history && { history }) });
  const untilMs = feed.span.fromMs + 900_000;
  for (const input of feed.play(0)) {
    if (input.atMs > untilMs) break;
    intake.take(input);
    intake.advance(input.atMs);
    intake.race(input.atMs);
  }
  const eta = intake.race(untilMs)?.insight?.forecasts.find(({ id }) => id === etaId(headKey, 'finish'));
  if (eta?.kind !== 'eta' || !eta.estimate) throw new Error('nothing is forecast');
  return eta.estimate.value;
}

it('a desk forecasts by what earlier races have taught', () => {
  const slower = recordedPast.pace.map((one) => ({ ...one, kph: one.kph / 1.2 }));
  expect(expectedMs({ ...recordedPast, pace: slower })).toBeGreaterThan(expectedMs() + 300_000);
  expect(expectedMs(recordedPast)).toBe(expectedMs());
});
