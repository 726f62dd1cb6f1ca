import type { Overridable, OverrideUntil } from '../../race/override.ts';
import { clockText } from '../page/clock.ts';

export const fieldWords: Readonly<Record<Overridable, string>> = {
  family: 'Family name',
  given: 'Given name',
  team: 'Team',
  nation: 'Nation',
  hidden: 'Hidden',
};

/** What an operator chooses from; a number is of minutes. */
export const untilChoices = {
  stage: 'until the stage ends',
  feed: 'until the feed changes',
  10: 'for 10 minutes',
} as const;

export const untilWords = (until: OverrideUntil, utcOffsetMin: number): string =>
  typeof until === 'number' ? `until ${clockText(until, utcOffsetMin)}` : untilChoices[until];
