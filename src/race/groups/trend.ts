/** The measured gaps of one group over the last minute and a bit, oldest first. */
export type GapHistory = readonly { readonly atMs: number; readonly gapS: number }[];

const WINDOW_MS = 60_000;
/** A trend needs this much of the window, or it is the noise of a few fixes. */
const LEAST_MS = 30_000;
/** One entry a second is enough. */
const SPACING_MS = 1000;
/** A gap grows by a second a second where a group stands still; what changes faster, noise aside, has other riders. */
const NOISE_S = 5;

/** An estimate tells of no trend: what it rests on, a hole in the news, closes as it is ridden out of. */
export function remember(history: GapHistory, atMs: number, gapS: number, isMeasured = true): GapHistory {
  const last = history.at(-1);
  if (last && atMs - last.atMs < SPACING_MS) return history;
  if (last && Math.abs(gapS - last.gapS) > (atMs - last.atMs) / 1000 + NOISE_S)
    return isMeasured ? [{ atMs, gapS }] : [];
  const recent = history.filter((one) => atMs - one.atMs <= WINDOW_MS);
  return isMeasured ? [...recent, { atMs, gapS }] : recent;
}

/** Slope of the straight line through the gaps of the last minute, seconds per minute; null while too few are known. */
export function trendOf(history: GapHistory): number | null {
  const first = history[0];
  const last = history.at(-1);
  if (!first || !last || last.atMs - first.atMs < LEAST_MS) return null;
  let [n, sx, sy, sxx, sxy] = [0, 0, 0, 0, 0];
  for (const { atMs, gapS } of history) {
    const x = (atMs - first.atMs) / 60_000;
    n += 1;
    sx += x;
    sy += gapS;
    sxx += x * x;
    sxy += x * gapS;
  }
  return (n * sxy - sx * sy) / (n * sxx - sx * sx);
}
