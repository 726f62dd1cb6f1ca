import type { Race } from '../race/race.ts';

/** Why nothing of the road can be said yet, in one plain English phrase for the producer; null where it can. */
export function whyUnknown({ health, learning }: Race): string | null {
  if (learning) return 'learning the race';
  return health.withoutLap > 0 ? 'the lap is not known: say it, or wait for the line' : null;
}
