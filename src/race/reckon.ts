import { groupsOf } from './groups/groups-of.ts';
import { isAgainstClock, type Memory, type Reckoned } from './memory.ts';
import { placesOf } from './places.ts';
import { look } from './sight.ts';
import { standings } from './standings/standings.ts';
import type { Standings } from './standings/tables.ts';
import type { TimeTrialInput } from './time-trial/input.ts';
import { timeTrial } from './time-trial/time-trial.ts';

/** Classifications are worth a second's wait. */
const STANDINGS_MS = 1000;

/**
 * Places, groups, runs and standings at a moment, from all that is known; asking changes nothing. `given` are the
 * places of that moment, where they are known already.
 */
export function reckon(memory: Memory, nowMs: number, given: Reckoned['places'] | null = null): Reckoned {
  const { sheet, rated, reckoned: last } = memory;
  const sight = look(memory, nowMs);
  const groups = groupsOf(sight.groups, sheet.jerseys, memory);
  const known = last?.sight === sight && last.nowMs === nowMs ? last : null;
  if (known?.rated === rated) return { ...known, groups };
  const places = given ?? known?.places ?? placesAt(memory, nowMs);
  const parts = { sight, rated, nowMs, places, groups, timeTrial: timeTrial(timeTrialInput(memory, places, nowMs)) };
  memory.reckoned = { ...parts, standings: standingsOf(memory, parts) };
  return memory.reckoned;
}

export function placesAt(memory: Memory, nowMs: number): Reckoned['places'] {
  const { field, phase, groups } = look(memory, nowMs);
  const hasGaps = !isAgainstClock(memory.sheet) && phase !== 'before' && phase !== 'neutral';
  return placesOf(memory.riding, field, groups.groups, nowMs, hasGaps);
}

export function timeTrialInput(memory: Memory, places: Reckoned['places'], atMs: number): TimeTrialInput {
  const { sheet, riding, starts, records } = memory;
  return {
    sheet,
    atMs,
    places,
    passages: riding.passages.all(),
    starts,
    timeAt: (bib, distanceM) => riding.timetable.timeAt(bib, distanceM)?.atMs ?? null,
    records,
  };
}

/** Those of less than a second ago, else new ones. */
function standingsOf(memory: Memory, { places, groups, timeTrial, nowMs }: Omit<Reckoned, 'standings'>): Standings {
  const { sheet, rated, riding, official, previous } = memory;
  const passages = riding.passages.all();
  const ageMs = rated?.passages === passages ? nowMs - rated.atMs : Number.NaN;
  if (rated && ageMs >= 0 && ageMs < STANDINGS_MS) return rated.standings;
  const lastSeen = (bib: string) => riding.runners.get(bib)?.seen ?? null;
  return standings({ sheet, atMs: nowMs, places, groups, passages, timeTrial, official, previous, lastSeen });
}
