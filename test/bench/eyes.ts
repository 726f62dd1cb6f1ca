import { type Asked, wait } from './browser.ts';

const LOOK_MS = 8000;

/** What `eyes.js` has noted in its page, in milliseconds since the navigation. */
export interface Seen {
  /** The page's own code began to run. */
  readonly moduleMs: number | null;
  readonly socketMs: number | null;
  readonly snapshotMs: number | null;
  readonly messagesMs: readonly number[];
  readonly frames: readonly SeenFrame[];
}

export interface SeenFrame {
  /** Of the screen. */
  readonly atMs: number;
  /** All that the page does in it is done. */
  readonly endMs: number;
  readonly drew: boolean;
  /** It asked for the next one at once: something moves. */
  readonly goesOn: boolean;
  /** Graphics on air. */
  readonly on: number;
}

export async function seenIn(page: Asked): Promise<Seen> {
  const seen = await page.evaluate<Seen>('window.eyes');
  if (seen.frames.length === 0) throw new Error('eyes.js saw no frame of this page');
  return seen;
}

/** What happens from now on, for a while. */
export async function lookOn(page: Asked): Promise<Seen> {
  await page.evaluate('eyes.frames.length = eyes.messagesMs.length = 0');
  await wait(LOOK_MS);
  return seenIn(page);
}

/** Of each message, until the end of the first frame after it that drew something; without those that wait for one. */
export const toFrameMs = ({ messagesMs, frames }: Pick<Seen, 'messagesMs' | 'frames'>): number[] =>
  messagesMs.flatMap((atMs) => {
    const drawn = frames.find(({ endMs, drew }) => drew && endMs > atMs);
    return drawn ? drawn.endMs - atMs : [];
  });

/** From frame to frame while something moves: what lies between two movements is no step. */
export const stepsMs = (frames: readonly SeenFrame[]): number[] =>
  frames.slice(1).flatMap((frame, i) => (frames[i]!.goesOn ? frame.atMs - frames[i]!.atMs : []));
