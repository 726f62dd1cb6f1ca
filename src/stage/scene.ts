import type { Edition } from '../edition/edition.ts';
import type { RaceAndInsight } from '../insight/insight.ts';
import type { Manifest, Params } from '../show/manifest.ts';
import type { Inbox } from './inbox.ts';

/** One case of a graphic: what it is told. It is a golden picture, and a page of the lab. Fictional, always. */
export interface Scene {
  readonly title: string;
  readonly race: RaceAndInsight;
  readonly params?: Params;
  readonly step?: number;
  readonly edition?: Partial<Edition>;
  /** How old the data is when it is drawn, in seconds; 0 where not given. */
  readonly ageS?: number;
  /** It is drawn during a replay. */
  readonly replay?: boolean;
  /** What the race becomes while the graphic is on air; left out where no race makes another picture. */
  readonly later?: RaceAndInsight;
}

/**
 * Nothing true to show; as little as there can be; as on most days; more than there is room for; and data so old that
 * values are estimates.
 */
export const sceneKinds = ['empty', 'minimal', 'full', 'overflowing', 'late'] as const;

/** The cases of one graphic, by name: the five kinds that every one has, and what else is worth looking at. */
export type Scenes = Readonly<Record<(typeof sceneKinds)[number], Scene>> & Readonly<Record<string, Scene>>;

/** What a stage is told of a scene: the graphic is wanted, and the clock of the race stands still. */
export function inboxOf(
  { id, layer }: Manifest,
  { race, ageS = 0, params = {}, step = 0, replay = false }: Scene,
): Inbox {
  return {
    race,
    items: { [layer]: { overlay: id, params, step } },
    cut: false,
    replay,
    raceClock: { atMs: race.atMs + ageS * 1000, pageMs: 0, rate: 0, floorMs: -Infinity },
  };
}
