import type { Race } from '../race/race.ts';
import { headKey } from './front.ts';
import type { Insight } from './insight.ts';
import { mean } from './mean.ts';
import { etaId } from './predict/eta.ts';

/** From 60 to 20 km out: per cent of the time left. `average` is the average speed so far. */
export interface FinishFigures {
  readonly errorPct: number;
  readonly averagePct: number;
  readonly errorS: number;
  readonly n: number;
}

/** By how much what was said of the finish so many kilometres before it was wrong, without sign; NaN where nothing was said. */
export interface FinishError {
  readonly km: number;
  readonly errorS: number;
  readonly averageS: number;
}

interface Expected {
  readonly leftM: number;
  readonly madeMs: number;
  readonly valueMs: number;
  readonly averageMs: number;
}

const EVERY_MS = 60_000;
const SCORED_M = { from: 60_000, to: 20_000 };
const TO_GO_KM = [100, 60, 40, 30, 20, 10] as const;
/** Nobody rides farther between two looks. */
const LOOK_KM = 2;

/** When the front of the race was expected at the finish, once a minute. */
export function finishTally() {
  const expected: Expected[] = [];
  let [nextMs, finishMs] = [Number.NEGATIVE_INFINITY, Number.NaN];
  const known = () => (Number.isNaN(finishMs) ? [] : expected);
  return {
    see(race: Race, insight: Insight): void {
      finishMs = Number.isNaN(finishMs) ? firstFinishMs(race) : finishMs;
      if (!Number.isNaN(finishMs) || race.phase !== 'racing' || race.atMs < nextMs) return;
      nextMs = race.atMs + EVERY_MS;
      const one = expectedIn(race, insight);
      if (one) expected.push(one);
    },
    isOver: () => !Number.isNaN(finishMs),
    figures(): FinishFigures {
      const scored = known().filter(({ leftM }) => leftM <= SCORED_M.from && leftM >= SCORED_M.to);
      const pct = (of: 'valueMs' | 'averageMs') =>
        mean(scored, (one) => (100 * Math.abs(one[of] - finishMs)) / (finishMs - one.madeMs));
      return {
        errorPct: pct('valueMs'),
        averagePct: pct('averageMs'),
        errorS: mean(scored, ({ valueMs }) => Math.abs(valueMs - finishMs) / 1000),
        n: scored.length,
      };
    },
    byKm: (): FinishError[] =>
      TO_GO_KM.map((km) => {
        const one = known().find(({ leftM }) => leftM <= km * 1000 && leftM > (km - LOOK_KM) * 1000);
        const errorS = (ms: number | undefined) => (ms === undefined ? Number.NaN : Math.abs(ms - finishMs) / 1000);
        return { km, errorS: errorS(one?.valueMs), averageS: errorS(one?.averageMs) };
      }),
  };
}

const firstFinishMs = ({ places }: Race): number =>
  places.find(({ finish }) => finish !== null)?.finish?.atMs ?? Number.NaN;

function expectedIn({ atMs, groups, sheet }: Race, { forecasts }: Insight): Expected | null {
  const frontM = groups[0]?.frontM;
  const eta = forecasts.find(({ id }) => id === etaId(headKey, 'finish'));
  const { startMs } = sheet.info;
  if (frontM === undefined || eta?.kind !== 'eta' || !eta.estimate || startMs === null) return null;
  const leftM = sheet.course.lengthM - frontM;
  return { leftM, madeMs: atMs, valueMs: eta.estimate.value, averageMs: atMs + (leftM / frontM) * (atMs - startMs) };
}
