import * as v from 'valibot';
import { edited } from '../../show/edit-rundowns.ts';
import type { Manifest } from '../../show/manifest.ts';
import { type Rundowns, rundownsFrom } from '../../show/rundown.ts';
import { keptRundownsShape } from '../../wire/crew/rundown.ts';
import { parseRundownEdit } from '../../wire/parse-asked.ts';

/** Folds the rundowns of a tape, which may be older than the manifests. Each gives one sentence for what is left out. */
export interface RundownBook {
  begin(kept: unknown): readonly string[];
  edit(edit: unknown): readonly string[];
  /** Null before they began. */
  rundowns(): Rundowns | null;
}

export function createRundownBook(manifests: ReadonlyMap<string, Manifest>): RundownBook {
  let held: Rundowns | null = null;
  return {
    rundowns: () => held,
    begin(input) {
      const kept = v.safeParse(keptRundownsShape, input);
      if (!kept.success) return ['The rundowns on the tape cannot be read: the desk begins with its own.'];
      const { rundowns, leftOut } = rundownsFrom(kept.output.all, kept.output.chosen, manifests);
      held = rundowns;
      return leftOut;
    },
    edit(input) {
      const edit = parseRundownEdit(input);
      if (!held) return [];
      const after = edit.ok ? edited(held, edit.value, manifests) : edit;
      if (!after.ok) return [`An edit of the rundown on the tape no longer fits and was left out: ${after.error}`];
      held = after.value;
      return [];
    },
  };
}
