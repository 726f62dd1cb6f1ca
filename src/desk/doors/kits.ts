import type { OverrideEvent } from '../../race/event.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';
import { kitsIn, kitsSaid, notInRace, saysOf } from '../kits.ts';

/** A hand says kits, wearers and looks, as JSON, over what hands have said; nothing takes back all of that. */
export function tellKits(desk: Desk, text: string | null, author: string): Answer {
  if (text === null) return { ok: false, error: 'The kits are longer than a megabyte: send those of this race.' };
  const { race } = desk.picture();
  const said = (says: OverrideEvent['says']) =>
    ({ kind: 'override', atMs: race?.atMs ?? 0, says, until: 'stage' }) as const;
  if (text.trim() === '') return desk.tell(said(kitsSaid(race)), author);
  const kits = kitsIn(text, 'the kits');
  if (!kits.ok) return kits;
  const answer = desk.tell(said(saysOf(kits.value)), author);
  const strangers = race ? notInRace(race.sheet, kits.value) : '';
  return answer.ok && strangers !== '' ? { ok: true, note: `${strangers}.` } : answer;
}
