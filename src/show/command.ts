import type { Layer, Params } from './manifest.ts';

/** Everything that an operator, a rule or a host can ask. Commands fold into the show; `author` is for the log. */
export type Command =
  /** Puts a graphic in the preview. Twice is once, as with all that follow but `next`: commands are wishes. */
  | { readonly do: 'cue'; readonly overlay: string; readonly layer: Layer; readonly params: Params }
  | { readonly do: 'uncue'; readonly overlay: string }
  /** Puts on air what is cued. */
  | { readonly do: 'take' }
  /** Puts on air one graphic, cued or not. Twice is once. */
  | { readonly do: 'take-direct'; readonly overlay: string; readonly layer: Layer; readonly params: Params }
  /** Changes parameters of a graphic wherever it is, on air or cued, without taking it out. */
  | { readonly do: 'set'; readonly overlay: string; readonly params: Params }
  /** Walks a graphic on air to its next step; after the last one it leaves. */
  | { readonly do: 'next'; readonly overlay: string; readonly steps: number }
  | { readonly do: 'out'; readonly overlay: string }
  /** All out, each with its animation. */
  | { readonly do: 'clear' }
  /** All out in one frame. */
  | { readonly do: 'panic' };

export interface Authored {
  readonly command: Command;
  /** "control 1", "http", "rule sprint". */
  readonly author: string;
}
