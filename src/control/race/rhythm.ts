import { newsAgeS } from '../../race/news.ts';
import type { Race } from '../../race/race.ts';

/** How old the newest word of the race was each time before the next one came, in seconds, the newest last. */
export type Rhythm = readonly number[];

/** So many are remembered. */
const MOST = 12;
/** What makes the newest word younger by less is one word told in pieces. */
const PIECES_S = 0.5;
/** From so long a silence on it is said; so many times as long as is usual, where that is longer; and never later. */
const SAID_S = 3;
const UNUSUAL = 1.4;
const LATEST_S = 30;

/** Once there is another word. The same where it is no newer. `rate` race seconds pass in a second of the page. */
export function withWord(rhythm: Rhythm, before: Race | null, race: Race | null, nowMs: number, rate: number): Rhythm {
  if (!before || !race || rate === 0 || before.sheet.info.id !== race.sheet.info.id) return rhythm;
  const [was, is] = [newsAgeS(before, nowMs, rate), newsAgeS(race, nowMs, rate)];
  if (was === null || is === null || was - is < PIECES_S) return rhythm;
  return [...rhythm, was].slice(-MOST);
}

/** Seconds of silence that are worth a word: not those for which this feed is silent three times in four. */
export function saidFromS(rhythm: Rhythm): number {
  const usualS = [...rhythm].sort((a, b) => a - b)[Math.floor((rhythm.length - 1) * 0.75)] ?? 0;
  return Math.min(LATEST_S, Math.max(SAID_S, usualS * UNUSUAL));
}
