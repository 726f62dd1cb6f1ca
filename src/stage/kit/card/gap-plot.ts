import type { Edition } from '../../../edition/edition.ts';
import { formatTime } from '../../../edition/format.ts';
import { type Tick, ticksToGo } from '../../../edition/road-words.ts';
import type { Band } from '../../../insight/estimate.ts';
import type { GapAhead } from '../../../insight/forecast.ts';
import type { GapPast } from '../../../insight/insight.ts';

/** A gap along the road. Shares of the width from the left, and of the height from no gap up. */
export interface GapPlot {
  /** How it came to be, up to now. */
  readonly past: readonly PlotRun[];
  readonly now: PlotPoint;
  /** Between what it is expected to be, from now on; empty where nothing is. */
  readonly most: readonly PlotSpan[];
  readonly half: readonly PlotSpan[];
  /** Gaps, and what is left of the road. */
  readonly gaps: readonly Tick[];
  readonly road: readonly Tick[];
}

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

/** What was measured, or what was not. Each begins where the one before it ends. */
export interface PlotRun {
  readonly isMeasured: boolean;
  readonly points: readonly PlotPoint[];
}

export interface PlotSpan {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

export type PastPoint = GapPast['points'][number];

const STEPS_S = [10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200];
/** No more lines than so many are read at a glance. */
const MOST_LINES = 4;
/** Above the largest gap there is some air. */
const AIR = 1.08;
const KM_M = 1000;

/** `past` ends with the gap now; `ahead` is in the order of the road. It begins with no gap, so that heights compare. */
export function gapPlot(
  past: readonly PastPoint[],
  ahead: readonly GapAhead[],
  lengthM: number,
  edition: Edition,
): GapPlot {
  const [first, last] = [past[0]!, past.at(-1)!];
  const fromM = first.km * KM_M;
  const toM = ahead.at(-1)?.atM ?? last.km * KM_M;
  const bands = ahead.flatMap(({ atM, estimate }) => (estimate ? [{ atM, ...estimate }] : []));
  const topS = AIR * Math.max(10, ...past.map(({ gapS }) => gapS), ...bands.map(({ most }) => most.high));
  const x = (atM: number) => (atM - fromM) / (toM - fromM);
  const y = (gapS: number) => Math.max(0, gapS) / topS;
  const point = ({ km, gapS }: PastPoint): PlotPoint => ({ x: x(km * KM_M), y: y(gapS) });
  const now = point(last);
  const spans = (bandOf: (one: (typeof bands)[number]) => Band): PlotSpan[] => [
    ...(bands.length > 0 ? [{ x: now.x, low: now.y, high: now.y }] : []),
    ...bands.map((one) => ({ x: x(one.atM), low: y(bandOf(one).low), high: y(bandOf(one).high) })),
  ];
  const leftM = lengthM - fromM;
  return {
    past: runsOf(past, point),
    now,
    most: spans(({ most }) => most),
    half: spans(({ half }) => half),
    gaps: linesUpTo(topS).map((gapS) => ({ at: y(gapS), text: gapS === 0 ? '0' : formatTime(gapS, edition) })),
    road: ticksToGo(leftM, edition, toM - fromM)
      .map(({ at, text }) => ({ at: x(fromM + at * leftM), text }))
      .filter(({ at }) => at <= 1),
  };
}

/** A stretch is measured where it ends with what is. */
function runsOf(past: readonly PastPoint[], point: (one: PastPoint) => PlotPoint): PlotRun[] {
  const runs: { isMeasured: boolean; points: PlotPoint[] }[] = [];
  for (const [i, one] of past.entries()) {
    const before = past[i - 1];
    if (!before) continue;
    const run = runs.at(-1);
    if (run?.isMeasured === one.isMeasured) run.points.push(point(one));
    else runs.push({ isMeasured: one.isMeasured, points: [point(before), point(one)] });
  }
  return runs;
}

function linesUpTo(topS: number): number[] {
  const step = STEPS_S.find((s) => topS / s < MOST_LINES) ?? STEPS_S.at(-1)!;
  return Array.from({ length: Math.floor(topS / step) + 1 }, (_, i) => i * step);
}
