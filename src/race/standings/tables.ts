import type { Ripeness } from '../event.ts';
import type { Bib, Origin } from '../units.ts';

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
  /** The most that one rider can still win today: the best place that is left at each line which not all have crossed. */
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
