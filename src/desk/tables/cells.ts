import type { Bib } from '../../race/units.ts';
import { bibOf } from '../feeds/json.ts';

/** The number of a rider as tables have it, 12, A12 or 12A: spreadsheets make 1.0 of a 1. Null for words. */
export const bibInCell = (cell: string): Bib | null =>
  /^(\p{L}{1,2}[ .-]?)?\d/u.test(cell) ? bibOf(cell.replace(/^(\d+)[.,]0+$/, '$1')) : null;

/** `YYYY-MM-DD` of a date as people write it, the day before the month; null for what is no date. */
export function dateInCell(cell: string): string | null {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])/.exec(cell) ?? [];
  if (year !== undefined) return dateOf(year, month, day);
  const [, d, m = '', y = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(cell) ?? [];
  return d === undefined ? null : dateOf(y, m, d);
}

function dateOf(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const atMs = Date.parse(`${iso}T00:00:00Z`);
  return Number.isFinite(atMs) && new Date(atMs).toISOString().startsWith(iso) ? iso : null;
}

interface PersonName {
  readonly family: string;
  readonly given: string;
}

/**
 * A name of which only the whole is told: where the family stands in capitals and the rest does not ("NOVAK Ana", "Ana
 * NOVAK"), or a comma parts them, they are two; any other is used whole, for nobody knows where families begin.
 */
export function nameInCell(cell: string): PersonName {
  const [before = '', after = '', ...more] = cell.split(',').map((part) => part.trim());
  if (before && after && more.length === 0) return { family: before, given: after };
  const words = cell.split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => !isLoud(word));
  const last = words.findLastIndex((word) => !isLoud(word));
  if (first > 0 && !words.slice(first).some(isLoud)) return namesOf(words.slice(0, first), words.slice(first));
  if (first === 0 && last < words.length - 1 && !words.slice(0, last).some(isLoud))
    return namesOf(words.slice(last + 1), words.slice(0, last + 1));
  return { family: cell, given: '' };
}

const namesOf = (family: readonly string[], given: readonly string[]): PersonName => ({
  family: family.join(' '),
  given: given.join(' '),
});

/** In capitals, and more than an initial: NOVAK, O'NEILL, McNULTY. */
const isLoud = (word: string): boolean => {
  const letters = word.replace(/[^\p{L}]/gu, '').replace(/^Ma?c/, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
};
