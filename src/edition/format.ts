import type { Edition } from './edition.ts';
import { wordsOf } from './words/words.ts';

/** A figure and its unit, drawn apart. */
export interface Quantity {
  readonly figure: string;
  readonly unit: string;
}

const MINUS = '\u2212';
/** What stands where a value is not known. */
export const UNKNOWN = '\u2013';
/** A day of racing is no longer than a day. */
const LONGEST_S = 86_400;

/**
 * A time gap, rounded to the second: `+23"`, `+1'05"`, `+1h02'05"`, or `+1:05` in colon style. A rider ahead is
 * negative. Less than half a second is the same time. An estimate carries `~` in place of the sign.
 */
export function formatGap(
  gapS: number | null,
  edition: Edition,
  { estimated = false }: { readonly estimated?: boolean } = {},
): string {
  if (gapS === null || !(Math.abs(gapS) <= LONGEST_S)) return UNKNOWN;
  const seconds = Math.round(Math.abs(gapS));
  if (seconds === 0) return wordsOf(edition.language).sameTime;
  const behind = estimated ? '~' : '+';
  return `${gapS < 0 ? `${estimated ? '~' : ''}${MINUS}` : behind}${formatTime(seconds, edition)}`;
}

/**
 * A duration in whole seconds: `4h12'33"`, `28'14"`, `23"`; colon style `4:12:33`, `28:14`, `0:23`. What no day of
 * racing can last is not known.
 */
export function formatTime(durationS: number, { gapStyle }: Edition): string {
  if (!(durationS >= 0 && durationS <= LONGEST_S)) return UNKNOWN;
  const total = Math.round(durationS);
  const h = Math.floor(total / 3600);
  const m = Math.floor(total / 60) % 60;
  const s = total % 60;
  const two = (n: number) => String(n).padStart(2, '0');
  if (gapStyle === 'colon') return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  if (h > 0) return `${h}h${two(m)}'${two(s)}"`;
  return m > 0 ? `${m}'${two(s)}"` : `${s}"`;
}

/** How long something has lasted, in whole minutes: `1h12`, `42 min`. */
export function formatHours(durationS: number): string {
  const minutes = Math.floor(durationS / 60);
  const h = Math.floor(minutes / 60);
  return h > 0 ? `${h}h${String(minutes % 60).padStart(2, '0')}` : `${minutes} min`;
}

/** A running clock: `4:12:33`, `12:33`, whatever the style of gaps. Whole seconds that have passed. */
export function formatClock(durationS: number, edition: Edition): string {
  return formatTime(Math.floor(durationS), { ...edition, gapStyle: 'colon' });
}

const METRES_A_MILE = 1609.344;
const METRES_A_YARD = 0.9144;
const METRES_A_FOOT = 0.3048;

/** A kilometre or a mile. */
export const metresAUnit = ({ units }: Edition): number => (units === 'imperial' ? METRES_A_MILE : 1000);

/**
 * Road still to ride: kilometres with one decimal, cut so that the line is never announced early; in the last
 * kilometre metres in steps of 50. Imperial: miles, and yards in the last mile.
 */
export function formatDistanceToGo(distanceM: number, edition: Edition): Quantity {
  const left = Math.max(0, distanceM);
  const imperial = edition.units === 'imperial';
  const large = metresAUnit(edition);
  if (left >= large)
    return { figure: decimal(Math.floor((left * 10) / large) / 10, 1, edition), unit: imperial ? 'mi' : 'km' };
  const small = left / (imperial ? METRES_A_YARD : 1);
  return { figure: String(Math.floor(small / 50) * 50), unit: imperial ? 'yd' : 'm' };
}

/** A point of the road, whole kilometres or miles from km 0. */
export function formatRoadMark(distanceM: number, edition: Edition): string {
  return String(Math.round(distanceM / metresAUnit(edition)));
}

/** A length of road with one decimal: `13.8 km`. */
export function formatLength(lengthM: number, edition: Edition): string {
  return `${decimal(lengthM / metresAUnit(edition), 1, edition)} ${edition.units === 'imperial' ? 'mi' : 'km'}`;
}

export function formatAltitude(altitudeM: number, { units }: Edition): string {
  return units === 'imperial' ? `${Math.round(altitudeM / METRES_A_FOOT)} ft` : `${Math.round(altitudeM)} m`;
}

/** Whole units: a tracker's speed is not worth a decimal. */
export function formatSpeed(speedKph: number, { units }: Edition): Quantity {
  return units === 'imperial'
    ? { figure: String(Math.round((speedKph * 1000) / METRES_A_MILE)), unit: 'mph' }
    : { figure: String(Math.round(speedKph)), unit: 'km/h' };
}

/** One decimal, without the sign of per cent: `8.4`. */
export function formatGradient(gradientPct: number, edition: Edition): string {
  return decimal(gradientPct, 1, edition);
}

function decimal(value: number, digits: number, { language }: Edition): string {
  const figure = value.toFixed(digits);
  // A little less than nothing is nothing.
  const signed = Number(figure) === 0 ? figure.replace('-', '') : figure.replace('-', MINUS);
  return signed.replace('.', wordsOf(language).decimalMark);
}
