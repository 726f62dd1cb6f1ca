import type { RaceClock } from '../../wire/protocol.ts';
import type { Timed } from '../feeds/feed.ts';

/** First line of a tape. One JSON object a line follows, in the order in which things came in. */
export interface TapeHead {
  readonly tape: 1;
  /** Whose `parse` reads the raw inputs. */
  readonly feed: string;
  readonly title: string;
  /** The arguments that chose the feed: a tape is taken up again only by a desk with the same. */
  readonly source: string;
  readonly startedAt: number;
}

/**
 * `at` is the desk's own time of receipt; raw inputs also carry their moment on the clock of the race. A command is
 * complete when it is written, and asked again at the door when it is read: the manifests may have changed.
 */
export type TapeEntry =
  | { readonly at: number; readonly raw: Timed }
  | { readonly at: number; readonly command: unknown; readonly author: string }
  | { readonly at: number; readonly clock: RaceClock }
  | { readonly at: number; readonly end: true };

/** The topic under which what operators say about the race lies among the raw inputs. */
export const OPERATOR = 'operator';
