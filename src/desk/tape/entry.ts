import type { Aired } from '../../wire/crew/aired.ts';
import type { LogEntry } from '../../wire/crew/log.ts';
import type { RaceClock } from '../../wire/public/half.ts';
import type { Spoken } from '../as-run/aired.ts';
import type { Timed } from '../feeds/feed.ts';

/** First line of a tape. One JSON object a line follows, in the order in which things came in. */
export interface TapeHead {
  /** 2 where lines may be packed (`pack/pack.ts`). */
  readonly tape: 1 | 2;
  /** The first feed, in the words of `Timed`; lines of older tapes name none, and are all its. */
  readonly feed: string;
  readonly title: string;
  /** The arguments that chose the feed: a tape is taken up again only by a desk with the same. */
  readonly source: string;
  readonly startedAt: number;
  /** What shapes its race beside its feeds, by the option that brought it: absolute paths, names and numbers. */
  readonly brought?: Readonly<Record<string, string>>;
  /** Its feeds happened as it was written; absent where they were played. */
  readonly isLive?: boolean;
}

/**
 * `at` is the desk's own time of receipt; raw inputs also carry their moment on the clock of the race. A command is
 * complete when it is written, and asked again at the door when it is read: the manifests may have changed. `log` is what
 * the log says of it, or of what is no input and no command.
 */
export type TapeEntry =
  | { readonly at: number; readonly feed: string; readonly raw: Omit<Timed, 'feed'>; readonly log?: LogEntry }
  | { readonly at: number; readonly command: unknown; readonly author: string; readonly log?: LogEntry }
  /** What the desk begins with, and each edit after it, as it was asked. */
  | { readonly at: number; readonly rundowns: unknown }
  | { readonly at: number; readonly rundown: unknown; readonly author: string; readonly log?: LogEntry }
  | { readonly at: number; readonly log: LogEntry }
  /** What was on air, told anew with each change of it. */
  | { readonly at: number; readonly aired: Aired }
  /** What was to be read in one of them. */
  | { readonly at: number; readonly spoken: Omit<Spoken, 'at'> }
  /** What was expected, when it was given out, and what was expected and came. For who scores; never read again. */
  | { readonly at: number; readonly forecast: unknown }
  | { readonly at: number; readonly outcome: unknown }
  | { readonly at: number; readonly clock: RaceClock }
  /** So many lines since then could neither be written nor kept. */
  | { readonly at: number; readonly hole: { readonly lines: number; readonly fromAt: number } }
  | { readonly at: number; readonly end: true };

/** The feed of what people say through the desk itself. */
export const DESK = 'desk';
/** The topic under which what operators say about the race lies among the raw inputs. */
export const OPERATOR = 'operator';
