import type { Fault } from '../stage/fault.ts';
import { nowAt } from '../stage/inbox.ts';
import type { Page } from './page.ts';

/** `window.ardoise`: what this page has done since it was opened. For tests, the bench and whoever opens the console. */
export interface Probe {
  readonly renderer: string;
  /** Frames in which the page woke up; most of them draw something. */
  readonly frames: number;
  readonly renders: number;
  readonly drawCalls: number;
  readonly uploads: number;
  readonly contextLosses: number;
  readonly copies: number;
  /** The life of each graphic in the picture, by its id. */
  readonly lives: Readonly<Record<string, string>>;
  /** The clock of the race in the picture now, and the moment that its race is of; null before there is one. */
  readonly raceMs: number | null;
  readonly dataMs: number | null;
  readonly faults: readonly Fault[];
  /** What could not be loaded, one sentence each. */
  readonly missing: readonly string[];
  /** What was done and why, oldest first; time is that of `performance.now()`. */
  readonly log: readonly { readonly timeMs: number; readonly text: string }[];
}

declare global {
  interface Window {
    ardoise?: Probe;
  }
}

export function showProbe({ stage, missing }: Pick<Page, 'stage' | 'missing'>): void {
  Object.defineProperty(window, 'ardoise', {
    configurable: true,
    get: (): Probe => ({
      renderer: stage.picture.renderer,
      frames: stage.frames,
      ...stage.picture.counts,
      lives: Object.fromEntries(stage.lives().map(({ overlay, life }) => [overlay, life])),
      raceMs: stage.told?.race ? nowAt(stage.told.raceClock, performance.now()) : null,
      dataMs: stage.told?.race?.atMs ?? null,
      faults: [...stage.faults.values()],
      missing: missing(),
      log: stage.log,
    }),
  });
}
