import { neutral } from '../rules/presets/neutral.ts';
import { isAgainstClock } from '../sheet.ts';
import { teamHotSeat } from './hot-seat.ts';
import type { TimeTrialInput } from './input.ts';
import type { TimeTrial } from './run.ts';
import { noteRiders, riderRuns } from './runs.ts';
import { splitTimes } from './splits.ts';
import { noteTeams, teamRuns } from './team-runs.ts';

/** Null where the stage is no time trial, or nobody's start is known. */
export function timeTrial(input: TimeTrialInput): TimeTrial | null {
  const { sheet } = input;
  if (!isRidden(input)) return null;
  const { starts } = input;
  const crossed = splitTimes(sheet.course, input.passages, input.places);
  const { runs, hotSeat } = riderRuns(input, starts, crossed);
  if (sheet.info.type === 'time-trial') return { starts, runs, teams: [], hotSeat };
  const rules = sheet.rules ?? neutral;
  const teams = teamRuns(input, starts, crossed, rules);
  return { starts, runs, teams, hotSeat: teamHotSeat(teams, runs) };
}

/**
 * Enters how far everybody has come into the records that virtual gaps are read from. To be told as time goes on, in
 * its order: what has been noted stays.
 */
export function noteRecords(input: TimeTrialInput): void {
  if (!isRidden(input)) return;
  if (input.sheet.info.type === 'time-trial') noteRiders(input, input.starts);
  else noteTeams(input, input.starts, input.sheet.rules ?? neutral);
}

const isRidden = ({ sheet, starts }: TimeTrialInput): boolean => isAgainstClock(sheet) && starts.length > 0;
