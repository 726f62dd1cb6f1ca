import { describe, expect, it } from 'vitest';
import type { TrialTime } from '../../../src/insight/forecast.ts';
import { newTrialTimes, type TrialInput, trialTimes } from '../../../src/insight/predict/trial.ts';
import { START_MS } from '../../support/race.ts';
import { trialCourse, trialDay } from '../../support/trial-day.ts';

const day = trialDay(21, 60);
const FROM_S = 2000;
const TO_S = 5400;
const EVERY_S = 20;
const finish = trialCourse.marks.find(({ kind }) => kind === 'finish')!.id;

/** All looks at a day, each with what was made anew at it. */
function* looks(input: (second: number) => TrialInput, everyS = EVERY_S) {
  const look = newTrialTimes();
  for (let second = FROM_S; second < TO_S; second += everyS) {
    const now = input(second);
    const said = look(now);
    yield { now, said, anew: said.filter(({ madeMs }) => madeMs === now.race.atMs) };
  }
}

const sameAs = (all: readonly TrialTime[]) => new Map(all.map((one) => [one.id, one]));

describe('who looks again and again', () => {
  it('is told the same as who looks for the first time', { timeout: 120_000 }, () => {
    let [spoken, compared] = [0, 0];
    for (const { now, anew } of looks((second) => day.at(second))) {
      const scratch = sameAs(trialTimes(now));
      for (const one of anew) {
        expect(one).toEqual(scratch.get(one.id));
        compared += 1;
        if (one.silent === null) spoken += 1;
      }
    }
    expect(compared).toBeGreaterThan(1000);
    expect(spoken).toBeGreaterThan(500);
  });

  it('also where a time or a start is another one afterwards, or somebody is out', { timeout: 120_000 }, () => {
    const [late, wrong, gone] = day.bibs.slice(5);
    const corrected = (second: number): TrialInput => {
      const { race, times } = day.at(second);
      if (second < 4000) return { race, times };
      const passages = race.passages.map((one) =>
        one.bib === wrong && one.mark === finish ? { ...one, atMs: one.atMs + 40_000 } : one,
      );
      const runs = race
        .timeTrial!.runs.map((run) => (run.bib === late ? { ...run, startMs: run.startMs + 30_000 } : run))
        .map((run) => (run.bib === gone ? { ...run, state: 'out' as const } : run));
      return { race: { ...race, passages, timeTrial: { ...race.timeTrial!, runs } }, times };
    };
    for (const { now, anew } of looks(corrected, 3 * EVERY_S)) {
      const scratch = sameAs(trialTimes(now));
      for (const one of anew) expect(one).toEqual(scratch.get(one.id));
    }
  });

  it('of each rider once a minute or at a new split, of twelve riders at one look', () => {
    const made = new Map<string, { readonly marks: string; readonly madeMs: number }>();
    for (const { now, anew, said } of looks((second) => day.at(second), 5)) {
      if (now.race.atMs > START_MS + 3_000_000) break;
      const bibs = new Set(anew.map(({ bib }) => bib));
      expect(bibs.size).toBeLessThanOrEqual(12);
      for (const bib of bibs) {
        const marks = anew.flatMap((one) => (one.bib === bib ? one.mark : [])).join();
        const before = made.get(bib);
        if (before?.marks === marks) expect(now.race.atMs - before.madeMs).toBeGreaterThanOrEqual(60_000);
        made.set(bib, { marks, madeMs: now.race.atMs });
      }
      for (const { madeMs } of said) expect(now.race.atMs - madeMs).toBeLessThan(90_000);
    }
    expect(made.size).toBeGreaterThan(40);
  });
});
