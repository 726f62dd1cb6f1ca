import type { Race } from '../../race/race.ts';
import { noRoad } from './no-road.ts';

/** The road of one feed may come so much later than the riders of another. */
const PATIENCE_MS = 5000;

/** Says once that a race has no road, when that has lasted. `now` runs evenly, in milliseconds. */
export function createRoadless(say: (sentence: string) => void, now: () => number): (race: Race) => void {
  let sinceMs: number | null = null;
  let isSaid = false;
  return ({ sheet }) => {
    if (sheet.course !== noRoad) sinceMs = null;
    else sinceMs ??= now();
    if (isSaid || sinceMs === null || now() - sinceMs < PATIENCE_MS) return;
    isSaid = true;
    say('Road: none yet; the first riders draw it, or bring it with --course stage.gpx.');
  };
}
