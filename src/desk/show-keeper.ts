import { briefOf } from '../show/change-words.ts';
import { cleans } from '../show/command.ts';
import { complete } from '../show/complete.ts';
import type { Manifest } from '../show/manifest.ts';
import type { Show } from '../show/show.ts';
import { nothingCounted, type PageCounts, withinSteps } from '../show/steps.ts';
import { foldUndoable, type Undoable } from '../show/undo.ts';
import type { Changes } from '../wire/crew/half.ts';
import type { Answer } from '../wire/protocol.ts';
import type { DeskLog } from './log/log.ts';
import { ruleDeed, showDeed } from './log/show-deed.ts';
import type { Recorder } from './recorder.ts';

/** The one door for commands, whoever asks. */
export interface ShowKeeper {
  show(): Show;
  /** What undo would take back, and redo bring again. */
  changes(): Changes;
  /**
   * What is asked may be anything: it is done and on the tape, or refused in one sentence. What makes the picture clean
   * is done also where the tape cannot be written, and the answer says so.
   */
  command(input: unknown, author: string): Answer;
  /** How many pages there are now: the steps of a graphic follow. */
  count(pages: PageCounts): void;
}

export function createShowKeeper(
  first: Undoable,
  manifests: ReadonlyMap<string, Manifest>,
  recorder: Pick<Recorder, 'command'>,
  log: DeskLog,
): ShowKeeper {
  let counts: PageCounts = nothingCounted;
  const within = (kept: Undoable): Undoable => ({ ...kept, show: withinSteps(kept.show, manifests, counts) });
  let kept = within(first);
  return {
    show: () => kept.show,
    changes: () => ({ undo: briefOf(kept.done), redo: briefOf(kept.undone) }),
    command(input, author) {
      const situation = { manifests, show: kept.show, counts };
      const completed = complete(input, situation);
      if (!completed.ok) return completed;
      const next = foldUndoable(kept, completed.value, situation);
      if (next === kept) return { ok: true };
      const entry = log.entry(showDeed(completed.value, kept, next, manifests), author);
      const why = recorder.command(completed.value, author, entry);
      if (why !== null && !cleans(completed.value)) return { ok: false, error: notDone(why) };
      kept = next;
      log.add(entry);
      return why === null
        ? { ok: true }
        : { ok: true, note: `Done, and not on the tape: it cannot be written (${why}).` };
    },
    count(pages) {
      counts = pages;
      const before = kept.show;
      kept = within(kept);
      if (kept.show !== before) log.note(ruleDeed(before, kept.show, manifests), 'rule');
    },
  };
}

export const notDone = (why: string): string =>
  `Not done: the tape cannot be written (${why}); make room for it, then ask again.`;
