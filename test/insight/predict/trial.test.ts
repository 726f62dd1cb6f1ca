import { describe, expect, it } from 'vitest';
import type { TrialTime } from '../../../src/insight/forecast.ts';
import { type TrialInput, trialTimes } from '../../../src/insight/predict/trial.ts';
import type { RoadTimes } from '../../../src/race/road-times.ts';
import { timeTrial } from '../../../src/race/time-trial/time-trial.ts';
import { race } from '../../support/race.ts';
import { type Ride, ttInput } from '../../support/time-trial.ts';
import { type TrialDay, trialCourse, trialDay } from '../../support/trial-day.ts';

const LENGTH_M = trialCourse.lengthM;
const [NINE, EIGHTEEN] = trialCourse.marks.filter(({ kind }) => kind === 'split').map(({ id }) => id);
const FINISH = trialCourse.marks.find(({ kind }) => kind === 'finish')!.id;

/** What is said of a rider once he has come so far. */
function saidAt(day: TrialDay, bib: string, distanceM: number, mark = FINISH): TrialTime & { input: TrialInput } {
  const second = Math.ceil(day.startS(bib) + day.tookS(bib, distanceM));
  const input = day.at(second, new Set([bib]));
  return { ...trialTimes(input).find((one) => one.bib === bib && one.mark === mark)!, input };
}

const isWithin = (value: number, { low, high }: { readonly low: number; readonly high: number }): boolean =>
  value >= low && value <= high;

/** Over all riders of whom something is said at a place: mean errors in seconds, and how many the bands hold. */
function measured(days: readonly TrialDay[], distanceM: number) {
  let [n, errorS, heldS, half, most] = [0, 0, 0, 0, 0];
  for (const day of days) {
    for (const bib of day.bibs) {
      const { estimate, input } = saidAt(day, bib, distanceM);
      if (!estimate) continue;
      const truthS = day.tookS(bib, LENGTH_M);
      const done = input.race.timeTrial!.runs.flatMap((run) => (run.finishS === null ? [] : [{ ...run }]));
      const best = done.reduce((a, b) => (a.finishS! <= b.finishS! ? a : b));
      const gapS = day.tookS(bib, distanceM) - day.tookS(best.bib, distanceM);
      n += 1;
      errorS += Math.abs(estimate.value - truthS);
      heldS += Math.abs(best.finishS! + gapS - truthS);
      half += isWithin(truthS, estimate.half) ? 1 : 0;
      most += isWithin(truthS, estimate.most) ? 1 : 0;
    }
  }
  return { n, errorS: errorS / n, heldS: heldS / n, half: half / n, most: most / n };
}

describe('on time trials that were not looked at before, in mid-course', () => {
  it('we err a third as much as who holds the gap, and the bands hold what they say', { timeout: 240_000 }, () => {
    // The wind takes and gives nothing, one or two per cent of a pace.
    const days = Array.from({ length: 24 }, (_, i) => trialDay(301 + i, 120, { wind: (i % 3) / 100 }));
    const { n, errorS, heldS, half, most } = measured(days, LENGTH_M / 2);
    expect(n).toBeGreaterThan(1200);
    expect(errorS).toBeLessThan(heldS / 3);
    expect(most).toBeGreaterThan(0.73);
    expect(most).toBeLessThan(0.88);
    expect(half).toBeGreaterThan(0.43);
    expect(half).toBeLessThan(0.57);
  });

  it('with twelve riders who change their bike on the way', { timeout: 120_000 }, () => {
    const unlucky = trialDay(1, 120).bibs.filter((_, i) => i % 10 === 3);
    const lost = new Map(unlucky.map((bib, i) => [bib, { atM: 6000 + 1500 * i, seconds: 60 }]));
    const days = Array.from({ length: 6 }, (_, i) => trialDay(61 + i, 120, { lost }));
    const { errorS, heldS, most } = measured(days, LENGTH_M / 2);
    expect(errorS).toBeLessThan(heldS / 3);
    expect(most).toBeGreaterThan(0.73);
    expect(most).toBeLessThan(0.88);
  });

  it('one changed bike moves nobody else by more than it moves the range', () => {
    const bib = trialDay(5, 90).bibs[30]!;
    const lost = new Map([[bib, { atM: LENGTH_M / 2, seconds: 60 }]]);
    const [plain, changed] = [trialDay(5, 90), trialDay(5, 90, { lost })];
    let compared = 0;
    for (const other of plain.bibs.slice(-25)) {
      const [a, b] = [saidAt(plain, other, LENGTH_M / 2).estimate!, saidAt(changed, other, LENGTH_M / 2).estimate!];
      const width = a.most.high - a.most.low;
      expect(Math.abs(a.value - b.value), other).toBeLessThan(width / 10);
      expect(b.most.high - b.most.low, other).toBeLessThan(width * 1.4);
      compared += 1;
    }
    expect(compared).toBe(25);
  });
});

