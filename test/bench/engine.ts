import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Playable } from '../../src/desk/feeds/feed.ts';
import { openReplay } from '../../src/desk/feeds/replay/index.ts';
import { measure } from '../../src/desk/truth/measure.ts';
import type { Course } from '../../src/race/course/course.ts';
import { createEngine } from '../../src/race/engine.ts';
import type { PositionsEvent, RaceEvent } from '../../src/race/event.ts';
import type { Race } from '../../src/race/race.ts';
import type { Sheet } from '../../src/race/sheet.ts';
import { course, riders, START_MS, sheet } from '../support/race.ts';
import { frame, noisyTracker } from '../support/ride.ts';
import { median } from './figures.ts';
import { behindM, windingRoad, withStandings, withStandingsIn } from './full-race.ts';
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

const winding = windingRoad();

/**
 * What the engine costs. Times are medians over frames, so that a busy machine disturbs them little. A frame is folded
 * in, its moment comes, and the race is given out. `full` is a winding road in the hills with every classification.
 */
export async function engineBench(): Promise<{ readonly [figure: string]: number | null }> {
  const small = costOf(long, sheet({ course: long, riders: riders(44) }), 44, 1200);
  const large = costOf(long, sheet({ course: long, riders: riders(176) }), 176, 1200);
  const mass = costOf(long, sheet({ course: long, riders: riders(1000) }), 1000, 240);
  const full = costOf(winding, withStandings(sheet({ course: winding, riders: riders(176) })), 176, 1200);
  return {
    usPerSample44: (small.foldUs + small.giveUs) / 44,
    usPerSample176: (large.foldUs + large.giveUs) / 176,
    sampleCostGrowth44To176: (large.foldUs + large.giveUs) / 176 / ((small.foldUs + small.giveUs) / 44),
    foldMsPerFrame176: large.foldUs / 1000,
    raceMsPerFrame176: large.giveUs / 1000,
    fullMsPerFrame176: (full.foldUs + full.giveUs) / 1000,
    fullFoldMsPerFrame176: full.foldUs / 1000,
    fullTablesMadePerFrame: full.tablesPerFrame,
    coreShare1000RidersAt1Hz: (mass.foldUs + mass.giveUs) / 1e6,
    ...fiveHours(),
    ...recordedStage(),
  };
}

interface Cost {
  /** Microseconds a frame: folding it in, and giving out the race. */
  readonly foldUs: number;
  readonly giveUs: number;
  /** How often the classification was made anew. */
  readonly tablesPerFrame: number;
}

const costOf = (on: Course, papers: Sheet, count: number, seconds: number): Cost =>
  costOfEvents([{ kind: 'sheet', sheet: papers }, ...frames(on, count, 0, seconds)]);

function costOfEvents(events: Iterable<RaceEvent>): Cost {
  const engine = createEngine();
  const folds: number[] = [];
  const gives: number[] = [];
  let tables = 0;
  let general: Race['standings']['general'] | null = null;
  for (const event of events) {
    const began = performance.now();
    engine.apply(event);
    if (event.kind !== 'positions') continue;
    const folded = performance.now();
    engine.advance(event.atMs);
    const race = engine.race(event.atMs);
    gives.push((performance.now() - folded) * 1000);
    folds.push((folded - began) * 1000);
    if (race && race.standings.general !== general) tables += 1;
    general = race?.standings.general ?? null;
  }
  return { foldUs: median(folds), giveUs: median(gives), tablesPerFrame: tables / folds.length };
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
      return { bib, ...trackers[i]!(on, 2000 + s * 12.5 - behindM(bibs, i)), speedKph: null };
    });
    yield frame(START_MS + s * 1000, samples);
  }
}

/** Null where the recording is not there. */
function recordedStage(): { readonly [figure: string]: number | null } {
  const none = {
    recordedStageSeconds: null,
    recordedMsPerFrame: null,
    recordedFoldMsPerFrame: null,
    recordedTablesMadePerFrame: null,
    placeErrorMedianM: null,
    placeErrorP99M: null,
    gapErrorMedianAbsS: null,
  };
  if (!existsSync(RECORDING)) return none;
  const playable = openReplay(RECORDING, () => null);
  const figures = playable.ok ? measure(playable.value) : null;
  if (!playable.ok || !figures?.ok) return none;
  const { seconds, placeErrorM, gapErrorS, groups } = figures.value;
  const { foldUs, giveUs, tablesPerFrame } = costOfEvents(eventsOf(playable.value));
  return {
    recordedStageSeconds: seconds,
    recordedMsPerFrame: (foldUs + giveUs) / 1000,
    recordedFoldMsPerFrame: foldUs / 1000,
    recordedTablesMadePerFrame: tablesPerFrame,
    placeErrorMedianM: placeErrorM.median,
    placeErrorP99M: placeErrorM.p99,
    gapErrorMedianAbsS: gapErrorS.medianAbs,
    groupsChangedFrameShare: groups.changedFrameShare,
  };
}

function eventsOf(playable: Playable): RaceEvent[] {
  const read = playable.reader();
  return [...playable.play(playable.span.fromMs)].flatMap((raw) => read(raw).events.map(withStandingsIn));
}
