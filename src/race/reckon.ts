import { groupAtLine } from './at-line.ts';
import { groupsOf } from './groups/groups-of.ts';
import type { Memory, Reckoned } from './memory.ts';
import { placesOf } from './places.ts';
import { isAgainstClock } from './sheet.ts';
import { look } from './sight.ts';
import { type Rated, rate } from './standings/standings.ts';
import type { TimeTrialInput } from './time-trial/input.ts';
import { startTimes } from './time-trial/start-times.ts';
import { timeTrial } from './time-trial/time-trial.ts';

/**
 * Places, groups, runs and standings at a moment, from all that is known; asking changes nothing. `given` are the
 * places of that moment, where they are known already.
 */
export function reckon(memory: Memory, nowMs: number, given: Reckoned['places'] | null = null): Reckoned {
  const { sheet, reckoned: last } = memory;
  const sight = look(memory, nowMs);
  if (last?.sight === sight && last.nowMs === nowMs) return last;
  const groups = groupsOf(sight.groups, sheet.jerseys, memory);
  const places = given ?? placesAt(memory, nowMs);
  const runs = isAgainstClock(sheet) ? timeTrial(timeTrialInput(memory, places, nowMs)) : null;
  const rated = ratedOf(memory, { places, groups, timeTrial: runs, nowMs });
  memory.reckoned = { sight, nowMs, places, groups, timeTrial: runs, rated };
  return memory.reckoned;
}

export function placesAt(memory: Memory, nowMs: number): Reckoned['places'] {
  const { field, phase, groups, learning } = look(memory, nowMs);
  const hasGaps = !isAgainstClock(memory.sheet) && !learning && phase !== 'before' && phase !== 'neutral';
  return placesOf(memory.riding, field, groups.groups, nowMs, hasGaps);
}

/** Of a race against the clock. */
export function timeTrialInput(memory: Memory, places: Reckoned['places'], atMs: number): TimeTrialInput {
  const { sheet, riding, starts, startFinder, records, finishers } = memory;
  return {
    sheet,
    atMs,
    places,
    passages: riding.passages.all(),
    starts: startTimes(sheet, starts, startFinder.found()),
    timeAt: (bib, distanceM) => riding.timetable.timeAt(bib, distanceM)?.atMs ?? null,
    records,
    finishers,
  };
}

function ratedOf(
  memory: Memory,
  { places, groups, timeTrial, nowMs }: Pick<Reckoned, 'places' | 'groups' | 'timeTrial' | 'nowMs'>,
): Rated {
  const { sheet, rated, riding, official, previous } = memory;
  const passages = riding.passages.all();
  const lastSeen = (bib: string) => riding.runners.get(bib)?.seen ?? null;
  const companyOf = (bib: string) => groupAtLine(memory, bib);
  return rate(
    { sheet, atMs: nowMs, places, groups, passages, timeTrial, official, previous, lastSeen, companyOf },
    rated,
  );
}
