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
}

/** Results ripen: `live` on the road, then unofficial, provisional, official. */
export type ResultState = 'live' | 'unofficial' | 'provisional' | 'official';

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
  /** Places won (positive) or lost since the start of the stage. */
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
