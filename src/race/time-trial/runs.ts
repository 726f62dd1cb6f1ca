import { isInRace, type Place } from '../place.ts';
import { hotSeatOf } from './hot-seat.ts';
import type { TimeTrialInput } from './input.ts';
import type { Run, RunStart, RunState, TimeTrial } from './run.ts';
import { type SplitTimes, splitsOf, type Times, timedMarks, timeSince } from './splits.ts';
import { noVirtual, virtualOf } from './virtual.ts';

/** One run for each start, and who is in the hot seat. Riders who are out keep no times: they are in no table. */
export function riderRuns(
  input: TimeTrialInput,
  starts: readonly RunStart[],
  crossed: SplitTimes,
): Pick<TimeTrial, 'runs' | 'hotSeat'> {
  const marks = timedMarks(input.sheet.course.marks);
  const finishId = marks.find(({ kind }) => kind === 'finish')?.id ?? '';
  const places = new Map(input.places.map((place) => [place.bib, place]));
  const times = starts.map((start) => (isOut(places.get(start.bib)) ? NO_TIMES : timesOf(start, crossed)));
  const splits = splitsOf(marks, times);
  const runs = starts.map((start, i): Run => {
    const finish = times[i]!.get(finishId) ?? null;
    const finishS = finish?.timeS ?? null;
    const state = stateOf(places.get(start.bib), finishS, start.startMs, input.atMs);
    return { ...start, state, splits: splits[i]!, ...noVirtual, finishS, finishOrigin: finish?.origin ?? null };
  });
  const hotSeat = hotSeatOf(runs);
  if (input.sheet.info.type !== 'time-trial') return { runs, hotSeat };
  const against = {
    holder: starts.find(({ bib }) => bib === hotSeat?.bib) ?? null,
    anyRecovered: starts.some(({ recovered }) => recovered),
  };
  const withGaps = (run: Run): Run => {
    const place = run.state === 'running' ? places.get(run.bib) : undefined;
    return place ? { ...run, ...virtualOf(place, run, against, input) } : run;
  };
  return { runs: runs.map(withGaps), hotSeat };
}

const NO_TIMES: Times = new Map();

export const isOut = (place: Place | undefined): boolean => place !== undefined && !isInRace(place);

function stateOf(place: Place | undefined, finishS: number | null, startMs: number, atMs: number): RunState {
  if (isOut(place)) return 'out';
  if (finishS !== null) return 'finished';
  return atMs < startMs ? 'waiting' : 'running';
}

function timesOf(start: RunStart, crossed: SplitTimes): Times {
  const times = new Map<string, ReturnType<typeof timeSince> & object>();
  for (const [mark, byBib] of crossed) {
    const time = timeSince(start, byBib.get(start.bib));
    if (time) times.set(mark, time);
  }
  return times;
}

/** Enters how far everybody has come into the records. */
export function noteRiders(
  { records, finishers, timeAt, atMs, places: known }: TimeTrialInput,
  starts: readonly RunStart[],
): void {
  const places = new Map(known.map((place) => [place.bib, place]));
  for (const { bib } of starts) {
    const place = places.get(bib);
    if (isOut(place)) records.drop(bib);
    if (place?.status !== 'finished') finishers.drop(bib);
  }
  for (const { bib, startMs } of starts) {
    const place = places.get(bib);
    if (!place || isOut(place) || atMs <= startMs || !(place.distanceM > 0)) continue;
    records.note(bib, startMs, place.distanceM, timeAt);
    if (place.status === 'finished') finishers.note(bib, startMs, place.distanceM, timeAt);
  }
}
