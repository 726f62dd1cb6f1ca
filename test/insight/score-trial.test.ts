import { expect, it } from 'vitest';
import type { TrialTime } from '../../src/insight/forecast.ts';
import { noInsight } from '../../src/insight/insight.ts';
import { recordedPast } from '../../src/insight/past.ts';
import { newScorer } from '../../src/insight/score.ts';
import { createThinker } from '../../src/insight/think.ts';
import { trialCourse, trialDay } from '../support/trial-day.ts';

const LENGTH_M = trialCourse.lengthM;
const day = trialDay(41, 90);
const lastS = day.startS(day.bibs.at(-1)!) + day.tookS(day.bibs.at(-1)!, LENGTH_M);
/** The desk hears positions all the time; what is known of them is in the race. */
const at = (second: number) => {
  const { race, times } = day.at(second);
  return { race: { ...race, health: { ...race.health, topics: [] } }, times };
};

it('scores what was forecast of each rider in mid-course, beside the gap that is held', { timeout: 120_000 }, () => {
  const scorer = newScorer(recordedPast);
  const thinker = createThinker(recordedPast);
  for (let second = 0; second <= lastS + 60; second += 10) {
    const { race, times } = at(second);
    scorer.see(race, thinker.think(race, times));
  }
  const { errorS, gapHeldS, p80, n } = scorer.card().trial;
  // Of the first ones nothing is said.
  expect(n).toBeGreaterThan(35);
  expect(n).toBeLessThan(75);
  expect(errorS).toBeGreaterThan(1);
  expect(errorS).toBeLessThan(gapHeldS / 2);
  expect(p80).toBeGreaterThan(0.55);
  expect(p80).toBeLessThanOrEqual(1);
});

it('takes the time that came, once, and no other part of the way', () => {
  const [bib] = day.bibs.slice(60);
  const forecast = (second: number, valueS: number): TrialTime => ({
    kind: 'trial',
    id: `trial ${bib} finish`,
    madeMs: at(second).race.atMs,
    untilMs: 9e12,
    because: [],
    silent: null,
    bib: bib!,
    mark: trialCourse.marks.find(({ kind }) => kind === 'finish')!.id,
    estimate: {
      value: valueS,
      half: { low: valueS - 5, high: valueS + 5 },
      most: { low: valueS - 10, high: valueS + 10 },
    },
  });
  const tookS = day.tookS(bib!, LENGTH_M);
  const secondAt = (share: number) => Math.ceil(day.startS(bib!) + day.tookS(bib!, share * LENGTH_M));
  const scorer = newScorer(recordedPast);
  const say = (share: number, valueS: number) =>
    scorer.see(at(secondAt(share)).race, { ...noInsight, forecasts: [forecast(secondAt(share), valueS)] });
  say(0.3, tookS + 300);
  expect(scorer.card().trial.n).toBe(0);
  say(0.45, tookS + 12);
  say(0.55, tookS + 300);
  expect(scorer.card().trial.n).toBe(0);
  scorer.see(at(Math.ceil(lastS)).race, noInsight);
  const { errorS, p80, n, gapHeldS } = scorer.card().trial;
  expect([n, p80]).toEqual([1, 0]);
  expect(errorS).toBeCloseTo(12, 3);
  // As it was then: who was the best who had come, and how far he was behind him here.
  const now = secondAt(0.45);
  const came = day.bibs.filter((one) => day.startS(one) + day.tookS(one, LENGTH_M) <= now);
  const best = came.reduce((a, b) => (day.tookS(a, LENGTH_M) <= day.tookS(b, LENGTH_M) ? a : b));
  const placeM = day.placeAt(bib!, now);
  const heldS = day.tookS(best, LENGTH_M) + day.tookS(bib!, placeM) - day.tookS(best, placeM);
  expect(gapHeldS).toBeCloseTo(Math.abs(heldS - tookS), 0);
});
