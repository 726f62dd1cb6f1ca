import { expect, it } from 'vitest';
import { trialTimes } from '../../../src/insight/predict/trial.ts';
import { createEngine } from '../../../src/race/engine.ts';
import { START_MS } from '../../support/race.ts';
import { frame, noisyTracker } from '../../support/ride.ts';
import { trialCourse, trialDay } from '../../support/trial-day.ts';

const COUNT = 80;
const EVERY_S = 12;
const finish = trialCourse.marks.find(({ kind }) => kind === 'finish')!;

it('by the engine: trackers that err, and a line that times, say what the truth would', { timeout: 240_000 }, () => {
  const day = trialDay(12, COUNT);
  const engine = createEngine();
  engine.apply({ kind: 'sheet', sheet: day.at(0).race.sheet });
  const trackers = new Map(day.bibs.map((bib, i) => [bib, noisyTracker(i + 1)]));
  const endS = (bib: string) => day.startS(bib) + day.tookS(bib, finish.distanceM);
  const middleS = (bib: string) => day.startS(bib) + day.tookS(bib, finish.distanceM / 2);
  const offs: number[] = [];
  for (let second = 0; offs.length < 20 && second < endS(day.bibs[COUNT - 1]!); second += EVERY_S) {
    const isNow = (atS: number) => atS <= second && atS > second - EVERY_S;
    const atMs = START_MS + second * 1000;
    const riding = day.bibs.filter((bib) => second >= day.startS(bib) && second < endS(bib));
    const samples = riding.map((bib) => {
      const fix = trackers.get(bib)!(trialCourse, day.placeAt(bib, second));
      return { bib, ...fix, speedKph: null };
    });
    engine.apply(frame(atMs, samples));
    const passings = day.bibs
      .filter((bib) => isNow(endS(bib)))
      .map((bib) => ({ bib, mark: finish.id, atMs: START_MS + Math.round(endS(bib) * 1000) }));
    if (passings.length > 0) engine.apply({ kind: 'passings', origin: 'timed', passings });
    engine.advance(atMs);
    const middle = riding.filter((bib) => isNow(middleS(bib)));
    if (middle.length === 0) continue;
    const said = trialTimes({ race: engine.race(atMs)!, times: engine.roadTimes() });
    const exact = new Map(trialTimes(day.at(second)).map((one) => [one.id, one.estimate]));
    for (const { id, bib, mark, estimate } of said) {
      const truth = exact.get(id);
      if (estimate && truth && mark === finish.id && middle.includes(bib)) offs.push(estimate.value - truth.value);
    }
  }
  expect(offs.length).toBeGreaterThan(15);
  const sorted = offs.map(Math.abs).sort((a, b) => a - b);
  expect(sorted[sorted.length >> 1]).toBeLessThan(3);
  expect(sorted.at(-1)).toBeLessThan(15);
});
