import { apply } from '../../show/apply.ts';
import type { Command } from '../../show/command.ts';
import type { Show } from '../../show/show.ts';

/** How long a change must have stood on the screen before a key can be meant for it, in milliseconds. */
export const REACTION_MS = 400;

/**
 * What one operator has had before the eyes. A key that toggles means what its operator saw: two who press the same key
 * within a blink want the same, and do not cancel each other. One's own commands count from the press.
 */
export interface Sight {
  /** Oldest first; the show of each has one's own commands in it. */
  readonly shows: readonly { readonly sinceMs: number; readonly show: Show }[];
  /** One's own commands that the desk has not answered. */
  readonly open: readonly Command[];
}

export const firstSight = (show: Show): Sight => ({ shows: [{ sinceMs: Number.NEGATIVE_INFINITY, show }], open: [] });

/** The show as its operator has seen it: the newest that has stood long enough. */
export const seenShow = ({ shows }: Sight, nowMs: number): Show => shows[standing(shows, nowMs)]!.show;

/** The desk tells a show, by whatever cause. */
export function withShow({ shows, open }: Sight, show: Show, nowMs: number): Sight {
  const known = shows.slice(standing(shows, nowMs));
  return { shows: [...known, { sinceMs: nowMs, show: open.reduce(apply, show) }], open };
}

/** The operator asks: whoever pressed knows it. */
export const withQuestion = ({ shows, open }: Sight, command: Command): Sight => ({
  shows: shows.map(({ sinceMs, show }) => ({ sinceMs, show: apply(show, command) })),
  open: [...open, command],
});

/** The desk answers. What it refused has not happened: the show is what the desk says, `show`, at once. */
export function withAnswer(sight: Sight, command: Command, ok: boolean, show: Show): Sight {
  const open = sight.open.filter((other) => other !== command);
  return ok ? { ...sight, open } : { ...firstSight(open.reduce(apply, show)), open };
}

/** Index of the newest show that is old enough, else of the oldest. */
const standing = (shows: Sight['shows'], nowMs: number): number =>
  Math.max(
    0,
    shows.findLastIndex(({ sinceMs }) => nowMs - sinceMs >= REACTION_MS),
  );
