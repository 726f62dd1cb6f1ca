/** Seconds a second: while a delay is nudged the time of the page runs at 0.9 or 1.1, and never jumps. */
const SLEW = 0.1;

/** How late a page shows what it hears: at `fromMs` of its clock `fromS` seconds, and from then on its way to `toS`. */
export interface Lateness {
  readonly fromS: number;
  readonly fromMs: number;
  readonly toS: number;
}

/** From the beginning on so late. */
export const lateBy = (seconds: number): Lateness => ({ fromS: seconds, fromMs: 0, toS: seconds });

/** When it is as late as it is to be. */
export const settlesMs = ({ fromS, fromMs, toS }: Lateness): number => fromMs + (Math.abs(toS - fromS) / SLEW) * 1000;

/** In seconds, at a moment of the page. */
export function lateAt(late: Lateness, pageMs: number): number {
  const { fromS, fromMs, toS } = late;
  if (pageMs >= settlesMs(late)) return toS;
  return fromS + Math.sign(toS - fromS) * SLEW * (Math.max(0, pageMs - fromMs) / 1000);
}

/** Seconds of what is shown for each second of the page: 1, but 0.9 while it grows and 1.1 while it shrinks. */
export const paceAt = (late: Lateness, pageMs: number): number =>
  pageMs >= settlesMs(late) ? 1 : 1 - Math.sign(late.toS - late.fromS) * SLEW;

/** From now on its way to another delay. The same where it is on its way there. */
export const headingFor = (late: Lateness, toS: number, pageMs: number): Lateness =>
  toS === late.toS ? late : { fromS: lateAt(late, pageMs), fromMs: pageMs, toS };

/** When is shown what a page that is not late shows at `freshMs`, on the clock of the page. */
export function shownMs(late: Lateness, freshMs: number): number {
  const { fromS, fromMs, toS } = late;
  const endMs = freshMs + toS * 1000;
  if (endMs >= settlesMs(late)) return endMs;
  const onTheWay = Math.sign(toS - fromS) * SLEW;
  // What was shown before `fromMs` comes out as before it, and that is all that is asked of it.
  return (freshMs + fromS * 1000 - onTheWay * fromMs) / (1 - onTheWay);
}
