import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';
import { rundownIn, rundownText } from '../rundown/read.ts';

/** A rundown as a file: `rundown` is the chosen one, `rundown?name=Circuit` another. Null where nobody is called so. */
export function exportedRundown(desk: Pick<Desk, 'rundown'>, search: URLSearchParams): string | null {
  const rundown = desk.rundown(search.get('name'));
  return rundown && rundownText(rundown);
}

/** A file becomes one more rundown, and is chosen; what has a mistake changes nothing. */
export function importRundown(desk: Pick<Desk, 'edit'>, text: string | null, author: string): Answer {
  if (text === null) return { ok: false, error: 'The rundown is longer than a megabyte: send one that was exported.' };
  const rundown = rundownIn(text, 'the rundown');
  if (!rundown.ok) return rundown;
  const { name, items } = rundown.value;
  return desk.edit({ do: 'bring', rundown: { name, items } }, author);
}
