import { apply } from './apply.ts';
import type { Command } from './command.ts';
import type { AskSituation } from './complete.ts';
import { type Items, type Show, sameItems } from './show.ts';
import { withinSteps } from './steps.ts';

/** The show, and what was on air before: who undoes goes back through it, whoever made the change. */
export interface Undoable {
  readonly show: Show;
  /** Changes of what is on air, newest first. */
  readonly done: AirChange | null;
  /** Those taken back, in the order in which they come again. A new change forgets them. */
  readonly undone: AirChange | null;
}

/** One change of what is on air, in a chain: ten thousand cost no more than one each. */
export interface AirChange {
  readonly by: Command;
  /** What is on air on the other side of it. */
  readonly program: Items;
  readonly next: AirChange | null;
}

export const neverChanged = (show: Show): Undoable => ({ show, done: null, undone: null });

/**
 * Folds a command into the show, undo and redo among them. They change only what is on air, never what is cued; what may
 * be paged through bounds every step. The same when nothing changes.
 */
export function foldUndoable(
  before: Undoable,
  command: Command,
  { manifests, counts }: Omit<AskSituation, 'show'>,
): Undoable {
  if (command.do === 'undo' || command.do === 'redo') {
    const after = command.do === 'undo' ? undone(before) : redone(before);
    return after === before ? before : { ...after, show: withinSteps(after.show, manifests, counts) };
  }
  const applied = apply(before.show, command);
  const show = withinSteps(applied, manifests, counts);
  if (applied.program === before.show.program) return show === before.show ? before : { ...before, show };
  return { show, done: { by: command, program: before.show.program, next: before.done }, undone: null };
}

function undone(before: Undoable): Undoable {
  const { show, done } = before;
  if (!done || show.latched) return before;
  const { by, program, next } = done;
  return { show: onAir(show, program), done: next, undone: { by, program: show.program, next: before.undone } };
}

function redone(before: Undoable): Undoable {
  const { show, undone: again } = before;
  if (!again || show.latched) return before;
  const { by, program, next } = again;
  return { show: onAir(show, program), done: { by, program: show.program, next: before.done }, undone: next };
}

const onAir = (show: Show, program: Items): Show =>
  sameItems(show.program, program) ? show : { ...show, program, cut: false };
