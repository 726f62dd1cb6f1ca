import type { Forecast } from '../../src/insight/forecast.ts';
import { createStories } from '../../src/insight/story/stories.ts';
import type { Story } from '../../src/insight/story.ts';
import type { Sheet } from '../../src/race/sheet.ts';
import type { Bib } from '../../src/race/units.ts';
import { rider, riders } from './race.ts';
import { type RaceDay, type Ride, raceDay } from './race-day.ts';

export const field: readonly Bib[] = [...riders(40).keys()];
/** Two of each team, the second far behind the first. */
const starters = new Map(field.map((bib, i) => [bib, rider(bib, { team: `T${(i % 20) + 1}` })]));

/** The field from 2 km on at 12 m/s, nose to tail; each rider's own ride is given what he does otherwise. */
export function bunchDay(
  otherwise: (bib: Bib, at: number, ride: Ride) => Ride = (_, __, ride) => ride,
  over: Partial<Sheet> = {},
): RaceDay {
  const rides = field.map((bib, i): [Bib, Ride] => [bib, otherwise(bib, i, (s) => 2000 + 12 * s - i * 1.5)]);
  return raceDay(new Map(rides), { riders: starters, ...over });
}

/** So many metres ahead (or behind) of where he would be, won from one second of the race to another, and kept. */
export const moved =
  (ride: Ride, byM: number, fromS: number, toS: number): Ride =>
  (s) => {
    const share = Math.min(1, Math.max(0, (s - fromS) / (toS - fromS)));
    const placeM = ride(s);
    return placeM === null ? null : placeM + byM * share;
  };

/** The stories of a day up to a second, looked for every six seconds. */
export function toldUntil(
  day: RaceDay,
  second: number,
  { stepS = 2, forecasts = () => [] }: { stepS?: number; forecasts?: (s: number) => readonly Forecast[] } = {},
): readonly Story[] {
  const stories = createStories();
  let told: readonly Story[] = [];
  for (let s = 0; s <= second; s += Math.max(6, stepS))
    told = stories.look(day.until(s, stepS), day.engine.roadTimes(), forecasts(s));
  return told;
}
