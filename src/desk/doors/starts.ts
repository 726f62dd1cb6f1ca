import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';
import { startListIn, startsOn } from '../start-list.ts';
import { strangersWithStart } from '../strangers.ts';

/** A hand tells start times of a time trial, as a table; one without a time takes his back, and no table all of them. */
export function tellStarts(desk: Desk, text: string | null, author: string): Answer {
  if (text === null) return { ok: false, error: 'The table is longer than a megabyte: send the one of this race.' };
  if (text.trim() === '') return desk.tell({ kind: 'start-order', from: 'hand', starts: [] }, author);
  const list = startListIn(text, 'the table');
  if (!list.ok) return list;
  const sheet = desk.picture().race?.sheet;
  const event = sheet ? startsOn(sheet.info, list.value, 'hand') : null;
  if (!sheet || !event)
    return { ok: false, error: 'Nobody has said on which day this race is: wait for its papers, then send the table.' };
  const answer = desk.tell({ ...event, from: 'hand' }, author);
  const doubts = [...list.value.doubts, strangersWithStart(sheet, event)].filter((doubt) => doubt !== '');
  return answer.ok && doubts.length > 0 ? { ok: true, note: `${doubts.join('; ')}.` } : answer;
}
