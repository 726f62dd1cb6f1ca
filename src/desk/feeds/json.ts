import type { Bib } from '../../race/units.ts';

/** Small readers for data of strangers: what does not fit is null, nothing throws. */

export type Json = Readonly<Record<string, unknown>>;

/** The parsed text, or null when it is not JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const recordOf = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;

/** The records in an array; a lone record counts as one. */
export function recordsOf(value: unknown): Json[] {
  const entries: unknown[] = Array.isArray(value) ? value : [value];
  return entries.map(recordOf).filter((record) => record !== null);
}

/** A finite number, also when it is written as text. `null`, `''` and `true` are not numbers, whatever `Number` says. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

const LONGEST_BIB = 12;
/** Of what is stuck on a bicycle: 24 digits and letters of an RFID, or what somebody has written on it. */
const LONGEST_CHIP = 40;

/** The code of a transponder, or a bib where the timing has one. */
export const chipOf = (value: unknown): Bib | null => bibOf(value, LONGEST_CHIP);

/** A bib as it is written, trimmed: "12A", "001"; also a whole number from 0. */
export function bibOf(value: unknown, longest = LONGEST_BIB): Bib | null {
  const bib = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : textOf(value);
  return bib.length <= longest && /^[\p{L}\p{N}]+([ ./-][\p{L}\p{N}]+)*$/u.test(bib) ? bib : null;
}

/** Trimmed text with its spaces single; empty for anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '');

/** The beginning of a text, quoted and on one line, for an error that shows what came. */
export function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what strangers send may hold any
  const line = text.slice(0, 41).replace(/[\u0000-\u001f\u007f]+/g, ' ');
  return `"${line.length > 40 ? `${line.slice(0, 40)}...` : line}"`;
}
