import type { Ripeness } from '../../../race/event.ts';
import type { JerseyKind } from '../../../race/sheet.ts';

/** What a list of the organiser ranks: a day, or the race so far; by what. */
export interface RankingCode {
  readonly by: 'time' | 'points' | 'mountain' | 'young';
  readonly span: 'stage' | 'race';
}

/**
 * The codes of the organiser's lists. Clients disagree on the first letter: to one "ete" is the stage, "etg" the
 * general classification and "ite", "itg" are teams; to another "ete" is the stage, "itg" the general classification
 * and "ite" a list of teams. They agree on the last one (e: the stage, étape; g: the race, général) and on the one
 * between (t: time, c or p: points, m: mountain, q or j: young). So the first letter says nothing here: whether riders
 * or teams are ranked shows in the rows.
 */
export function rankingCode(type: string): RankingCode | null {
  const [, what = '', span = ''] = /^[ei]([tcpmqj])([eg])$/i.exec(type) ?? [];
  const by = bys[what.toLowerCase()];
  return by === undefined ? null : { by, span: span.toLowerCase() === 'e' ? 'stage' : 'race' };
}

const bys: Readonly<Record<string, RankingCode['by']>> = {
  t: 'time',
  c: 'points',
  p: 'points',
  m: 'mountain',
  q: 'young',
  j: 'young',
};

/**
 * The jersey of a list of wearers. One client has pmj yellow and pmt white, another the reverse; "t" is time and "j"
 * "jeune" in the other codes, so it is believed.
 */
export function jerseyCode(type: string): JerseyKind | null {
  const code = type.toLowerCase();
  if (Object.hasOwn(jerseys, code)) return jerseys[code] ?? null;
  const ranking = rankingCode(type);
  if (ranking?.span !== 'race') return null;
  return ranking.by === 'time' ? 'general' : ranking.by;
}

const jerseys: Readonly<Record<string, JerseyKind>> = { pmt: 'general', pmp: 'points', pmm: 'mountain', pmj: 'young' };

/** How ripe a list is. Which words there are is not written anywhere: one that nobody knows promises nothing. */
export function ripenessOf(status: string): Ripeness {
  const word = status.toLowerCase();
  if (/^(official|officiel|oficial|final|validated|confirmed)/.test(word)) return 'official';
  return /^provis/.test(word) ? 'provisional' : 'unofficial';
}
