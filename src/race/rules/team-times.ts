import { type Bib, compareBibs } from '../units.ts';
import type { TeamTimeTrialRules } from './rules.ts';

export interface Arrival {
  readonly bib: Bib;
  readonly timeS: number;
}

export interface TeamTimes {
  /** The team's time; null until the rider on whom the clock stops has come. */
  readonly timeS: number | null;
  /** Who stopped the clock. */
  readonly clockBib: Bib | null;
  /** Each rider's time for the general classification; empty until the team has a time. */
  readonly riders: readonly Arrival[];
}

/**
 * Times of one team's riders in a team time trial. By the classic rule those who arrive with the fourth rider get his
 * time, and who was dropped his own (Tour de France). In Paris-Nice from 2023 on the clock stops on the first, and
 * each rider behind a split gets his own time (its road book, article 16). A split is `splitS` or more.
 */
export function teamTimes(arrivals: readonly Arrival[], rules: TeamTimeTrialRules, splitS: number): TeamTimes {
  const inOrder = [...arrivals].sort((a, b) => a.timeS - b.timeS || compareBibs(a.bib, b.bib));
  const clock = inOrder[rules.clockOn - 1];
  if (!clock) return { timeS: null, clockBib: null, riders: [] };
  const leading = rules.generalBy === 'team' ? rules.clockOn - 1 : 0;
  let dropped = false;
  const riders = inOrder.map((rider, i) => {
    if (i > leading && Math.round((rider.timeS - inOrder[i - 1]!.timeS) * 1000) >= splitS * 1000) dropped = true;
    return dropped ? rider : { bib: rider.bib, timeS: inOrder[leading]!.timeS };
  });
  return { timeS: clock.timeS, clockBib: clock.bib, riders };
}
