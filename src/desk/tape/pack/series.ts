/**
 * What is remembered of one number of a phrase: how it went. Whole numbers in units of its last decimal, so that writer
 * and reader reckon alike to the last bit.
 */
export interface Series {
  decimals: number;
  last: number;
  before: number;
  mean: number;
  /** How far each of the guesses was off of late. */
  readonly off: [number, number, number];
}

/** More digits than that are no exact number. */
const MOST_DIGITS = 15;
const FORGETS = 7 / 8;
const MEAN_OF = 6;

export function newSeries(text: string): Series {
  const series: Series = { decimals: 0, last: 0, before: 0, mean: 0, off: [0, 0, 0] };
  const value = learn(series, text);
  if (value !== null) series.before = series.mean = value;
  return series;
}

/** What it will be: as it was, as far on again, or about what it has been; whichever was right of late. */
export function guess({ last, before, mean, off }: Series): number {
  if (off[0] < off[1] && off[0] <= off[2]) return last;
  return off[2] < off[1] ? Math.round(mean) : 2 * last - before;
}

export function heard(series: Series, value: number): void {
  const { off, last, before, mean } = series;
  off[0] = off[0] * FORGETS + Math.abs(value - last);
  off[1] = off[1] * FORGETS + Math.abs(value - 2 * last + before);
  off[2] = off[2] * FORGETS + Math.abs(value - Math.round(mean));
  series.before = last;
  series.last = value;
  series.mean += (value - mean) / MEAN_OF;
}

/** Hears a number that may have more decimals than those before it; null where it is none that is exact. */
export function learn(series: Series, text: string): number | null {
  const decimals = text.length - 1 - text.lastIndexOf('.');
  const finer = text.includes('.') ? decimals - series.decimals : 0;
  if (finer > 0) {
    const times = 10 ** finer;
    series.decimals += finer;
    series.last *= times;
    series.before *= times;
    series.mean *= times;
    series.off.fill(0);
  }
  const value = unitsOf(text, series.decimals);
  if (value !== null) heard(series, value);
  return value;
}

/** In units of the last of so many decimals; null where it could not be written again as it stands. */
export function unitsOf(text: string, decimals: number): number | null {
  const point = text.indexOf('.');
  const own = point < 0 ? 0 : text.length - 1 - point;
  if (own > decimals || text.length + decimals - own > MOST_DIGITS) return null;
  const value = Math.round(Number(text) * 10 ** decimals);
  return isPlain(text, own) ? value : null;
}

const ZERO = 48;

/** No zeros that say nothing. */
function isPlain(text: string, decimals: number): boolean {
  const from = text.charCodeAt(0) === 45 ? 1 : 0;
  if (decimals > 0 && text.charCodeAt(text.length - 1) === ZERO) return false;
  if (text.charCodeAt(from) !== ZERO) return true;
  return decimals > 0 ? text.charCodeAt(from + 1) === 46 : from === 0 && text.length === 1;
}

/** As the number stood in its text. */
export function textOfUnits(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const size = Math.abs(value);
  const unit = 10 ** decimals;
  const whole = Math.floor(size / unit);
  let part = size - whole * unit;
  const sign = value < 0 ? '-' : '';
  if (part === 0) return `${sign}${whole}`;
  let places = decimals;
  for (; part % 10 === 0; part /= 10) places -= 1;
  return `${sign}${whole}.${String(part).padStart(places, '0')}`;
}
