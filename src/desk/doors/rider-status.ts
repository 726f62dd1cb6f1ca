import { type RiderStatus, riderStatuses } from '../../race/event.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';
import { bibOf } from '../feeds/json.ts';

/** Somebody knows that a rider has left the race, or is in it again: `status?bib=12&is=abandoned`. */
export function tellStatus(desk: Pick<Desk, 'tell' | 'picture'>, search: URLSearchParams, author: string): Answer {
  const { race } = desk.picture();
  const bib = bibOf(search.get('bib') ?? '');
  const status = riderStatuses.find((one): one is RiderStatus => one === search.get('is'));
  if (!race || bib === null) return noRider(search.get('bib') ?? '');
  if (!status)
    return { ok: false, error: `"${search.get('is') ?? ''}" is no status: say ${riderStatuses.join(', ')}.` };
  const isListed = race.sheet.riders.has(bib);
  // Who is on no list races if a hand says so: nothing else proves it of one who rides before all others.
  if (!isListed && status !== 'racing') return noRider(bib);
  const answer = desk.tell({ kind: 'rider-status', atMs: race.atMs, bib, status, byHand: true }, author);
  const note = `Number ${bib} is on no start list: he is in the race as soon as he is heard on the road.`;
  return answer.ok && !isListed ? { ok: true, note } : answer;
}

const noRider = (bib: string): Answer => ({ ok: false, error: `"${bib}" is the number of no rider of this race.` });
