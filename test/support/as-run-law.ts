import type { Aired } from '../../src/desk/as-run/aired.ts';
import { type Item, type Items, itemOf, sameItem } from '../../src/show/show.ts';
import type { AirPages, Told } from './air-pages.ts';

/** What was wished on air from one moment on, and who wished it. */
export interface Wish {
  readonly atMs: number;
  readonly wished: Items;
  readonly author: string;
}

/** One graphic, from the first page that said it draws it to the last: each end lies between two moments. */
interface Stay {
  readonly overlay: string;
  readonly from: Told;
  readonly to: Told | null;
}

/** One graphic with its values, and who brought them; null while it is not wished. */
interface Had {
  readonly atMs: number;
  readonly item: Item | null;
  readonly author: string;
}

/**
 * What of the rows is not as pages told it and as it was wished then: one sentence each. A row begins with the first page
 * that draws its graphic and ends with the last, or where it has other values on air.
 */
export function wrongRows(
  rows: readonly Aired[],
  { told, looks }: Pick<AirPages, 'told' | 'looks'>,
  wishes: readonly Wish[],
): readonly string[] {
  const overlays = [...new Set([...rows.map(({ overlay }) => overlay), ...told.flatMap(({ drawn }) => drawn)])];
  return overlays.flatMap((overlay) => {
    const its = rows.filter((row) => row.overlay === overlay);
    const had = hadOf(wishes, overlay);
    const stays = staysOf(told, overlay);
    const inStay = (stay: Stay) =>
      its.filter(({ fromAt }) => fromAt >= stay.from.saidMs && (!stay.to || fromAt <= stay.to.seenMs));
    return [
      ...stays.flatMap((stay) => wrongStay(stay, inStay(stay), looks, had)),
      ...its
        .filter((row) => !stays.some((stay) => inStay(stay).includes(row)))
        .map((row) => `${nameOf(row)}: no page drew it`),
      ...its.flatMap((row) => wrongValues(row, had)),
      ...stays.flatMap((stay) => missed(stay, inStay(stay), looks, had)),
      ...its.filter((row) => !arePages(row, told)).map((row) => `${nameOf(row)}: not on ${row.pages} pages`),
    ];
  });
}

const nameOf = ({ n, overlay }: Pick<Aired, 'n' | 'overlay'>): string => `row ${n} of ${overlay}`;

/** How many pages drew it after each word of a page. */
function countsOf(told: readonly Told[], overlay: string): readonly (readonly [Told, number])[] {
  const pages = new Set<number>();
  return told.map((one) => {
    if (one.drawn.includes(overlay)) pages.add(one.page);
    else pages.delete(one.page);
    return [one, pages.size] as const;
  });
}

function staysOf(told: readonly Told[], overlay: string): readonly Stay[] {
  const stays: Stay[] = [];
  let from: Told | null = null;
  for (const [one, count] of countsOf(told, overlay)) {
    if (count > 0) from ??= one;
    else if (from) {
      stays.push({ overlay, from, to: one });
      from = null;
    }
  }
  return from ? [...stays, { overlay, from, to: null }] : stays;
}

function hadOf(wishes: readonly Wish[], overlay: string): readonly Had[] {
  const all: Had[] = [{ atMs: Number.NEGATIVE_INFINITY, item: null, author: '' }];
  for (const { atMs, wished, author } of wishes) {
    const [was, item] = [all.at(-1)!.item, itemOf(wished, overlay)];
    if (was === item || (was && item && sameItem(was, item))) continue;
    all.push({ atMs, item, author: item ? author : '' });
  }
  return all;
}

/** What was so within a time: more than one thing where it changed then. */
const hadIn = (had: readonly Had[], fromMs: number, toMs: number): readonly Had[] =>
  had.filter(({ atMs }, i) => atMs <= toMs && (had[i + 1]?.atMs ?? Number.POSITIVE_INFINITY) >= fromMs);

type Looks = AirPages['looks'];

/** Its rows follow one another from the first page that drew it to the last, without a hole in which the desk has looked. */
function wrongStay({ overlay, from, to }: Stay, rows: readonly Aired[], looks: Looks, had: readonly Had[]): string[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [`no row of ${overlay}, drawn from ${from.saidMs}`];
  const isAt = (atMs: number | null, { saidMs, seenMs }: Told) => atMs !== null && atMs >= saidMs && atMs <= seenMs;
  const isHole = (endMs: number, beginMs: number) =>
    endMs > beginMs || looks.some(([a, b]) => endMs < a && b < beginMs);
  return [
    ...(isAt(first.fromAt, from) ? [] : [`${nameOf(first)}: begins at ${first.fromAt}, drawn from ${from.saidMs}`]),
    ...(to === null || isAt(last.toAt, to) ? [] : [`${nameOf(last)}: ends at ${last.toAt}, drawn to ${to.saidMs}`]),
    ...rows.slice(1).flatMap((row, i) => {
      const before = rows[i]!;
      if (before.toAt === null || isHole(before.toAt, row.fromAt))
        return [`${nameOf(row)}: does not follow ${before.n}`];
      const isOther = hadIn(had, before.fromAt, row.fromAt).length > 1;
      const isSame = before.step === row.step && JSON.stringify(before.params) === JSON.stringify(row.params);
      return isOther && !isSame ? [] : [`${nameOf(row)}: begins though nothing became other`];
    }),
  ];
}

/** It has the values that were wished when it began, by whom they came. */
function wrongValues(row: Aired, had: readonly Had[]): string[] {
  const its = hadIn(had, row.fromAt, row.fromAt);
  return its.some((one) => isOf(row, one) && row.takenBy === one.author)
    ? []
    : [`${nameOf(row)}: ${JSON.stringify([row.params, row.step, row.takenBy])}, wished ${JSON.stringify(its)}`];
}

function isOf({ overlay, params, step }: Aired, { item }: Had): boolean {
  if (item) return sameItem(item, { overlay, params, step: step - 1 });
  return step === 0 && Object.keys(params).length === 0;
}

/** Whatever was wished and drawn while the desk looked has its row. */
function missed({ overlay, from, to }: Stay, rows: readonly Aired[], looks: Looks, had: readonly Had[]): string[] {
  return looks.flatMap(([a, b]) => {
    const [its, ...others] = hadIn(had, a, b);
    if (a < from.seenMs || (to && b > to.saidMs) || !its?.item || others.length > 0) return [];
    return rows.some((row) => row.fromAt <= b && (row.toAt === null || row.toAt >= b) && isOf(row, its))
      ? []
      : [`no row of ${overlay} at ${b}: ${JSON.stringify(its)}`];
  });
}

/** As many as drew it at once while it stood, at most. */
function arePages(row: Aired, told: readonly Told[]): boolean {
  const counts = countsOf(told, row.overlay);
  const most = (within: (one: Told, next: Told | undefined) => boolean) =>
    Math.max(0, ...counts.filter(([one], i) => within(one, counts[i + 1]?.[0])).map(([, count]) => count));
  const toAt = row.toAt ?? Number.POSITIVE_INFINITY;
  const surely = most((one, next) => one.seenMs < toAt && (next?.saidMs ?? Number.POSITIVE_INFINITY) > row.fromAt);
  const perhaps = most((one, next) => one.saidMs <= toAt && (next?.seenMs ?? Number.POSITIVE_INFINITY) >= row.fromAt);
  return row.pages >= surely && row.pages <= perhaps;
}
