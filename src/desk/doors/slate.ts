import { readSlate } from '../../race/slate/read-slate.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';
import { MINUTES, untilOf } from './override.ts';

const HOW_LONG = `"until" is "stage"; or say "minutes", ${MINUTES}: what the radio says is never the feed's.`;

/**
 * What the radio says of a group: `slate?line=4: 171 201 102 84 +1'20 km82`, with `&minutes=10` or `&until=stage` for so
 * long; without a line the slate is wiped.
 */
export function tellSlate(desk: Pick<Desk, 'tell' | 'picture'>, search: URLSearchParams, author: string): Answer {
  const { race } = desk.picture();
  if (!race) return { ok: false, error: 'There is no race yet: the slate waits for its start list.' };
  const { atMs } = race;
  const line = search.get('line');
  if (line === null) return desk.tell({ kind: 'slate-line', atMs, id: null, told: null }, author);
  // In an address a plus that is not written %2B is a space; a gap without its sign has lost it so.
  const read = readSlate(line.replace(/\s(?=\d+['’:]\d)/g, ' +'), race.sheet);
  if (!read.ok) return read;
  const until = search.has('minutes') || search.has('until') ? untilOf(search, atMs) : undefined;
  if (until === null || until === 'feed') return { ok: false, error: HOW_LONG };
  return desk.tell({ kind: 'slate-line', atMs, id: null, told: read.value, ...(until && { until }) }, author);
}
