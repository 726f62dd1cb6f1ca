import type { Bib } from '../../race/units.ts';
import { bibOf } from '../feeds/json.ts';

/** The number of a rider as tables have it, 12, A12 or 12A: spreadsheets make 1.0 of a 1. Null for words. */
export const bibInCell = (cell: string): Bib | null =>
  /^(\p{L}{1,2}[ .-]?)?\d/u.test(cell) ? bibOf(cell.replace(/^(\d+)[.,]0+$/, '$1')) : null;

/** Who rides is so old; so a year of two figures has one century, or none. */
const AGES = { from: 5, to: 90 };

/** `YYYY-MM-DD` of a date of birth as people write it, the day before the month; null for what is none. */
export function birthInCell(cell: string, thisYear: number = new Date().getFullYear()): string | null {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d])/.exec(cell) ?? [];
  if (year !== undefined) return dateOf(year, month, day);
  const [, d, m = '', y = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/.exec(cell) ?? [];
  const born = y.length === 2 ? yearOf(Number(y), thisYear) : y;
  return d === undefined || born === null ? null : dateOf(born, m, d);
}

/** Of two figures. */
function yearOf(figures: number, thisYear: number): string | null {
  const latest = thisYear - AGES.from;
  const year = latest - ((((latest - figures) % 100) + 100) % 100);
  return thisYear - year <= AGES.to ? String(year) : null;
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
