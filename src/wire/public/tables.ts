import type { Course } from '../../race/course/course.ts';
import type { Group, GroupKind } from '../../race/groups/group.ts';
import type { Place, TrackerState } from '../../race/place.ts';
import type { Passage } from '../../race/riders/passage.ts';
import type { JerseyKind } from '../../race/sheet.ts';
import type { GeneralRow, PointsRow, ResultState, StageRow, TeamRow } from '../../race/standings/tables.ts';
import type { Run, RunState, Split, TeamRun, TimeTrial } from '../../race/time-trial/run.ts';
import type { Origin, Reading } from '../../race/units.ts';
import { bibs, choice, flags, lists, names, numbers, orNaN, orNull, records, steps } from './columns.ts';

/*
 * Precision on the wire: 0.1 m along the course, 0.1 km/h, 0.1 s for gaps, 0.01 s for results and splits; moments to
 * the millisecond.
 */
const tenths = numbers(10);
const hundredths = numbers(100);
const whole = numbers(1);
const ranks = steps(1);
const moments = steps(1);

const origins = choice<Origin>({ timed: 0, gps: 1, estimated: 2, manual: 3 });
const jerseys = choice<JerseyKind>({ general: 0, points: 1, mountain: 2, young: 3 });
const ripeness = choice<ResultState>({ live: 0, unofficial: 1, provisional: 2, official: 3 });
const gaps = records<Reading>({ value: tenths, atMs: moments, origin: origins });
const results = records<Reading>({ value: hundredths, atMs: moments, origin: origins });

export const places = records<Place>({
  bib: bibs,
  status: choice<Place['status']>({
    racing: 0,
    'not-started': 1,
    abandoned: 2,
    'outside-limit': 3,
    disqualified: 4,
    finished: 5,
  }),
  tracker: choice<TrackerState>({ live: 0, late: 1, silent: 2, off: 3 }),
  rank: orNull(ranks),
  distanceM: orNaN(tenths),
  speedKph: orNaN(tenths),
  atMs: orNaN(moments),
  gapS: orNull(tenths),
  gapOrigin: origins,
  group: orNull(names),
  finish: orNull(results),
  lapsDown: whole,
});

export const groups = records<Group>({
  id: names,
  kind: choice<GroupKind>({ head: 0, chasers: 1, peloton: 2, jersey: 3, dropped: 4, gruppetto: 5, rest: 6 }),
  ordinal: whole,
  pieces: whole,
  name: orNull(names),
  bibs: lists(bibs),
  sinceMs: orNull(moments),
  frontM: orNaN(tenths),
  backM: orNaN(tenths),
  speedKph: orNaN(tenths),
  gap: orNull(gaps),
  gapToPrevious: orNull(gaps),
  trendSPerMin: orNull(tenths),
  jerseys: lists(jerseys),
  onCamera: flags,
});

export const stageTable = records<StageRow>({
  rank: ranks,
  bib: bibs,
  gapS: orNull(hundredths),
  origin: origins,
  state: ripeness,
});

export const generalTable = records<GeneralRow>({
  rank: ranks,
  bib: bibs,
  behindS: tenths,
  moved: steps(1),
  bonusS: steps(10),
  origin: origins,
});

export const pointsTable = records<PointsRow>({ rank: ranks, bib: bibs, points: whole, today: steps(1) });
export const teamTable = records<TeamRow>({ rank: ranks, team: names, behindS: tenths });

export const passages = records<Passage>({
  mark: names,
  bib: bibs,
  rank: ranks,
  atMs: whole,
  origin: origins,
  lap: steps(1),
  bracketS: orNull(tenths),
});

const splits = records<Split>({ mark: names, timeS: hundredths, origin: origins, rank: whole, deltaS: hundredths });
const runStates = choice<RunState>({ waiting: 0, running: 1, finished: 2, out: 3 });

export const starts = records<TimeTrial['starts'][number]>({ bib: bibs, startMs: steps(1), recovered: flags });
export const runs = records<Run>({
  bib: bibs,
  startMs: steps(1),
  recovered: flags,
  state: runStates,
  splits: lists(splits),
  virtualGap: orNull(gaps),
  toBestFinisher: orNull(gaps),
  toHotSeat: orNull(gaps),
  finishS: orNull(hundredths),
  finishOrigin: orNull(origins),
});
export const teamRunTable = records<TeamRun>({
  team: names,
  startMs: steps(1),
  state: runStates,
  together: lists(bibs),
  splits: lists(splits),
  virtualGap: orNull(gaps),
  finishS: orNull(hundredths),
  finishOrigin: orNull(origins),
});

/** A road to the millimetre along it, so that its distances still increase, and to 10 cm across. */
export const line = records<Course['line'][number]>({ lat: numbers(1e6), lon: numbers(1e6), distanceM: numbers(1000) });
export const altitudes = tenths;
