import type { Bib } from '../../../race/units.ts';
import type { FreeRiders } from '../../../wire/public/joining.ts';
import { fail, ok, type Result } from '../../../wire/result.ts';
import { bibOf, type Json } from '../json.ts';
import type { KeyBook } from './key-book.ts';
import { nameIn } from './parse.ts';

/** By his number, the names of all whom the desk knows. */
export type KnownRiders = ReadonlyMap<Bib, string>;

/** Without a list, more phones than this are a mistake, or somebody's joke. */
const MOST_PHONES = 300;

export function freeRiders(known: KnownRiders, book: KeyBook): FreeRiders {
  const given = new Set(book.given().map(({ bib }) => bib));
  const riders = [...known].map(([bib, name]) => ({ bib, name, isTaken: given.has(bib) }));
  return { riders, isOpen: !hasList(known, book) };
}

/** A list is what names somebody who has not named himself. */
function hasList(known: KnownRiders, book: KeyBook): boolean {
  const named = book.named();
  return [...known.keys()].some((bib) => !named.has(bib));
}

/** As whom somebody joins who says so, and under which name where no list has one; or why he cannot, in one sentence. */
export function joinsAs(said: Json, known: KnownRiders, book: KeyBook): Result<{ bib: Bib; name: string | null }> {
  const typed = bibOf(typeof said.bib === 'string' ? said.bib.trim() : said.bib);
  if (typed === null) return fail('Say a number: figures, and letters where it has some.');
  const bib = listedAs(typed, known);
  if (known.has(bib) && hasList(known, book)) return ok({ bib, name: null });
  if (hasList(known, book)) return fail(`There is no number ${typed} on the start list: ask the crew for yours.`);
  const name = nameIn(said);
  if (name === '') return fail('Say your name too: it is shown with your number.');
  if (book.given().length >= MOST_PHONES)
    return fail(`${MOST_PHONES} phones have joined, the most that this desk takes.`);
  return ok({ bib, name });
}

/** "7" is the one who is listed as "007". */
function listedAs(typed: Bib, known: KnownRiders): Bib {
  if (known.has(typed)) return typed;
  const figures = (bib: Bib) => bib.replace(/^0+(?=\d)/, '');
  const same = [...known.keys()].filter((bib) => figures(bib) === figures(typed));
  return same.length === 1 ? same[0]! : typed;
}
