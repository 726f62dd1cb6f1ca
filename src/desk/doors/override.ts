import { wrongOverride } from '../../race/overridden.ts';
import { type Overridable, type OverrideUntil, overridable } from '../../race/override.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';
import { bibOf } from '../feeds/json.ts';

/**
 * Somebody knows better than the feed: `override?bib=31&field=family&value=Šafránek`, with `&until=feed` until the feed
 * says something else, or `&minutes=10`; for the stage where neither is said. Without a value the feed has its word back.
 */
export function tellOverride(desk: Pick<Desk, 'tell' | 'picture'>, search: URLSearchParams, author: string): Answer {
  const { race } = desk.picture();
  const bib = bibOf(search.get('bib') ?? '');
  const field = overridable.find((one): one is Overridable => one === search.get('field'));
  if (!race || bib === null) return no(`"${search.get('bib') ?? ''}" is the number of no rider of this race.`);
  if (!field) return no(`"${search.get('field') ?? ''}" can not be overridden: say ${overridable.join(', ')}.`);
  const value = search.get('value')?.trim() || null;
  const wrong = wrongOverride(race.sheet, bib, field, value);
  if (wrong) return no(wrong);
  const until = untilOf(search, race.atMs);
  return until === null
    ? no('"until" is "feed" or "stage"; or say "minutes", a number above 0.')
    : desk.tell({ kind: 'override', bib, field, value, until }, author);
}

function untilOf(search: URLSearchParams, atMs: number): OverrideUntil | null {
  const [until, minutes] = [search.get('until'), search.get('minutes')];
  if (minutes !== null) return Number(minutes) > 0 ? atMs + Number(minutes) * 60_000 : null;
  return until === null || until === 'stage' ? 'stage' : until === 'feed' ? 'feed' : null;
}

const no = (error: string): Answer => ({ ok: false, error });
