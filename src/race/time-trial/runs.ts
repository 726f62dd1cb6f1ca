import type { Place } from '../place.ts';
import type { Start } from '../sheet.ts';
import type { Reading } from '../units.ts';
import type { TimeTrialInput } from './input.ts';
import type { Run, RunState } from './run.ts';
import { type SplitTimes, splitsOf, type Times, timedMarks } from './splits.ts';

/** One run for each start. Riders who are out keep no times: they are in no table. */
export function riderRuns(input: TimeTrialInput, starts: readonly Start[], crossedMs: SplitTimes): Run[] {
  const marks = timedMarks(input.sheet.course.marks);
  const finishId = marks.find(({ kind }) => kind === 'finish')?.id ?? '';
  const places = new Map(input.places.map((place) => [place.bib, place]));
  const times = starts.map((start) => (isOut(places.get(start.bib)) ? NO_TIMES : timesOf(start, crossedMs)));
  const splits = splitsOf(marks, times);
  const byRider = input.sheet.info.type === 'time-trial';
  return starts.map(({ bib, startMs }, i) => {
    const place = places.get(bib);
    const finishS = times[i]!.get(finishId) ?? null;
    const state = stateOf(place, finishS, startMs, input.atMs);
    const virtualGap = byRider && state === 'running' && place ? virtualGapOf(place, startMs, input) : null;
    return { bib, startMs, state, splits: splits[i]!, virtualGap, finishS };
  });
}

const NO_TIMES: Times = new Map();

export const isOut = (place: Place | undefined): boolean =>
  place !== undefined && place.status !== 'racing' && place.status !== 'finished';

export function stateOf(place: Place | undefined, finishS: number | null, startMs: number, atMs: number): RunState {
  if (isOut(place)) return 'out';
  if (finishS !== null) return 'finished';
  return atMs < startMs ? 'waiting' : 'running';
}

function timesOf({ bib, startMs }: Start, crossedMs: SplitTimes): Times {
  const times = new Map<string, number>();
  for (const [mark, byBib] of crossedMs) {
    const atMs = byBib.get(bib);
    if (atMs !== undefined && atMs > startMs) times.set(mark, (atMs - startMs) / 1000);
  }
  return times;
}

/** Enters how far everybody has come into the records. */
export function noteRiders({ records, timeAt, atMs, places: known }: TimeTrialInput, starts: readonly Start[]): void {
  const places = new Map(known.map((place) => [place.bib, place]));
  for (const { bib } of starts) if (isOut(places.get(bib))) records.drop(bib);
  for (const { bib, startMs } of starts) {
    const place = places.get(bib);
    if (place && !isOut(place) && atMs > startMs && place.distanceM > 0) {
      records.note(bib, startMs, place.distanceM, timeAt);
    }
  }
}

/** Against the best of the others where the rider was at his last good fix. */
function virtualGapOf(place: Place, startMs: number, { records, timeAt }: TimeTrialInput): Reading | null {
  if (place.tracker !== 'live' && place.tracker !== 'late') return null;
  const bestMs = records.bestOfOthersMs(place.bib, place.distanceM);
  const passedMs = timeAt(place.bib, place.distanceM) ?? place.atMs;
  if (bestMs === null || passedMs <= startMs) return null;
  return { value: (passedMs - startMs - bestMs) / 1000, atMs: passedMs, origin: 'gps' };
}
