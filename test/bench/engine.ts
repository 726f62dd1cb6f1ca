import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openReplay } from '../../src/desk/feeds/replay/index.ts';
import { measure } from '../../src/desk/truth/measure.ts';
import type { Course } from '../../src/race/course/course.ts';
import { createEngine } from '../../src/race/engine.ts';
import type { PositionsEvent } from '../../src/race/event.ts';
import { course, riders, START_MS, sheet } from '../support/race.ts';
import { frame, noisyTracker } from '../support/ride.ts';
import { heapMB } from './heap.ts';

const RECORDING = join(import.meta.dirname, '../../../shared/data/race-center-stage-5/recording.json.gz');
const LONG_H = 5;

/** So long that five hours fit on it, and the same everywhere, so that hours can be compared. */
const long = course({
  lengthKm: 230,
  elevation: [],
  marks: [],
  line: [
    { lat: 45, lon: 3, altitudeM: null },
    { lat: 45, lon: 5.928, altitudeM: null },
  ],
});

/** What the engine costs. Times are medians over frames, so that a busy machine disturbs them little. */
export async function engineBench(): Promise<{ readonly [figure: string]: number | null }> {
  const small = costOf(44, 1200);
  const large = costOf(176, 1200);
  const mass = costOf(1000, 240);
  const long = fiveHours();
  return {
    usPerSample44: (small.fold + small.give) / 44,
    usPerSample176: (large.fold + large.give) / 176,
    sampleCostGrowth44To176: (large.fold + large.give) / 176 / ((small.fold + small.give) / 44),
    foldMsPerFrame176: large.fold / 1000,
    raceMsPerFrame176: large.give / 1000,
    coreShare1000RidersAt1Hz: (mass.fold + mass.give) / 1e6,
    ...long,
    ...recordedStage(),
  };
}

interface Cost {
  /** Microseconds a frame: folding it in, and giving out the race. */
  readonly fold: number;
  readonly give: number;
}

function costOf(count: number, seconds: number): Cost {
  const engine = started(count);
  const folds: number[] = [];
  const gives: number[] = [];
  for (const event of frames(long, count, 0, seconds)) {
    const t0 = performance.now();
    engine.apply(event);
    const t1 = performance.now();
    engine.advance(event.atMs);
    engine.race(event.atMs);
    folds.push((t1 - t0) * 1000);
    gives.push((performance.now() - t1) * 1000);
  }
  return { fold: median(folds), give: median(gives) };
}

/** The last hour against the first, and what the heap has grown by between them. */
function fiveHours(): { readonly lastHourToFirst: number; readonly heapGrowthMB: number } {
  const engine = started(176);
  const hours: number[] = [];
  let firstMB = 0;
  for (let hour = 0; hour < LONG_H; hour += 1) {
    const spent: number[] = [];
    for (const event of frames(long, 176, hour * 3600, (hour + 1) * 3600)) {
      const began = performance.now();
      engine.apply(event);
      engine.advance(event.atMs);
      engine.race(event.atMs);
      spent.push(performance.now() - began);
    }
    hours.push(median(spent));
    if (hour === 0) firstMB = heapMB();
  }
  const grownMB = heapMB() - firstMB;
  engine.race(START_MS);
  return { lastHourToFirst: hours.at(-1)! / hours[0]!, heapGrowthMB: grownMB };
}

function started(count: number) {
  const engine = createEngine();
  engine.apply({ kind: 'sheet', sheet: sheet({ course: long, riders: riders(count) }) });
  return engine;
}

/** A field at 12.5 m/s, strung out, in a few bunches, seen through noisy trackers once a second. */
function* frames(on: Course, count: number, fromS: number, toS: number): Generator<PositionsEvent> {
  const bibs = [...riders(count).keys()];
  const trackers = bibs.map((bib) => noisyTracker(Number(bib)));
  for (let s = fromS; s < toS; s += 1) {
    const samples = bibs.map((bib, i) => {
      const behindM = Math.floor((i / count) * 6) * 300 + (i % 40) * 2;
      return { bib, ...trackers[i]!(on, 2000 + s * 12.5 - behindM), speedKph: null };
    });
    yield frame(START_MS + s * 1000, samples);
  }
}

/** Null where the recording is not there. */
function recordedStage(): { readonly [figure: string]: number | null } {
  const none = { recordedStageSeconds: null, placeErrorMedianM: null, placeErrorP99M: null, gapErrorMedianAbsS: null };
  if (!existsSync(RECORDING)) return none;
  const playable = openReplay(RECORDING, () => null);
  const figures = playable.ok ? measure(playable.value) : null;
  if (!figures?.ok) return none;
  const { seconds, placeErrorM, gapErrorS, groups } = figures.value;
  return {
    recordedStageSeconds: seconds,
    placeErrorMedianM: placeErrorM.median,
    placeErrorP99M: placeErrorM.p99,
    gapErrorMedianAbsS: gapErrorS.medianAbs,
    groupsChangedFrameShare: groups.changedFrameShare,
  };
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
