/** Frames a second that television has, by their names, as a fraction. */
export const frameRates: Readonly<Record<string, readonly [number, number]>> = {
  '25': [25, 1],
  '29.97': [30_000, 1001],
  '30': [30, 1],
  '50': [50, 1],
  '59.94': [60_000, 1001],
  '60': [60, 1],
};

/** When frames are, counted from the beginning of what is rendered: which one is rendered first changes nothing of it. */
export interface FrameTimes {
  /** In milliseconds. */
  msOf(frame: number): number;
  /** The first frame that is not before this moment. */
  from(ms: number): number;
  /** A whole second has begun since the frame before. */
  isSecond(frame: number): boolean;
  /** Such a span of the desk, in which it gathers what comes in, has ended since the frame before. */
  isBeat(frame: number): boolean;
}

/** A desk gives the race out at most so often. */
const BEAT_MS = 40;
/** Moments are reckoned in fractions of a second: what is less than this too early is not. */
const EXACT_MS = 1e-6;

export function frameTimes([frames, seconds]: readonly [number, number]): FrameTimes {
  const msOf = (frame: number) => (frame * 1000 * seconds) / frames;
  const enters = (frame: number, spanMs: number) =>
    frame === 0 || Math.floor((msOf(frame) + EXACT_MS) / spanMs) > Math.floor((msOf(frame - 1) + EXACT_MS) / spanMs);
  return {
    msOf,
    from: (ms) => Math.max(0, Math.ceil(((ms - EXACT_MS) * frames) / (1000 * seconds))),
    isSecond: (frame) => enters(frame, 1000),
    isBeat: (frame) => enters(frame, BEAT_MS),
  };
}
