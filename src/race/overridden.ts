import type { OverrideEvent } from './event.ts';
import { HIDDEN, type Overridable, type Overrides } from './override.ts';
import type { Rider, Sheet } from './sheet.ts';
import type { Bib } from './units.ts';

/** With what a hand has just said; null takes it back. It may be said before the list is there. */
export function withOverride(
  held: Overrides,
  { bib, field, value, until }: OverrideEvent,
  feed: Sheet | null,
): Overrides {
  const others = held.filter((one) => one.bib !== bib || one.field !== field);
  return value === null ? others : [...others, { bib, field, value, instead: wordOf(feed, bib, field), until }];
}

/** Those that still hold: the same list where all do. */
export function lasting(held: Overrides, feed: Sheet, atMs: number): Overrides {
  const still = held.filter(({ bib, field, instead, until }) => {
    if (until === 'stage') return true;
    return until === 'feed' ? instead === null || wordOf(feed, bib, field) === instead : atMs < until;
  });
  return still.length === held.length ? held : still;
}

const wordOf = (feed: Sheet | null, bib: Bib, field: Overridable): string | null =>
  field === 'hidden' ? null : (feed?.riders.get(bib)?.[field] ?? null);

/** The sheet as it is drawn: what the feed says, or a hand instead of it. The overrides come with it, to be marked. */
export function overridden(feed: Sheet, held: Overrides): Sheet {
  const standing = held.filter(({ bib }) => feed.riders.has(bib));
  if (standing.length === 0) return feed;
  const riders = new Map(feed.riders);
  for (const { bib, field, value } of standing) {
    if (field === 'hidden') continue;
    const rider: Rider = { ...riders.get(bib)!, [field]: value };
    riders.set(bib, rider);
  }
  return { ...feed, riders, overrides: standing };
}

/** Whom a hand has hidden: he counts, and is nowhere drawn by his name. */
export const hiddenIn = ({ overrides = [] }: Sheet): ReadonlySet<Bib> =>
  new Set(overrides.filter(({ field }) => field === 'hidden').map(({ bib }) => bib));

/** Null where a hand may say that of a rider, or take it back; else one sentence. */
export function wrongOverride(sheet: Sheet, bib: Bib, field: Overridable, value: string | null): string | null {
  if (!sheet.riders.has(bib)) return `"${bib}" is the number of no rider of this race.`;
  if (value === null) return null;
  if (value.length > MOST_LETTERS) return `That is longer than ${MOST_LETTERS} letters.`;
  if (field === 'hidden' && value !== HIDDEN) return `A rider is hidden by "${HIDDEN}", and is not by nothing.`;
  if (field === 'nation' && !/^[A-Z]{3}$/.test(value)) return `"${value}" is no nation: write three capitals, as GER.`;
  if (field === 'team' && !sheet.teams.some(({ code }) => code === value))
    return `There is no team "${value}"; there are ${sheet.teams.map(({ code }) => code).join(', ')}.`;
  return null;
}

const MOST_LETTERS = 80;
