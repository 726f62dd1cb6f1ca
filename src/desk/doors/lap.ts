import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';

/** Somebody knows on which lap the bunch rides, or one rider: `lap?lap=3`, `lap?lap=3&bib=6`. */
export function tellLap(desk: Pick<Desk, 'tell' | 'picture'>, search: URLSearchParams, author: string): Answer {
  const lap = Number(search.get('lap') ?? Number.NaN);
  const most = desk.picture().race?.sheet.course.laps?.count ?? Number.POSITIVE_INFINITY;
  if (!Number.isInteger(lap) || lap < 1 || lap > most) {
    const laps = Number.isFinite(most) ? ` from 1 to ${most}` : '';
    return { ok: false, error: `"${search.get('lap') ?? ''}" is no lap of this road: say a whole number${laps}.` };
  }
  return desk.tell({ kind: 'lap-known', bib: search.get('bib') || null, lap }, author);
}
