import type { Race } from '../../race/race.ts';
import type { RoadTimes } from '../../race/road-times.ts';
import type { Forecast } from '../forecast.ts';
import type { ClimbRecord } from '../past.ts';
import type { Story, StoryKind } from '../story.ts';
import type { StoryMemory } from './memory.ts';

/** What a kind of story is told from: the race of a moment, and what is remembered of those before. */
export interface Look {
  readonly race: Race;
  /** Null where nobody keeps them. */
  readonly times: RoadTimes | null;
  readonly forecasts: readonly Forecast[];
  readonly memory: StoryMemory;
  /** Of climbs. */
  readonly records: readonly ClimbRecord[];
}

/** A story that could be told now. */
export interface Telling extends Omit<Story, 'offeredMs' | 'untilMs' | 'score'> {
  /** Since when it could be: it grows old from then on. */
  readonly readyMs: number;
  /** Both from 0 to 1. */
  readonly importance: number;
  readonly confidence: number;
}

/** All stories of one kind that could be told now. Pure; what it gives again at the next look is the same story. */
export type StoryTeller = (look: Look) => readonly Telling[];

type Given = Pick<Telling, 'atMs' | 'atM' | 'importance'> & Partial<Telling>;

/** `key` tells it from others of its kind, by facts alone. */
export const tellingOf = (kind: StoryKind, key: string, given: Given): Telling => ({
  id: `${kind} ${key}`,
  kind,
  readyMs: given.atMs,
  confidence: 1,
  bibs: [],
  groups: [],
  mark: null,
  jersey: null,
  team: null,
  expects: null,
  facts: {},
  isEstimated: false,
  ...given,
});
