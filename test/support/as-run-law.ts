import { keyOfItem } from '../../src/desk/as-run/on-pages.ts';
import { type Items, itemOf } from '../../src/show/show.ts';
import type { Aired } from '../../src/wire/crew/aired.ts';
import type { AirPages, Told } from './air-pages.ts';

/** What was wished on air from one moment on, and who wished it. */
export interface Wish {
  readonly atMs: number;
  readonly wished: Items;
  readonly author: string;
}

/** One graphic with its values, from the first page that said it draws it so to the last: each end lies between two moments. */
interface Stay {
  readonly key: string;
  readonly from: Told;
  readonly to: Told | null;
  /** The most pages that drew it at once. */
  readonly pages: number;
}

/**
 * What of the rows is not as pages told it: one sentence each. There is one row for each graphic with its values, from the
 * first page that draws it so to the last, and it names somebody who had wished it so.
 */
export function wrongRows(
  rows: readonly Aired[],
  { told }: Pick<AirPages, 'told'>,
  wishes: readonly Wish[],
): readonly string[] {
  const keys = [...new Set([...rows.map(keyOf), ...told.flatMap(({ drawn }) => drawn)])];
  return keys.flatMap((key) => {
    const its = rows.filter((row) => keyOf(row) === key);
    const stays = staysOf(told, key);
    return [
      ...(its.length === stays.length ? [] : [`${its.length} rows of ${key}, which pages drew ${stays.length} times`]),
      ...its.flatMap((row, i) => wrongRow(row, stays[i], wishes)),
    ];
  });
}

const keyOf = ({ overlay, params, step }: Aired): string => keyOfItem({ overlay, params, step: step - 1 });

function staysOf(told: readonly Told[], key: string): readonly Stay[] {
  const stays: Stay[] = [];
  const pages = new Set<number>();
  let from: Told | null = null;
  let most = 0;
  for (const one of told) {
    if (one.drawn.includes(key)) pages.add(one.page);
    else pages.delete(one.page);
    most = Math.max(most, pages.size);
    if (pages.size > 0) from ??= one;
    else if (from) {
      stays.push({ key, from, to: one, pages: most });
      [from, most] = [null, 0];
    }
  }
  return from ? [...stays, { key, from, to: null, pages: most }] : stays;
}

/** By so much a wall clock may be set meanwhile. */
const SET_MS = 200;

function wrongRow(row: Aired, stay: Stay | undefined, wishes: readonly Wish[]): string[] {
  if (!stay) return [];
  const name = `row ${row.n} of ${stay.key}`;
  const isAt = (atMs: number | null, { saidMs, seenMs }: Told) =>
    atMs !== null && atMs >= saidMs - SET_MS && atMs <= seenMs + SET_MS;
  const moment = (told?: Told) => told && `${told.saidMs}, seen by ${told.seenMs}`;
  return [
    ...(isAt(row.fromAt, stay.from) ? [] : [`${name}: begins at ${row.fromAt}, drawn from ${moment(stay.from)}`]),
    ...((stay.to ? isAt(row.toAt, stay.to) : row.toAt === null)
      ? []
      : [`${name}: ends at ${row.toAt}, drawn to ${moment(stay.to ?? undefined)}`]),
    ...(row.pages === stay.pages ? [] : [`${name}: on ${row.pages} pages, drawn by ${stay.pages}`]),
    ...(tookIt(row, stay, wishes) ? [] : [`${name}: taken by "${row.takenBy}", who never wished it`]),
  ];
}

/** Whether its taker brought it on air so, before a page drew it. */
function tookIt({ overlay, takenBy }: Aired, { key, from }: Stay, wishes: readonly Wish[]): boolean {
  return wishes.some(({ atMs, wished, author }, i) => {
    const [item, was] = [itemOf(wished, overlay), itemOf(wishes[i - 1]?.wished ?? {}, overlay)];
    const isNew = item !== null && keyOfItem(item) === key && (was === null || keyOfItem(was) !== key);
    return isNew && author === takenBy && atMs <= from.seenMs;
  });
}
