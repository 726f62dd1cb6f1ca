import { type AutoOut, autoOutAfter, overdue } from '../show/auto-out.ts';
import { briefOf } from '../show/change-words.ts';
import { cleans } from '../show/command.ts';
import { complete, ownedBy } from '../show/complete.ts';
import type { Manifest } from '../show/manifest.ts';
import { trespass } from '../show/owners.ts';
import type { Show } from '../show/show.ts';
import { nothingCounted, type PageCounts, withinSteps } from '../show/steps.ts';
import { foldUndoable, type Undoable } from '../show/undo.ts';
import type { Changes, Countdown } from '../wire/crew/half.ts';
import type { Answer } from '../wire/protocol.ts';
import { type Takers, takersAfter } from './as-run/takers.ts';
import type { DeskLog } from './log/log.ts';
import { ruleDeed, showDeed } from './log/show-deed.ts';
import type { Recorder } from './recorder.ts';

/** The one door for commands, whoever asks. */
export interface ShowKeeper {
  show(): Show;
  /** What undo would take back, and redo bring again. */
  changes(): Changes;
  /** Who brought on air what is there. */
  takers(): Takers;
  /** What is on air and leaves by itself. */
  leaving(): readonly Countdown[];
  /**
   * What is asked may be anything: it is done and on the tape, or refused in one sentence. What makes the picture clean
   * is done also where the tape cannot be written, and the answer says so.
   */
  command(input: unknown, author: string): Answer;
  /** Takes out what has been on air for as long as it was to be; whether there was any. Call often. */
  tend(): boolean;
  /** How many pages there are now: the steps of a graphic follow. */
  count(pages: PageCounts): void;
}

/** A show with its past, and what of it leaves by itself, on the clock of the desk. */
export interface KeptShow {
  readonly kept: Undoable;
  readonly autoOut: AutoOut;
  readonly takers: Takers;
}

interface KeeperOptions {
  readonly first: KeptShow;
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly recorder: Pick<Recorder, 'command'>;
  readonly log: DeskLog;
  /** Any clock that runs evenly, in milliseconds. */
  readonly now: () => number;
}

export function createShowKeeper({ first, manifests, recorder, log, now }: KeeperOptions): ShowKeeper {
  const all = [...manifests.values()];
  let counts: PageCounts = nothingCounted;
  const within = (kept: Undoable): Undoable => ({ ...kept, show: withinSteps(kept.show, manifests, counts) });
  let kept = within(first.kept);
  let { autoOut, takers } = first;

  function command(input: unknown, author: string, reason: string | null = null): Answer {
    const situation = { manifests, show: kept.show, counts, author };
    const completed = complete(input, situation);
    if (!completed.ok) return completed;
    const next = foldUndoable(kept, completed.value, situation);
    const leaves = autoOutAfter(autoOut, completed.value, kept.show, next.show, now());
    if (next === kept && leaves === autoOut) return { ok: true };
    // What a rule does, it does wherever its graphic is.
    const layer = reason === null ? trespass(kept.show, next.show, completed.value, author) : null;
    if (layer) return { ok: false, error: ownedBy(kept.show.owners[layer] ?? '', layer) };
    const deed = showDeed(completed.value, kept, next, manifests);
    const entry = log.entry({ ...deed, why: reason ?? deed.why }, author);
    const why = recorder.command(completed.value, author, entry);
    if (why !== null && !cleans(completed.value)) return { ok: false, error: notDone(why) };
    takers = takersAfter(takers, kept.show, next.show, author, all);
    kept = next;
    autoOut = leaves;
    log.add(entry);
    return why === null
      ? { ok: true }
      : { ok: true, note: `Done, and not on the tape: it cannot be written (${why}).` };
  }

  return {
    show: () => kept.show,
    changes: () => ({ undo: briefOf(kept.done), redo: briefOf(kept.undone) }),
    takers: () => takers,
    leaving: () =>
      Object.entries(autoOut.running).map(([overlay, { outS, atMs }]) => ({
        overlay,
        outS,
        leftS: Math.max(0, Math.ceil((atMs - now()) / 1000)),
      })),
    command: (input, author) => command(input, author),
    tend() {
      const due = overdue(autoOut, now());
      for (const overlay of due) {
        const { outS } = autoOut.running[overlay]!;
        command({ do: 'out', overlay }, 'rule', `its ${outS} s are over`);
      }
      return due.length > 0;
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
