import { type RiderStatus, riderStatuses } from '../../race/event.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';

/** Somebody knows that a rider has left the race, or is in it again: `status?bib=12&is=abandoned`. */
export function tellStatus(desk: Pick<Desk, 'tell' | 'picture'>, search: URLSearchParams): Answer {
  const { race } = desk.picture();
  const bib = search.get('bib')?.trim() ?? '';
  const status = riderStatuses.find((one): one is RiderStatus => one === search.get('is'));
  if (!race?.sheet.riders.has(bib)) return { ok: false, error: `"${bib}" is the number of no rider of this race.` };
  if (!status)
    return { ok: false, error: `"${search.get('is') ?? ''}" is no status: say ${riderStatuses.join(', ')}.` };
  return desk.tell({ kind: 'rider-status', atMs: race.atMs, bib, status, byHand: true });
}
