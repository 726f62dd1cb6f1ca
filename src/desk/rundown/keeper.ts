import { edited } from '../../show/edit-rundowns.ts';
import type { Manifest } from '../../show/manifest.ts';
import { chosenIn, type Rundown, type Rundowns, rundownOf } from '../../show/rundown.ts';
import type { RundownEdit } from '../../show/rundown-edit.ts';
import type { RundownsView } from '../../wire/crew/half.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { DeskLog } from '../log/log.ts';
import { rundownDeed } from '../log/rundown-deed.ts';
import type { Recorder } from '../recorder.ts';
import { notDone } from '../show-keeper.ts';

/** The rundowns of the desk: what is edited here is what every control shows. */
export interface RundownKeeper {
  /** The same object until something changes. */
  view(): RundownsView;
  /** By its name, or the chosen one; null where there is none of that name. */
  rundown(name: string | null): Rundown | null;
  /** Done and on the tape, or refused in one sentence. */
  edit(edit: RundownEdit, author: string): Answer;
}

interface RundownOptions {
  readonly first: Rundowns;
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly recorder: Pick<Recorder, 'rundown'>;
  readonly log: DeskLog;
  /** Called after each change. */
  readonly keep: (rundowns: Rundowns) => void;
}

export function createRundownKeeper({ first, manifests, recorder, log, keep }: RundownOptions): RundownKeeper {
  let held = first;
  let view = viewOf(held);
  return {
    view: () => view,
    rundown: (name) => (name === null ? chosenIn(held) : rundownOf(held, name)),
    edit(edit, author) {
      const after = edited(held, edit, manifests);
      if (!after.ok) return after;
      if (after.value === held) return { ok: true };
      const entry = log.entry(rundownDeed(edit, held, after.value, manifests), author);
      const why = recorder.rundown(edit, author, entry);
      if (why !== null) return { ok: false, error: notDone(why) };
      held = after.value;
      view = viewOf(held);
      log.add(entry);
      keep(held);
      return { ok: true };
    },
  };
}

/** What the crew is told of them. */
export function viewOf(held: Rundowns): RundownsView {
  const { all, removed } = held;
  const title = removed && ('item' in removed ? removed.item.title : removed.rundown.name);
  return { names: all.map(({ name }) => name), chosen: chosenIn(held), removed: title };
}
