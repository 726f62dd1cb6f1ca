import type { OverrideEvent } from '../event.ts';
import type { Bib } from '../units.ts';
import { type OverridePath, type Overrides, type OverrideUntil, subjectOf } from './override.ts';

/** What is known of a path without a hand; null where nothing is. */
export type FeedWord = (path: OverridePath) => string | null;

/** With what a hand has just said, word by word; null takes it back. It may be said before the list is there. */
export function withOverrides(held: Overrides, event: OverrideEvent, feedWord: FeedWord): Overrides {
  const { says, until, atMs, author = '' } = event;
  return says.reduce((all, { path, value }) => {
    const others = all.filter((one) => one.path !== path);
    return value === null ? others : [...others, { path, value, instead: feedWord(path), author, atMs, until }];
  }, held);
}

/** A hand says one thing, now. */
export const sayOf = (
  { atMs }: { readonly atMs: number },
  path: OverridePath,
  value: string | null,
  until: OverrideUntil = 'stage',
): OverrideEvent => ({ kind: 'override', atMs, says: [{ path, value }], until });

/** Those that still hold: the same list where all do. */
export function lasting(held: Overrides, feedWord: FeedWord, nowMs: number): Overrides {
  const still = held.filter(({ path, instead, until }) => {
    if (until === 'stage') return true;
    return until === 'feed' ? instead === null || feedWord(path) === instead : nowMs < until;
  });
  return still.length === held.length ? held : still;
}

/** All that was said so much later. */
export const movedOverrides = (held: Overrides, byMs: number): Overrides =>
  held.map((one) => ({
    ...one,
    atMs: one.atMs + byMs,
    until: typeof one.until === 'number' ? one.until + byMs : one.until,
  }));

/** The names that hands have given to groups, by the id of the group. */
export const groupNamesIn = (held: Overrides): Map<string, string> =>
  new Map(
    held.flatMap(({ path, value }) => {
      const subject = subjectOf(path);
      return subject?.of === 'group' ? [[subject.group, value] as const] : [];
    }),
  );

/** Who wears a jersey, as hands say, by its kind; "" where nobody does. */
export const wearersIn = (held: Overrides): Map<string, Bib> =>
  new Map(
    held.flatMap(({ path, value }) => {
      const subject = subjectOf(path);
      return subject?.of === 'jersey' ? [[subject.kind, value] as const] : [];
    }),
  );

/** Whom a hand has hidden: he counts, and is nowhere drawn by his name. */
export const hiddenIn = ({ overrides }: { readonly overrides: Overrides }): ReadonlySet<Bib> =>
  new Set(
    overrides.flatMap(({ path }) => {
      const subject = subjectOf(path);
      return subject?.of === 'rider' && subject.field === 'hidden' ? [subject.bib] : [];
    }),
  );
