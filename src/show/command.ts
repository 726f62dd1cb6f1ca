import type { Params } from './manifest.ts';
import type { Layer } from './zones.ts';

/**
 * What may be asked, by a key, a program, a rule or a host. Never where a graphic stands or how many steps it has:
 * that is looked up in its manifest.
 */
export type Ask =
  /** `params` that are left out are the defaults for a cue and a take, and as they are for a set. */
  | ({ readonly do: 'cue' | 'take-direct'; readonly overlay: string; readonly params?: Params } & LeavesAlone)
  | { readonly do: 'set'; readonly overlay: string; readonly params?: Params }
  | { readonly do: AskOfOne; readonly overlay: string }
  | { readonly do: AskOfLayer; readonly layer: Layer }
  | LossAsk
  | AskOfOutput
  | { readonly do: AskOfAll };

/** So many seconds after it was taken it leaves by itself; left out, it stays until it is taken out. */
export interface LeavesAlone {
  readonly outS?: number;
}

/**
 * When a graphic leaves for want of news: after so many seconds, never (null), or left out, as its manifest says. For all
 * pages, whether it is on air or not.
 */
export interface LossAsk {
  readonly do: 'loss';
  readonly overlay: string;
  readonly outS?: number | null;
}

export const asksWithParams = ['cue', 'take-direct', 'set'] as const;
export const asksOfOne = ['uncue', 'next', 'previous', 'out', 'hold'] as const;
/** A layer becomes the asker's own: where it is nobody's, or from whoever has it; and is nobody's again. */
export const asksOfLayer = ['claim', 'claim-over', 'free'] as const;
export const asksOfAll = [
  'take',
  'update',
  'clear',
  'panic',
  'release',
  'undo',
  'redo',
  'freeze',
  'thaw',
  'replay',
  'live',
] as const;

/** An output is so many seconds late: its picture is, and what is drawn over it is to match. */
export interface AskOfOutput {
  readonly do: 'delay';
  readonly output: string;
  readonly delayS: number;
}

export type AskOfOne = (typeof asksOfOne)[number];
export type AskOfLayer = (typeof asksOfLayer)[number];
export type AskOfAll = (typeof asksOfAll)[number];

/** What was asked, complete: this is on the tape, and folds into the show. */
export type Command =
  /** Puts a graphic in the preview. Twice is once, as with all but the steps: commands are wishes. */
  | ({ readonly do: 'cue'; readonly overlay: string; readonly layer: Layer; readonly params: Params } & LeavesAlone)
  | { readonly do: 'uncue'; readonly overlay: string }
  /** Puts on air what is cued, but in those layers, which are others'. */
  | { readonly do: 'take'; readonly but?: readonly Layer[] }
  /** Gives what is on air the parameters with which it is cued; what is cued and not on air stays cued. */
  | { readonly do: 'update'; readonly but?: readonly Layer[] }
  /** Puts on air one graphic, cued or not. Twice is once. */
  | ({
      readonly do: 'take-direct';
      readonly overlay: string;
      readonly layer: Layer;
      readonly params: Params;
    } & LeavesAlone)
  /** Changes parameters of a graphic wherever it is, on air or cued, without taking it out. */
  | { readonly do: 'set'; readonly overlay: string; readonly params: Params }
  /** Walks a graphic on air one step on, up to the last of so many steps, or one back, down to the first. */
  | { readonly do: 'next' | 'previous'; readonly overlay: string; readonly steps: number }
  | { readonly do: 'out'; readonly overlay: string }
  /** What would leave by itself stays until it is taken out. */
  | { readonly do: 'hold'; readonly overlay: string }
  | LossAsk
  /** All out, each with its animation. */
  | { readonly do: 'clear' }
  /** All out in one frame; nothing is taken until the release. */
  | { readonly do: 'panic' }
  | { readonly do: 'release' }
  /** The data stand still from now on; and go on. */
  | { readonly do: 'freeze' | 'thaw' }
  /** The picture is a replay from now on: its tag comes, live values leave; and the picture is live again: they are back. */
  | { readonly do: 'replay' | 'live' }
  /** Whose a layer is from now on. */
  | { readonly do: AskOfLayer; readonly layer: Layer; readonly owner: string }
  | AskOfOutput
  /** What is on air is again as it was before the newest change; and as it was after it. */
  | { readonly do: 'undo' }
  | { readonly do: 'redo' };

/** What only takes graphics away is done whatever else fails. */
export const cleans = ({ do: what }: Command): boolean => what === 'out' || what === 'clear' || what === 'panic';