describe('what is said, and what is not', () => {
  const day = trialDay(7, 80);
  const mid = (i: number, mark?: string) => saidAt(day, day.bibs[i]!, LENGTH_M / 2, mark);

  it('nothing before eight have come, and no range before fifteen forecasts have come due', () => {
    const silences = day.bibs.map((_, i) => mid(i).silent);
    const finishers = day.bibs.map((_, i) => mid(i).input.race.timeTrial!.runs.filter((run) => run.finishS !== null));
    for (const [i, silent] of silences.entries()) {
      if (finishers[i]!.length < 8) expect(silent, `${i}`).toBe('no history');
      else expect(silent, `${i}`).not.toBe('no history');
    }
    const spoken = silences.indexOf(null);
    expect(silences.slice(spoken).every((silent) => silent === null)).toBe(true);
    expect(silences[spoken - 1]).toBe('too early');
    expect(finishers[spoken]!.length).toBeGreaterThan(8 + 15);
    expect(mid(0)).toMatchObject({ estimate: null, because: [] });
  });

  it('the finish and the next split, of everybody who rides', () => {
    const second = day.startS(day.bibs[70]!);
    const all = trialTimes(day.at(second));
    const riding = day.bibs.filter(
      (bib) => day.startS(bib) <= second && day.startS(bib) + day.tookS(bib, LENGTH_M) > second,
    );
    const wanted = riding.flatMap((bib) => {
      const next = [9000, 18_000].find((m) => day.startS(bib) + day.tookS(bib, m) > second);
      return [...(next === 9000 ? [NINE] : next ? [EIGHTEEN] : []), FINISH].map((mark) => `trial ${bib} ${mark}`);
    });
    expect(all.map(({ id }) => id)).toEqual(wanted);
    const split = all.filter(({ mark, silent }) => mark === EIGHTEEN && silent === null);
    expect(split.length).toBeGreaterThan(5);
    for (const { bib, estimate, untilMs } of split) {
      const truthS = day.tookS(bib, 18_000);
      expect(Math.abs(estimate!.value - truthS) / truthS).toBeLessThan(0.05);
      expect(untilMs).toBe(
        day.at(second).race.sheet.starts![0]!.startMs + (day.startS(bib) + estimate!.most.high) * 1000,
      );
    }
  });

  it('rests on the seconds to the best of the finishers at this point, and on how many they are', () => {
    const { because, input, bib } = mid(70);
    const done = input.race.timeTrial!.runs.filter((run) => run.finishS !== null);
    const [split, finishers] = because;
    expect(finishers).toEqual({ of: 'finishers', value: done.length });
    const best = Math.min(...done.map((one) => day.tookS(one.bib, LENGTH_M / 2)));
    expect(split!.value).toBeCloseTo(day.tookS(bib, LENGTH_M / 2) - best, 6);
  });

  it('half of all cases lie within four of five, and both around the value', () => {
    for (let i = 60; i < 80; i += 1) {
      const { value, half, most } = mid(i).estimate!;
      expect([most.low, half.low, value, half.high, most.high]).toEqual(
        [most.low, half.low, value, half.high, most.high].toSorted((a, b) => a - b),
      );
    }
  });

  it('nothing of who has ridden little, and nothing of who stands', () => {
    expect(saidAt(day, day.bibs[70]!, 3000).silent).toBe('too early');
    const bib = day.bibs[70]!;
    const stands = trialDay(7, 80, { lost: new Map([[bib, { atM: 15_000, seconds: 120 }]]) });
    const second = stands.startS(bib) + stands.tookS(bib, 15_000) + 60;
    const one = trialTimes(stands.at(second)).find((said) => said.bib === bib);
    expect(one).toMatchObject({ silent: 'stopped', estimate: null });
  });

  it('is the same of the same, in whatever order it is told', () => {
    const { race, times } = day.at(5000);
    const [places, passages] = [[...race.places].reverse(), [...race.passages].reverse()];
    const said = trialTimes({ race, times });
    expect(trialTimes({ race, times })).toEqual(said);
    expect(trialTimes({ race: { ...race, places, passages }, times })).toEqual(said);
    expect(trialTimes({ race, times: null })).toEqual([]);
    expect(trialTimes({ race: { ...race, timeTrial: null }, times })).toEqual([]);
  });
});

