import type { Formed, Merged } from '../../race/groups/past.ts';
import type { Place } from '../../race/place.ts';
import type { Race } from '../../race/race.ts';
import type { JerseyKind } from '../../race/sheet.ts';
import type { Bib } from '../../race/units.ts';
import type { CatchWord } from '../forecast.ts';
import type { Notable } from './notable.ts';

/** What the stories remember of a race. It changes with each look. */
export interface StoryMemory {
  /** The newest look. */
  atMs: number;
  /** When the race was first seen racing. */
  racingMs: number;
  /** The group that is the peloton, or was. */
  main: string | null;
  readonly riders: Map<Bib, Heard>;
  readonly lives: Map<string, GroupLife>;
  /** Since when each rider has been before the peloton. */
  readonly front: Map<Bib, InFront>;
  /** Since when, and where, who matters has been behind the peloton. */
  readonly lost: Map<Bib, { readonly sinceMs: number; readonly atM: number }>;
  notable: ReadonlyMap<Bib, Notable>;
  /** The newest time that the race stood, or rolled along; null before. */
  calm: { fromMs: number; toMs: number } | null;
  slowMs: number | null;
  /** Who would take a jersey from who had it, and since when. */
  readonly challengers: Map<JerseyKind, { readonly bib: Bib; readonly sinceMs: number }>;
  crossWindMs: number | null;
  readonly words: Map<string, WordSaid>;
}

/** A group as it was last seen, and how it came to be. */
export interface GroupLife {
  readonly id: string;
  /** Null where it was there when the race was first seen. */
  readonly born: Formed | null;
  /** How it ended; null while it rides. */
  readonly ended: Merged | null;
  readonly firstMs: number;
  /** When it was last seen; of a group that rides, the newest look. */
  readonly seenMs: number;
  readonly bibs: readonly Bib[];
  readonly frontM: number;
  readonly side: 'front' | 'main' | 'behind';
  readonly isHead: boolean;
  /** Those before it. */
  readonly ahead: readonly string[];
  /** Before or behind the group that most of its riders were in, and where that one was; null where that is not known. */
  readonly broke: { readonly way: 'away' | 'off'; readonly from: GroupLife['side'] } | null;
  /** Seconds to the group before it at the last looks, oldest first. */
  readonly gaps: readonly { readonly atMs: number; readonly gapS: number }[];
  /** Who of it has been before the peloton, the longest first. */
  readonly leaders: readonly (InFront & { readonly bib: Bib })[];
}

interface Heard {
  place: Place;
  /** When his news came back after a hole that is too long. */
  holeMs: number;
}

export interface InFront {
  readonly sinceMs: number;
  readonly sinceM: number;
  /** False where he was there when the race was first seen, far from its start. */
  readonly isKnown: boolean;
}

/** What a forecast says: since when, and what it said before for long enough. */
export interface WordSaid {
  readonly word: CatchWord;
  readonly sinceMs: number;
  readonly before: CatchWord | null;
}

/** What happens in a longer hole of the news is not seen. */
export const HOLE_MS = 60_000;
/** Forecasts that stood for less are forgotten. */
export const STANDS_MS = 60_000;
export const CROSS_WIND = { moderateKph: 15, highKph: 25 };

export const newMemory = (): StoryMemory => ({
  atMs: Number.NEGATIVE_INFINITY,
  racingMs: Number.NaN,
  main: null,
  riders: new Map(),
  lives: new Map(),
  front: new Map(),
  lost: new Map(),
  notable: new Map(),
  calm: null,
  slowMs: null,
  challengers: new Map(),
  crossWindMs: null,
  words: new Map(),
});

/** The part of the wind that comes from the side; 0 where nobody says. */
export function crossWindKph({ wind }: Race): number {
  if (!wind || wind.relativeDeg === null) return 0;
  return Math.abs(Math.sin((wind.relativeDeg * Math.PI) / 180)) * wind.kph;
}
