import type { Band, Estimate } from '../insight/estimate.ts';
import type { Fact } from '../insight/forecast.ts';
import { timeOfDay } from '../race/time-of-day.ts';
import type { Edition } from './edition.ts';
import { formatDistanceToGo, formatTime } from './format.ts';
import { forecastWordsOf } from './words/forecast/words-of-forecast.ts';

/** What is expected is never one figure: from and to, rounded so that what it promises still lies inside. */
export interface RangeText {
  /** "17:08 – 17:14" */
  readonly text: string;
  /** Between what shares of it the truth lies in half of all cases. */
  readonly half: Band;
}

const MINUTE_MS = 60_000;
/** So near to a place, half minutes are told. */
const NEAR_M = 15_000;
const HALF_MINUTE_MS = 30_000;
const GAP_STEP_S = 10;

/** When somebody comes to a place that is `awayM` ahead, on the clock of the church tower. */
export function arrivalRange(estimate: Estimate, awayM: number, utcOffsetMin: number): RangeText {
  const isNear = awayM < NEAR_M;
  return rangeOf(estimate, isNear ? HALF_MINUTE_MS : MINUTE_MS, (atMs) =>
    timeOfDay(atMs, utcOffsetMin).slice(0, isNear ? 8 : 5),
  );
}

/** How far somebody is behind: no less than nothing. */
export function gapRange({ value, half, most }: Estimate, edition: Edition): RangeText {
  const behind = ({ low, high }: Band): Band => ({ low: Math.max(0, low), high: Math.max(0, high) });
  return rangeOf({ value, half: behind(half), most: behind(most) }, GAP_STEP_S, (gapS) => formatTime(gapS, edition));
}

function rangeOf({ half, most }: Estimate, step: number, format: (value: number) => string): RangeText {
  const low = Math.floor(most.low / step) * step;
  // What is sure to a step is still no single figure.
  const high = Math.max(low + step, Math.ceil(most.high / step) * step);
  const share = (value: number) => Math.round(((value - low) / (high - low)) * 20) / 20;
  return {
    text: `${format(low)} – ${format(high)}`,
    half: { low: share(half.low), high: share(half.high) },
  };
}

/** A fact that a forecast rests on, as a phrase: "closing by 4" a km". */
export function factText({ of, value }: Fact, edition: Edition): string {
  const { because } = forecastWordsOf(edition.language);
  const size = Math.round(Math.abs(value));
  const time = formatTime(Math.abs(value), edition);
  switch (of) {
    case 'closing':
      if (size === 0) return because.holding;
      return value > 0 ? because.closing(time) : because.opening(time);
    case 'to go': {
      const { figure, unit } = formatDistanceToGo(value * 1000, edition);
      return because.toGo(`${figure} ${unit}`);
    }
    case 'gap':
      return because.gap(time);
    case 'pace':
      return paceText(Math.round(value - 100), edition);
    case 'climbing':
      return because.climbing(size);
    case 'in front':
      return because.inFront(size);
    case 'split':
      return value < 0 ? because.aheadOfBest(time) : because.behindBest(time);
    case 'finishers':
      return because.finishers(size);
    case 'to win':
      return because.toWin(size);
    case 'behind':
      return because.behind(time);
  }
}

function paceText(morePct: number, { language }: Edition): string {
  const { faster, slower, usual } = forecastWordsOf(language).because;
  if (morePct === 0) return usual;
  return morePct > 0 ? faster(morePct) : slower(-morePct);
}
