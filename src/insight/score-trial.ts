import type { Race } from '../race/race.ts';
import type { Run } from '../race/time-trial/run.ts';
import type { Bib } from '../race/units.ts';
import type { Band } from './estimate.ts';
import type { Insight } from './insight.ts';

export interface TrialFigures {
  /** Seconds at the finish, of what was forecast in mid-course; and as if the gap to the hot seat there were held. */
  readonly errorS: number;
  readonly gapHeldS: number;
  /** How often the truth was within the band of four in five. */
  readonly p80: number;
  /** Riders, each forecast once. */
  readonly n: number;
}

interface Expected {
  readonly valueS: number;
  readonly most: Band;
  readonly gapHeldS: number;
}

/** So much of the way is mid-course. */
const MIDDLE = { from: 0.4, to: 0.6 };
/** What was forecast is compared with the gap of the same moment. */
const FRESH_MS = 10_000;

/** What became of the times that were forecast of riders against the clock, once a line or a tracker has measured them. */
export function trialTally() {
  const expected = new Map<Bib, Expected>();
  const came = new Map<Bib, number>();
  return {
    see(race: Race, insight: Insight): void {
      if (race.timeTrial === null || race.sheet.info.type !== 'time-trial') return;
      const runs = new Map(race.timeTrial.runs.map((run) => [run.bib, run]));
      for (const [bib, one] of expectedNow(race, insight, runs)) if (!expected.has(bib)) expected.set(bib, one);
      for (const { bib, finishS, finishOrigin } of runs.values())
        if (finishS !== null && finishOrigin !== 'estimated') came.set(bib, finishS);
    },
    figures(): TrialFigures {
      const scored = [...expected].flatMap(([bib, one]) => {
        const truthS = came.get(bib);
        return truthS === undefined ? [] : [{ ...one, truthS }];
      });
      const mean = (of: (one: (typeof scored)[number]) => number): number =>
        scored.length > 0 ? scored.reduce((sum, one) => sum + of(one), 0) / scored.length : Number.NaN;
      return {
        errorS: mean(({ valueS, truthS }) => Math.abs(valueS - truthS)),
        gapHeldS: mean(({ gapHeldS, truthS }) => Math.abs(gapHeldS - truthS)),
        p80: mean(({ most, truthS }) => Number(truthS >= most.low && truthS <= most.high)),
        n: scored.length,
      };
    },
  };
}

function expectedNow(
  { atMs, places, sheet, timeTrial }: Race,
  { forecasts }: Insight,
  runs: ReadonlyMap<Bib, Run>,
): (readonly [Bib, Expected])[] {
  const { lengthM, marks } = sheet.course;
  const finish = marks.find(({ kind }) => kind === 'finish');
  const best = runs.get(timeTrial?.hotSeat?.bib ?? '')?.finishS ?? null;
  const shareOf = new Map(places.map(({ bib, distanceM }) => [bib, distanceM / lengthM]));
  return forecasts.flatMap((one): (readonly [Bib, Expected])[] => {
    if (one.kind !== 'trial' || one.mark !== finish?.id || !one.estimate || atMs - one.madeMs > FRESH_MS) return [];
    const share = shareOf.get(one.bib) ?? Number.NaN;
    const gap = runs.get(one.bib)?.toHotSeat ?? null;
    if (!(share >= MIDDLE.from && share <= MIDDLE.to) || gap === null || best === null) return [];
    return [[one.bib, { valueS: one.estimate.value, most: one.estimate.most, gapHeldS: best + gap.value }]];
  });
}
