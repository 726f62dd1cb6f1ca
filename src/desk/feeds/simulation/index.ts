import { publishedSheet } from '../../../../assets/races/hautes-vallees/day/sheet.ts';
import { builtInDay, type DayTold } from '../../../../assets/races/hautes-vallees/day/told.ts';
import { INFO } from '../../../../assets/races/hautes-vallees/race.ts';
import { ok } from '../../../wire/result.ts';
import type { FeedKind, Playable, Timed } from '../feed.ts';
import { parse } from './parse.ts';

const FEED = 'simulation';
/** Long before the moment asked for, one frame in ten will do; the last minutes before it come in full. */
const THIN = { everyMs: 10_000, fullMs: 600_000 };

export default {
  name: FEED,
  takes: null,
  help: 'the built-in race (default)',
  isLive: false,
  parser: () => parse,
  open: ({ seed }) => ok(simulation({ seed })),
} satisfies FeedKind;

/** The race that is built in: the same seed gives the same race, to the byte. */
export function simulation({ seed }: { readonly seed: number }): Playable {
  const { span, startMs, momentAt, tell } = builtInDay(seed);
  return {
    title: `the built-in race: ${INFO.race}, ${INFO.stage}`,
    feeds: [FEED],
    reader: () => parse,
    span,
    startMs,
    momentAt,
    *play(thinUntilMs) {
      yield { feed: FEED, topic: 'sheet', text: sheetText(), atMs: span.fromMs };
      const fullFromMs = thinUntilMs - THIN.fullMs;
      for (const told of tell((ms) => ms >= fullFromMs || (ms - span.fromMs) % THIN.everyMs === 0)) yield timed(told);
    },
  };
}

/** The start list and the road book, as the feed sends them first. */
export const sheetText = (): string => JSON.stringify(publishedSheet());

/** `{"t":1781434500000,"r":[[31,45.123456,6.123456,41.2],...]}`; a fifth value is the age of a late fix in seconds. */
function timed(told: DayTold): Timed {
  const { atMs, fixedMs: t } = told;
  if (told.told === 'abandoned') {
    const text = JSON.stringify({ t, bib: told.bib, status: 'abandoned' });
    return { feed: FEED, topic: 'status', text, atMs };
  }
  const rows = told.fixes.map(({ bib, lat, lon, kph, ageS }) => {
    const row = `${bib},${lat},${lon},${kph}`;
    return ageS > 0 ? `[${row},${ageS}]` : `[${row}]`;
  });
  return { feed: FEED, topic: 'positions', text: `{"t":${t},"r":[${rows.join()}]}`, atMs };
}
