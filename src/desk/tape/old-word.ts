import type { KitParts } from '../../race/event.ts';
import { recordOf, textOf } from '../feeds/json.ts';
import { saysOf } from '../kits.ts';

/** What operators said on tapes of older desks, as it is said today; anything else as it is. `atMs` is when it was said. */
export function wordOfToday(input: unknown, atMs: number): unknown {
  const word = recordOf(input);
  const said = (says: readonly object[]) => ({ kind: 'override', atMs, says, until: word?.until ?? 'stage' });
  if (word?.kind === 'group-name') return said([{ path: `group/${textOf(word.group)}/name`, value: word.name }]);
  if (word?.kind === 'kits' && word.from === 'hand') return said(saysOf(word as KitParts));
  if (word?.kind === 'override' && word.field !== undefined)
    return said([{ path: `rider/${textOf(word.bib)}/${textOf(word.field)}`, value: word.value }]);
  return input;
}
