import { withSheet } from './corrected.ts';
import type { RaceEvent } from './event.ts';
import { fold } from './fold.ts';
import type { Group } from './groups/group.ts';
import { groupsOf } from './groups/groups-of.ts';
import { newHealthBook } from './health-book.ts';
import { isAgainstClock, type Memory } from './memory.ts';
import type { Place } from './place.ts';
import { placesOf } from './places.ts';
import type { Race } from './race.ts';
import { look } from './sight.ts';
import { standings } from './standings/standings.ts';
import type { Standings } from './standings/tables.ts';
import type { TimeTrial } from './time-trial/run.ts';
import { timeTrial } from './time-trial/time-trial.ts';

/**
 * Folds events into the race. Deterministic: it has no clock and no network, and the same events give the same race.
 * It remembers, so it is an object; what it gives out is plain data.
 */
export interface Engine {
  /** Never throws on data: what cannot be believed is counted in the race's health. */
  apply(event: RaceEvent): void;
  /** The race as known at a moment; null before the first sheet. Calls come in order of time. */
  race(atMs: number): Race | null;
}

export function createEngine(): Engine {
  const health = newHealthBook();
  let memory: Memory | null = null;
  return {
    apply(event) {
      if (event.kind === 'sheet') memory = withSheet(memory, event.sheet, health);
      else if (memory) fold(memory, event);
    },
    race: (atMs) => memory && giveOut(memory, atMs),
  };
}

function giveOut(memory: Memory, atMs: number): Race {
  const { sheet, riding } = memory;
  memory.watchedMs = Math.max(memory.watchedMs, atMs);
  const nowMs = Math.max(atMs, riding.feedMs);
  const sight = look(memory, nowMs);
  const hasGaps = !isAgainstClock(sheet) && sight.phase !== 'before' && sight.phase !== 'neutral';
  const places = placesOf(riding, sight.field, sight.groups.groups, nowMs, hasGaps);
  const groups = groupsOf(sight.groups, sheet.jerseys, memory);
  const timed = timeTrialOf(memory, places, nowMs);
  return {
    sheet,
    atMs,
    phase: sight.phase,
    places,
    groups,
    standings: standingsOf(memory, places, groups, timed, nowMs),
    passages: riding.passages.all(),
    timeTrial: timed,
    health: riding.health.at(
      nowMs,
      places.map((place) => place.tracker),
    ),
  };
}

function timeTrialOf(
  { sheet, riding, starts, records }: Memory,
  places: readonly Place[],
  atMs: number,
): TimeTrial | null {
  return timeTrial({
    sheet,
    atMs,
    places,
    passages: riding.passages.all(),
    starts,
    timeAt: (bib, distanceM) => riding.timetable.timeAt(bib, distanceM)?.atMs ?? null,
    records,
  });
}

/** Classifications are worth a second's wait. */
const STANDINGS_MS = 1000;

function standingsOf(
  memory: Memory,
  places: readonly Place[],
  groups: readonly Group[],
  timed: TimeTrial | null,
  atMs: number,
): Standings {
  const { rated, riding } = memory;
  const passages = riding.passages.all();
  if (rated && rated.passages === passages && atMs - rated.atMs < STANDINGS_MS) return rated.standings;
  const next = standings({
    sheet: memory.sheet,
    atMs,
    places,
    groups,
    passages,
    timeTrial: timed,
    official: memory.official,
    previous: memory.previous,
    lastSeen: (bib) => riding.runners.get(bib)?.seen ?? null,
  });
  memory.rated = { standings: next, atMs, passages };
  memory.previous = next;
  return next;
}
