import type { RaceAndInsight } from '../insight/insight.ts';
import type { Loss } from '../show/loss.ts';
import type { Items } from '../show/show.ts';

/** What the host tells the stage: the newest of everything. */
export interface Inbox {
  readonly race: RaceAndInsight | null;
  /** What should be in the picture. */
  readonly items: Items;
  /** Changes of `items` are made in one frame, and what is leaving goes at once. */
  readonly cut: boolean;
  /** What is in the picture is told of the past: see `Seen.replay`. */
  readonly replay: boolean;
  /** When graphics leave for want of news, where a hand has said it; left out, each by its manifest. */
  readonly loss?: Loss;
  readonly raceClock: RaceTime;
}

/** The clock of the race, as a function of the clock of the page. */
export interface RaceTime {
  /** On the clock of the race, at `pageMs` of the page; from there on `rate` race seconds a second, 0 is paused. */
  readonly atMs: number;
  readonly pageMs: number;
  readonly rate: number;
  /** It was already this late: until then it stands still. */
  readonly floorMs: number;
}

export const nowAt = ({ atMs, pageMs, rate, floorMs }: RaceTime, timeMs: number): number =>
  Math.max(floorMs, atMs + (timeMs - pageMs) * rate);
