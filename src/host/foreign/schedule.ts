import type { Race } from '../../race/race.ts';
import type { Params } from '../../show/manifest.ts';
import { type AskedStep, askedStep } from './steps.ts';

/** One action of a graphic that is drawn frame by frame, as OGraf's `setActionsSchedule` has it. */
export interface ScheduledAction {
  /** From the beginning, in milliseconds. */
  readonly timestamp: number;
  readonly action: { readonly type: string; readonly params?: AskedParams | null };
}

export interface AskedParams extends AskedStep {
  readonly data?: unknown;
  readonly skipAnimation?: unknown;
}

/** How a graphic is wanted; a step of null is out. */
export interface WantedThen {
  readonly params: Params;
  readonly race: Race | null;
  readonly step: number | null;
}

/** From one moment on, until the next. */
export interface WantedFrom extends WantedThen {
  readonly atMs: number;
  readonly cut: boolean;
}

export interface Heeding {
  /** What is wished once this has been said, too. */
  readonly said: (before: WantedThen, data: object) => WantedThen;
  readonly stepsOf: (wish: WantedThen) => number;
}

/**
 * What is wanted from when on: a function of the actions and of what is wished before the first, and of nothing else.
 * Actions of one moment count in the order in which they stand; what has no time, or is nothing that a graphic does, is left out.
 */
export function wishesOf(
  schedule: readonly ScheduledAction[],
  first: WantedThen,
  { said, stepsOf }: Heeding,
): WantedFrom[] {
  const wishes: WantedFrom[] = [];
  let now = first;
  const due = schedule.filter((one) => Number.isFinite(one?.timestamp) && one.action);
  for (const { timestamp, action } of due.sort((a, b) => a.timestamp - b.timestamp)) {
    const asked = action.params ?? {};
    if (action.type === 'playAction') {
      const step = askedStep(asked, now.step);
      now = { ...now, step: step < stepsOf(now) ? step : null };
    } else if (action.type === 'stopAction') now = { ...now, step: null };
    else if (action.type === 'updateAction' && isFields(asked.data)) now = said(now, asked.data);
    else continue;
    wishes.push({ ...now, atMs: Math.max(0, timestamp), cut: asked.skipAnimation === true });
  }
  return wishes;
}

export const isFields = (data: unknown): data is object =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