describe('what it goes by', () => {
  const day = trialDay(9, 80);
  const bib = day.bibs[72]!;
  const atSplit = day.at(Math.ceil(day.startS(bib) + day.tookS(bib, 9000)) + 20, new Set([bib]));
  const ofHim = (input: TrialInput) => trialTimes(input).find((one) => one.bib === bib && one.mark === FINISH)!;

  it('no estimated time on the road: then lines alone tell', () => {
    const { race, times } = atSplit;
    const estimated = ofHim({
      race,
      times: { ...times, passedAt: (who, m) => ({ ...times.passedAt(who, m)!, estimated: true }) },
    });
    expect(estimated.silent).not.toBe(null);
    const atLines = ofHim({
      race,
      times: {
        ...times,
        passedAt: (who, m) => (m === 9000 || m === 18_000 ? times.passedAt(who, m) : null),
      },
    });
    const truthS = day.tookS(bib, LENGTH_M);
    expect(atLines.silent).toBeNull();
    expect(isWithin(truthS, { low: atLines.estimate!.value * 0.96, high: atLines.estimate!.value * 1.04 })).toBe(true);
  });

  it('no estimated finish', () => {
    const { race, times } = atSplit;
    const passages = race.passages.map((one) => (one.mark === FINISH ? { ...one, origin: 'estimated' as const } : one));
    expect(ofHim({ race, times }).silent).toBeNull();
    expect(ofHim({ race: { ...race, passages }, times }).silent).toBe('no history');
  });
});

it('a team is told by the rider on whom its clock stops', { timeout: 60_000 }, () => {
  const day = trialDay(3, 8 * 60, { type: 'team-time-trial' });
  const lastTeam = day.bibs.slice(-8);
  const at = (m: number) => lastTeam.map((bib) => day.tookS(bib, m)).sort((a, b) => a - b)[3]!;
  const second = Math.ceil(day.startS(lastTeam[0]!) + at(LENGTH_M / 2));
  const input = day.at(second);
  const said = trialTimes(input).filter(({ mark }) => mark === FINISH);
  const ofTeam = said.find(({ id }) => id === `trial T60 ${FINISH}`)!;
  const fourth = lastTeam.toSorted((a, b) => day.tookS(a, LENGTH_M / 2) - day.tookS(b, LENGTH_M / 2))[3];
  expect(ofTeam).toMatchObject({ silent: null, bib: fourth });
  expect(Math.abs(ofTeam.estimate!.value - at(LENGTH_M))).toBeLessThan(0.03 * at(LENGTH_M));
  const done = input.race.timeTrial!.teams.filter(({ finishS }) => finishS !== null).length;
  expect(ofTeam.because[1]).toEqual({ of: 'finishers', value: done });
});

it('of riders who keep their speed it is certain: so much farther, so much longer', () => {
  const rides = Array.from({ length: 60 }, (_, i): Ride => {
    return { bib: `${Math.floor(i / 8) * 10 + (i % 8) + 1}`, startS: i * 60, mps: 12 + ((i * 7) % 20) / 10 };
  });
  const last = rides[59]!;
  const input = ttInput(rides, last.startS + 12_000 / last.mps);
  const { atMs, places, passages, sheet, timeAt } = input;
  const passedAt: RoadTimes['passedAt'] = (bib, distanceM) => {
    const passedMs = timeAt(bib, distanceM);
    return passedMs === null ? null : { atMs: passedMs, estimated: false };
  };
  const said = trialTimes({
    race: race({ sheet, atMs, places, passages, timeTrial: timeTrial(input) }),
    times: { passedAt, firstAt: () => null },
  });
  const { estimate } = said.find(({ bib }) => bib === last.bib)!;
  for (const second of [estimate!.value, estimate!.most.low, estimate!.most.high])
    expect(second).toBeCloseTo(20_000 / last.mps, 6);
});
