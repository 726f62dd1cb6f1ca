import type { Race } from '../../race/race.ts';
import type { RoadTimes } from '../../race/road-times.ts';
import { isAgainstClock } from '../../race/sheet.ts';
import type { Forecast } from '../forecast.ts';
import type { ClimbRecord } from '../past.ts';
import type { Story, StoryKind } from '../story.ts';
import { attack } from './attack.ts';
import { bestPlaced } from './best-placed.ts';
import { biggestMover } from './biggest-mover.ts';
import { breakCaught } from './caught.ts';
import { climbTime } from './climb-time.ts';
import { contactLost } from './dropped.ts';
import { forecastChanged } from './forecast-changed.ts';
import { jerseyAtRisk } from './jersey-at-risk.ts';
import { lastHour } from './last-hour.ts';
import { newMemory, type StoryMemory } from './memory.ts';
import { returned } from './returned.ts';
import { split } from './split.ts';
import { teammates } from './teammates.ts';
import type { Look, StoryTeller } from './telling.ts';
import { timeInFront } from './time-in-front.ts';
import { watch } from './watch.ts';
import { wind } from './wind.ts';
import { worthTelling } from './worth.ts';

/** Finds what is worth telling of a race. Deterministic: the same looks at the same race tell the same stories. */
export interface Stories {
  /**
   * The race of this moment; four in a minute of it will do. Gives those of today that were worth offering, oldest
   * first; the same list while nothing is new. Another stage, or one that begins again, has stories of its own.
   */
  look(race: Race, times: RoadTimes | null, forecasts: readonly Forecast[]): readonly Story[];
}

const tellers: Readonly<Record<StoryKind, StoryTeller>> = {
  attack,
  split,
  caught: breakCaught,
  returned,
  dropped: contactLost,
  'climb time': climbTime,
  'last hour': lastHour,
  'time in front': timeInFront,
  'biggest mover': biggestMover,
  'best placed in front': bestPlaced,
  'jersey at risk': jerseyAtRisk,
  'teammates in front': teammates,
  wind,
  'forecast changed': forecastChanged,
};

/** What is true of a group only while it rides: with the group it ends. */
const OF_GROUP: readonly StoryKind[] = [
  'attack',
  'split',
  'time in front',
  'best placed in front',
  'teammates in front',
];
/** So long after a race that stood rides again, nothing is told. */
const CALM_MS = 180_000;
/** A race that goes back so far is seen anew. */
const BACK_MS = 300_000;

/** `records` are the fastest times of climbs that are known. */
export function createStories(records: readonly ClimbRecord[] = []): Stories {
  let memory = newMemory();
  let told: readonly Story[] = [];
  let stage: string | null = null;

  return {
    look(race, times, forecasts) {
      if (race.sheet.info.id !== stage || race.atMs < memory.atMs - BACK_MS)
        [memory, told, stage] = [newMemory(), [], race.sheet.info.id];
      if (!isTold(race) || race.atMs <= memory.atMs) return told;
      watch(memory, race, forecasts);
      told = ended(told, memory);
      if (memory.slowMs !== null || (memory.calm && race.atMs - memory.calm.toMs < CALM_MS)) return told;
      const look: Look = { race, times, forecasts, memory, records };
      const found = worthTelling(
        Object.values(tellers).flatMap((teller) => teller(look)),
        told,
        race,
      );
      if (found.length > 0) told = [...told, ...found];
      return told;
    },
  };
}

/** Against the clock nobody's place on the road is his place in the race; once it is won, the results tell. */
const isTold = (race: Race): boolean =>
  race.phase === 'racing' && race.learning === null && !isAgainstClock(race.sheet) && !race.places[0]?.finish;

/** The same list where nothing has ended. */
function ended(told: readonly Story[], { lives, atMs }: StoryMemory): readonly Story[] {
  const isOver = ({ kind, groups, untilMs }: Story) =>
    untilMs > atMs && OF_GROUP.includes(kind) && !!lives.get(groups[0] ?? '')?.ended;
  return told.some(isOver) ? told.map((story) => (isOver(story) ? { ...story, untilMs: atMs } : story)) : told;
}
