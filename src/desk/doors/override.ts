import { isOverridePath, type OverridePath, type OverrideUntil, riderFields } from '../../race/overrides/override.ts';
import { sayOf } from '../../race/overrides/overrides.ts';
import { readOverride, wrongUntil } from '../../race/overrides/read-override.ts';
import type { Answer } from '../../wire/protocol.ts';
import type { Desk } from '../desk.ts';
import { bibOf } from '../feeds/json.ts';

/**
 * Somebody knows better than the feed: `override?bib=31&field=family&value=Šafránek`, or of anything else by its path,
 * `override?path=race/to-go&value=42.3`, with `&until=feed` until the feed says something else, or `&minutes=10`; for the
 * stage where neither is said. Without a value the feed has its word back.
 */
export function tellOverride(desk: Pick<Desk, 'tell' | 'picture'>, search: URLSearchParams, author: string): Answer {
  const { race } = desk.picture();
  const path = pathOf(search);
  if (!race) return no('There is no race yet: say it when its start list is there.');
  if (path === null) return no(HOW);
  const until = untilOf(search, race.atMs);
  if (until === null) return no(`"until" is "feed" or "stage"; or say "minutes", ${MINUTES}.`);
  const typed = search.get('value');
  // Nobody wears a jersey: that is a word as well.
  if (typed === null || (typed.trim() === '' && !path.startsWith('jersey/')))
    return desk.tell(sayOf(race, path, null), author);
  const wrong = wrongUntil(path, until);
  if (wrong) return no(wrong);
  const read = readOverride(race, path, typed);
  return read.ok ? desk.tell(sayOf(race, path, read.value, until), author) : no(read.error);
}

const HOW = `Say of whom and what: bib=31&field= one of ${riderFields.join(', ')}; or path= team/ABC/kit, jersey/points, look/points, group/ID/name or race/to-go.`;

function pathOf(search: URLSearchParams): OverridePath | null {
  const bib = bibOf(search.get('bib') ?? '');
  const path = search.get('path') ?? `rider/${bib}/${search.get('field')}`;
  return isOverridePath(path) && (search.has('path') || bib !== null) ? path : null;
}

/** A day: what is to hold longer holds until the stage ends. */
export const MOST_MIN = 1440;
export const MINUTES = `a number above 0, ${MOST_MIN} at most`;

/** How long a hand's word holds; null where that is not to be understood. */
export function untilOf(search: URLSearchParams, atMs: number): OverrideUntil | null {
  const [until, minutes] = [search.get('until'), search.get('minutes')];
  if (minutes !== null) {
    const held = Number(minutes);
    return held > 0 && held <= MOST_MIN ? atMs + held * 60_000 : null;
  }
  return until === null || until === 'stage' ? 'stage' : until === 'feed' ? 'feed' : null;
}

const no = (error: string): Answer => ({ ok: false, error });
