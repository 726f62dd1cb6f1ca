import { neutral } from '../rules/presets/neutral.ts';
import type { Start } from '../sheet.ts';
import { compareBibs } from '../units.ts';
import type { TimeTrialInput } from './input.ts';
import type { Run, TeamRun, TimeTrial } from './run.ts';
import { noteRiders, riderRuns } from './runs.ts';
import { splitTimes } from './splits.ts';
import { noteTeams, teamRuns } from './team-runs.ts';

/** Null where the stage is no time trial, or nobody's start is known. */
export function timeTrial(input: TimeTrialInput): TimeTrial | null {
  const { sheet } = input;
  const { type } = sheet.info;
  const starts = startsOf(input);
  if (!starts) return null;
  const crossedMs = splitTimes(sheet.course, input.passages, input.places);
  const runs = riderRuns(input, starts, crossedMs);
  if (type === 'time-trial') return { starts, runs, teams: [], hotSeat: hotSeatOf(runs) };
  const rules = sheet.rules ?? neutral;
  const teams = teamRuns(input, starts, crossedMs, rules);
  return { starts, runs, teams, hotSeat: teamHotSeat(teams, runs) };
}

/**
 * Enters how far everybody has come into the records that virtual gaps are read from. To be told as time goes on, in
 * its order: what has been noted stays.
 */
export function noteRecords(input: TimeTrialInput): void {
  const starts = startsOf(input);
  if (!starts) return;
  if (input.sheet.info.type === 'time-trial') noteRiders(input, starts);
  else noteTeams(input, starts, input.sheet.rules ?? neutral);
}

/** In order of time; null where the stage is no time trial, or nobody's start is known. */
function startsOf({ sheet, starts }: TimeTrialInput): Start[] | null {
  if (sheet.info.type !== 'time-trial' && sheet.info.type !== 'team-time-trial') return null;
  const known = (starts ?? sheet.starts ?? []).filter((start) => sheet.riders.has(start.bib));
  return known.length > 0 ? known.toSorted((a, b) => a.startMs - b.startMs || compareBibs(a.bib, b.bib)) : null;
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
