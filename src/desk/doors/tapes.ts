import type { TapesView } from '../../wire/crew/tapes.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { Rehearser } from '../rehearsal/rehearser.ts';
import type { Shelf } from '../tape/shelf.ts';

/** What a desk with a folder has to say of its tapes. */
export interface TapeRoom {
  readonly shelf: Shelf;
  readonly rehearser: Rehearser;
}

export const tapesView = ({ shelf, rehearser }: TapeRoom): TapesView => ({
  tapes: shelf.list(),
  rehearsal: rehearser.now(),
});

/** `tape?file=x&name=The queen stage` names one, `rehearse?file=x` plays one beside the desk, `rehearse` ends that. */
export const tapeAsks: ReadonlyMap<string, (room: TapeRoom, search: URLSearchParams) => Answer> = new Map(
  Object.entries({ tape: nameTape, rehearse }),
);

function nameTape({ shelf }: TapeRoom, search: URLSearchParams): Answer {
  const [file, name] = [search.get('file'), search.get('name')];
  if (file === null || name === null)
    return { ok: false, error: 'A tape is named by /api/tape?file=…&name=…; an empty name takes it back.' };
  const named = shelf.name(file, name);
  return named.ok ? { ok: true } : named;
}

function rehearse({ shelf, rehearser }: TapeRoom, search: URLSearchParams): Answer {
  const file = search.get('file');
  if (file === null) {
    rehearser.end();
    return { ok: true };
  }
  const path = shelf.path(file);
  if (path === null) return { ok: false, error: `There is no tape "${file.slice(0, 100)}" here.` };
  const begun = rehearser.begin(file, path);
  return begun.ok ? { ok: true } : begun;
}
