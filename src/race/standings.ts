import type { ClassificationEvent, Ripeness } from './event.ts';
import type { Group, Passage, Place } from './race.ts';
import { neutral } from './rules/presets/neutral.ts';
import type { Sheet } from './sheet.ts';
import { byBib } from './standings/by-bib.ts';
import { crossingsOf } from './standings/crossings.ts';
import { roadArrivals } from './standings/finish.ts';
import { roadGaps, timeTrialGaps } from './standings/gaps.ts';
import { generalRows, youngRows } from './standings/general.ts';
import { virtualLeader } from './standings/leader.ts';
import { lineResults, wonToday } from './standings/lines.ts';
import type { Official } from './standings/official.ts';
import { pointsRows } from './standings/points.ts';
import { stageRows } from './standings/stage.ts';
import { teamRows } from './standings/teams.ts';
import { timeTrialArrivals } from './standings/time-trial-arrivals.ts';
import type { TimeTrial } from './time-trial.ts';
import type { Bib, Origin } from './units.ts';

/** Who leads what, as it stands. */
export interface Standings {
  readonly stage: readonly StageRow[];
  /** With today's gaps and bonuses; empty where no classification was given before the stage. */
  readonly general: readonly GeneralRow[];
  readonly points: readonly PointsRow[];
  readonly mountain: readonly PointsRow[];
  readonly young: readonly GeneralRow[];
  readonly teams: readonly TeamRow[];
  /** How ripe each classification is. */
  readonly states: { readonly [of in 'general' | 'points' | 'mountain' | 'young']: ResultState };
  /** Who would wear the leader's jersey, steady enough to be said aloud; null where that is not known. */
  readonly leader: VirtualLeader | null;
  /** Riders in the race whose gap is not known now: they stand in no classification by time. */
  readonly unplaced: readonly Bib[];
  /** What each line gave so far, in the order of the road. */
  readonly lines: readonly LineResult[];
  /** The most that one rider can still win today. */
  readonly toWin: { readonly points: number; readonly mountain: number; readonly bonusS: number };
}

/** Results ripen: `live` on the road, then unofficial, provisional, official. */
export type ResultState = 'live' | Ripeness;

export interface StageRow {
  readonly rank: number;
  readonly bib: Bib;
  /** To the first rider; null when not known. */
  readonly gapS: number | null;
  readonly origin: Origin;
  readonly state: ResultState;
}

export interface GeneralRow {
  readonly rank: number;
  readonly bib: Bib;
  /** To the virtual leader. */
  readonly behindS: number;
  /** Places won (positive) or lost since the start of the stage, among the riders of this table. */
  readonly moved: number;
  readonly bonusS: number;
  readonly origin: Origin;
}

export interface PointsRow {
  readonly rank: number;
  readonly bib: Bib;
  readonly points: number;
  readonly today: number;
}

export interface TeamRow {
  readonly rank: number;
  readonly team: string;
  readonly behindS: number;
}

export interface VirtualLeader {
  readonly bib: Bib;
  readonly sinceMs: number;
  /** To the best of the others; negative while a challenger is ahead but not for long enough. */
  readonly marginS: number;
  readonly challenger: { readonly bib: Bib; readonly sinceMs: number } | null;
}

/** A sprint, a summit, the finish: who took what. */
export interface LineResult {
  readonly mark: string;
  readonly state: ResultState;
  /** Those who won something there. */
  readonly rows: readonly {
    readonly rank: number;
    readonly bib: Bib;
    readonly points: number;
    readonly mountain: number;
    readonly bonusS: number;
  }[];
}

/** What the engine knows. Places, groups and passages as in `Race`. */
export interface StandingsInput {
  readonly sheet: Sheet;
  readonly atMs: number;
  readonly places: readonly Place[];
  readonly groups: readonly Group[];
  readonly passages: readonly Passage[];
  /** In a time trial, as of the same moment. */
  readonly timeTrial: TimeTrial | null;
  /** What timekeepers and commissaires have said: fold their events with `withOfficial`, from `nothingOfficial`. */
  readonly official: Official;
  /** The standings given out before: a new virtual leader must last. Null at the start or after a seek. */
  readonly previous: Standings | null;
  /**
   * The group that a rider was last seen in by a good fix, and when. Called for riders who have no fresh place; they
   * stand with that group for a minute, marked as estimated.
   */
  readonly lastSeen: (bib: Bib) => { readonly group: string; readonly atMs: number } | null;
}

export const noStandings: Standings = {
  stage: [],
  general: [],
  points: [],
  mountain: [],
  young: [],
  teams: [],
  states: { general: 'live', points: 'live', mountain: 'live', young: 'live' },
  leader: null,
  unplaced: [],
  lines: [],
  toWin: { points: 0, mountain: 0, bonusS: 0 },
};

/** Costs a fraction of a millisecond for a field of 176, so it may be called for each race given out. */
export function standings(input: StandingsInput): Standings {
  const { sheet, places, atMs, official, previous } = input;
  const rules = sheet.rules ?? neutral;
  const againstClock = sheet.info.type === 'time-trial' || sheet.info.type === 'team-time-trial';
  const racing = bibsWith(places, (status) => status === 'racing' || status === 'finished');
  const notDisqualified = bibsWith(places, (status) => status !== 'disqualified');
  const inRace = (bib: Bib): boolean => racing.has(bib);

  const crossings = crossingsOf(sheet.course, input.passages);
  const arrivals = againstClock
    ? timeTrialArrivals(input, rules, inRace)
    : roadArrivals(input, crossings, rules, inRace);
  const gaps = againstClock ? timeTrialGaps(input, arrivals) : roadGaps(input, arrivals, rules);
  const stage = stageRows(input, arrivals);
  const stageOf = byBib(stage);
  const lines = lineResults(input, crossings, arrivals, rules, (bib) => notDisqualified.has(bib));
  const general = generalRows(input, gaps, wonToday(lines.results, 'bonusS'), stageOf);
  const generalOf = byBib(general);
  const finished = new Set(arrivals.finishers.map(({ bib }) => bib));
  return {
    stage,
    general,
    points: pointsRows('points', input, lines.results, generalOf, inRace),
    mountain: pointsRows('mountain', input, lines.results, generalOf, inRace),
    young: youngRows(general, input, rules.youngMaxAge),
    teams: teamRows(input, gaps, stageOf, rules),
    states: statesOf(official),
    leader: virtualLeader(general, atMs, previous?.leader ?? null, (bib) => finished.has(bib)),
    unplaced: places.filter(({ bib }) => inRace(bib) && !gaps.has(bib)).map(({ bib }) => bib),
    lines: lines.results,
    toWin: lines.toWin,
  };
}

function bibsWith(places: readonly Place[], wanted: (status: Place['status']) => boolean): ReadonlySet<Bib> {
  const bibs = new Set<Bib>();
  for (const { bib, status } of places) if (wanted(status)) bibs.add(bib);
  return bibs;
}

function statesOf({ classifications }: Official): Standings['states'] {
  const stateOf = (of: ClassificationEvent['of']): ResultState => classifications.get(of)?.state ?? 'live';
  return {
    general: stateOf('general'),
    young: stateOf('young'),
    points: stateOf('points'),
    mountain: stateOf('mountain'),
  };
}
