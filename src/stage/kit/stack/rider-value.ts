import type { Edition } from '../../../edition/edition.ts';
import { formatTime } from '../../../edition/format.ts';
import { wordsOf } from '../../../edition/words/words.ts';
import { isOver, isResult, type Listing } from '../../../race/listing/listing.ts';
import type { Place } from '../../../race/place.ts';
import type { Race } from '../../../race/race.ts';
import type { Seen } from '../../overlay.ts';
import { noValue, type Value } from './stack-view.ts';
import { gapValue } from './stack-words.ts';

/** What is known when the time of a rider is said. */
export interface Told extends Listing {
  readonly seen: Seen;
}

/** Riders of one group are given the same time, as the results will give it to them. */
function sameTime({ results, groups }: Told, place: Place, before: Place): boolean {
  const [mine, his] = [results.get(place.bib), results.get(before.bib)];
  if (mine && his && isResult(mine) && isResult(his)) return mine.gapS !== null && mine.gapS === his.gapS;
  if (place.finish && before.finish)
    return Math.round(place.gapS ?? Number.NaN) === Math.round(before.gapS ?? Number.NaN);
  return place.group !== null && place.group === before.group && groups.has(place.group);
}

/** Of a finisher, against the clock from his own start; none where nobody knows when he or the race began. */
function raceTime({ sheet, timeTrial }: Race, { bib, finish }: Place, edition: Edition): string {
  const { startMs } = sheet.info;
  if (!finish) return '';
  const run = timeTrial?.runs.find((one) => one.bib === bib);
  const raceS = startMs === null ? null : (finish.atMs - startMs) / 1000;
  const timeS = timeTrial ? (run?.finishS ?? null) : raceS;
  const origin = run?.finishOrigin ?? finish.origin;
  return timeS === null ? '' : `${origin === 'estimated' ? '~' : ''}${formatTime(timeS, edition)}`;
}

/** Of who was lapped, where no result gives him a time; null of all others. */
function lapsValue({ results, seen }: Told, { bib, lapsDown }: Place): Value | null {
  if (lapsDown === 0 || typeof results.get(bib)?.gapS === 'number') return null;
  return { text: wordsOf(seen.edition.language).lapsBehind(lapsDown), isWord: true };
}

/** The first row says the time of who leads; or, on a later page, what the row above it would have said. */
export function topValue(told: Told, place: Place, rank: number): Value {
  const { race, edition } = told.seen;
  if (rank === 1) return { text: raceTime(race, place, edition), isWord: false };
  const lapped = lapsValue(told, place);
  if (lapped) return lapped;
  const { gapS, estimated } = gapOf(told, place);
  return gapValue(newsOf(told, place), gapS, estimated);
}

/** What the line gave does not grow old. */
const newsOf = (told: Told, place: Place): Seen => (isOver(told, place) ? { ...told.seen, news: 'fresh' } : told.seen);

/** Against the clock as he would stand now; where nobody has been here before him, nothing. */
export function virtualValue({ seen, virtual }: Told, { bib, tracker }: Place): Value {
  const reading = virtual.get(bib);
  return reading ? gapValue(seen, reading.value, reading.origin === 'estimated' || tracker === 'late') : noValue;
}

/** Said once for all who are given the same. */
export function saidOf(told: Told, place: Place, before: Place): Value {
  if (sameTime(told, place, before)) return noValue;
  const lapped = lapsValue(told, place);
  if (lapped) return lapped;
  const { seen } = told;
  const { gapS, estimated } = seen.params.mode === 'interval' ? intervalOf(told, place, before) : gapOf(told, place);
  const isLate = !isOver(told, place) && place.tracker === 'late';
  return gapValue(newsOf(told, place), gapS, estimated || isLate);
}

interface Measured {
  readonly gapS: number | null;
  readonly estimated: boolean;
}

/** What the result gives him; the gap of his group, as the other graphics show it; his own where he is of no one group. */
function gapOf({ results, groups }: Told, place: Place): Measured {
  const row = results.get(place.bib);
  const gap = isResult(row) || place.finish ? null : groups.get(place.group ?? '')?.gap;
  if (gap) return { gapS: gap.value, estimated: gap.origin === 'estimated' };
  return row
    ? { gapS: row.gapS, estimated: row.origin === 'estimated' }
    : { gapS: place.gapS, estimated: place.gapOrigin === 'estimated' };
}

function intervalOf(told: Told, place: Place, before: Place): Measured {
  const isIn = isOver(told, place);
  const group = told.groups.get(place.group ?? '');
  if (!isIn && group && place.group === before.group) return { gapS: 0, estimated: false };
  const to = group?.gapToPrevious;
  if (to && !isIn) return { gapS: to.value, estimated: to.origin === 'estimated' };
  const [mine, his] = [gapOf(told, place), gapOf(told, before)];
  const gapS = mine.gapS === null || his.gapS === null ? null : mine.gapS - his.gapS;
  return { gapS, estimated: mine.estimated || his.estimated };
}
