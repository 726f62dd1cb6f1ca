import type { Race } from '../race/race.ts';
import type { Forecast } from './forecast.ts';
import type { Story } from './story.ts';

/** What follows from the race at one moment. Plain data, as the race is: it travels, and anyone can draw it. */
export interface Insight {
  /** Those that speak and those that are silent, each with its reason. */
  readonly forecasts: readonly Forecast[];
  /** Those of today that were worth offering, oldest first; at most twelve a stage. */
  readonly stories: readonly Story[];
  /** How the gaps came to be what they are, for each group that has one before it. */
  readonly gapsPast: readonly GapPast[];
}

/** The gap of a group to the head of the race, by kilometre, since it is known. */
export interface GapPast {
  readonly group: string;
  /** Oldest first: the kilometre that its front had passed, and the gap in seconds. */
  readonly points: readonly { readonly km: number; readonly gapS: number; readonly isMeasured: boolean }[];
}

export const noInsight: Insight = { forecasts: [], stories: [], gapsPast: [] };

/** The race and what follows from it, so that neither travels without the other. Left out where nobody thinks. */
export interface RaceAndInsight extends Race {
  readonly insight?: Insight;
}
