import type { Passage, Place } from './race.ts';
import { neutral } from './rules/presets/neutral.ts';
import type { Sheet, Start } from './sheet.ts';
import type { RoadRecords } from './time-trial/road-records.ts';
import { riderRuns } from './time-trial/runs.ts';
import { splitTimes } from './time-trial/splits.ts';
import { teamRuns } from './time-trial/team-runs.ts';
import { type Bib, compareBibs, type Reading } from './units.ts';

/** A race against the clock. */
export interface TimeTrial {
  /** In order of time. */
  readonly starts: readonly Start[];
  /** In the order of the start. */
  readonly runs: readonly Run[];
  /** Of a team time trial, in the order of the start; else empty. */
  readonly teams: readonly TeamRun[];
  /** Best finisher so far and since when; null before the first arrival. Of a team, the rider who stopped its clock. */
  readonly hotSeat: { readonly bib: Bib; readonly sinceMs: number } | null;
}

export type RunState = 'waiting' | 'running' | 'finished' | 'out';

export interface Run {
  readonly bib: Bib;
  readonly startMs: number;
  readonly state: RunState;
  readonly splits: readonly Split[];
  /** Seconds to the best of the others at the same point of the road; negative is ahead. Null once finished. */
  readonly virtualGap: Reading | null;
  readonly finishS: number | null;
}

export interface TeamRun {
  readonly team: string;
  readonly startMs: number;
  readonly state: RunState;
  /** Riders in front of or with the one on whom the clock stops. */
  readonly together: readonly Bib[];
  readonly splits: readonly Split[];
  readonly virtualGap: Reading | null;
  readonly finishS: number | null;
}

export interface Split {
  readonly mark: string;
  readonly timeS: number;
  readonly rank: number;
  /** To the best of the others at this split; negative is a new best. 0 where nobody else has passed. */
  readonly deltaS: number;
}

export interface TimeTrialInput {
  readonly sheet: Sheet;
  readonly atMs: number;
  readonly places: readonly Place[];
  readonly passages: readonly Passage[];
  /** The newest start order; null for the sheet's. */
  readonly starts: readonly Start[] | null;
  /** When a rider passed a point of the road, in ms on the clock of the race; null where not known. */
  readonly timeAt: (bib: Bib, distanceM: number) => number | null;
  /** The best times along the road, remembered between calls: one `roadRecords` for each course. */
  readonly records: RoadRecords;
}

/** Null where the stage is no time trial, or nobody's start is known. */
export function timeTrial(input: TimeTrialInput): TimeTrial | null {
  const { sheet } = input;
  const { type } = sheet.info;
  if (type !== 'time-trial' && type !== 'team-time-trial') return null;
  const known = (input.starts ?? sheet.starts ?? []).filter((start) => sheet.riders.has(start.bib));
  if (known.length === 0) return null;
  const starts = known.toSorted((a, b) => a.startMs - b.startMs || compareBibs(a.bib, b.bib));
  const crossedMs = splitTimes(sheet.course, input.passages, input.places);
  const runs = riderRuns(input, starts, crossedMs);
  if (type === 'time-trial') return { starts, runs, teams: [], hotSeat: hotSeatOf(runs) };
  const rules = sheet.rules ?? neutral;
  const teams = teamRuns(input, starts, crossedMs, rules);
  return { starts, runs, teams, hotSeat: teamHotSeat(teams, runs) };
}

/** In the seat since he crossed the line: nobody has been faster after him. */
function hotSeatOf(runs: readonly Run[]): TimeTrial['hotSeat'] {
  const best = fastest(runs);
  return best && { bib: best.bib, sinceMs: Math.round(best.startMs + best.finishS! * 1000) };
}

function teamHotSeat(teams: readonly TeamRun[], runs: readonly Run[]): TimeTrial['hotSeat'] {
  const best = fastest(teams);
  const clock = best && runs.find(({ finishS, startMs }) => finishS === best.finishS && startMs === best.startMs);
  return clock ? { bib: clock.bib, sinceMs: Math.round(best.startMs + best.finishS! * 1000) } : null;
}

/** The same time: the one who set it first keeps the seat. */
function fastest<T extends { readonly finishS: number | null; readonly startMs: number }>(
  runs: readonly T[],
): T | null {
  const finished = runs.filter(({ finishS }) => finishS !== null);
  return finished.reduce<T | null>((best, run) => (best && best.finishS! <= run.finishS! ? best : run), null);
}
