import type { OverrideEvent } from '../../race/event.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';
import { kitsByCode, kitsIn, kitsSaid, notInRace, saysOf } from '../kits.ts';

/** A hand says kits, wearers and looks, as JSON or a table, over what hands have said; nothing takes back all of that. */
export function tellKits(desk: Desk, text: string | null, author: string): Answer {
  if (text === null) return { ok: false, error: 'The kits are longer than a megabyte: send those of this race.' };
  const { race } = desk.picture();
  const said = (says: OverrideEvent['says']) =>
    ({ kind: 'override', atMs: race?.atMs ?? 0, says, until: 'stage' }) as const;
  if (text.trim() === '') return desk.tell(said(kitsSaid(race)), author);
  const kits = kitsIn(text, 'the kits');
  if (!kits.ok) return kits;
  const worn = race ? kitsByCode(race.sheet, kits.value) : kits.value;
  const answer = desk.tell(said(saysOf(worn)), author);
  const strangers = race ? notInRace(race.sheet, worn) : '';
  return answer.ok && strangers !== '' ? { ok: true, note: `${strangers}.` } : answer;
}
