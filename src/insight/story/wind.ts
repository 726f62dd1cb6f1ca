import { CROSS_WIND, crossWindKph } from './memory.ts';
import { LASTS_MS } from './moves.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

const LASTS = 2 * LASTS_MS;
/** A bunch that is small, slow, or nearly home, does not break in the wind. */
const BUNCH = { riders: 30, kph: 35, toGoM: 5000 };

/** The wind has come from the side for a while, and the bunch is fast: it may break. */
export const wind: StoryTeller = ({ race, memory }) => {
  const sinceMs = memory.crossWindMs;
  const main = race.groups.find(({ id }) => id === memory.main);
  if (sinceMs === null || race.atMs - sinceMs < LASTS || !main || !race.wind) return [];
  const isNearHome = race.sheet.course.lengthM - main.frontM < BUNCH.toGoM;
  if (main.bibs.length < BUNCH.riders || !(main.speedKph >= BUNCH.kph) || isNearHome) return [];
  return [
    tellingOf('wind', `km${Math.floor(main.frontM / 20_000) * 20}`, {
      atMs: sinceMs,
      readyMs: race.atMs - LASTS_MS,
      atM: main.frontM,
      groups: [main.id],
      facts: { speed: Math.round(race.wind.kph) },
      importance: crossWindKph(race) >= CROSS_WIND.highKph ? 0.75 : 0.5,
      // Nobody knows how open the road is.
      confidence: 0.7,
    }),
  ];
};
