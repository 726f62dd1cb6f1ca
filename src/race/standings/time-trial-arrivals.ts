import type { Rules } from '../rules/rules.ts';
import { type Arrival, teamTimes } from '../rules/team-times.ts';
import type { Sheet } from '../sheet.ts';
import type { Run } from '../time-trial/run.ts';
import { type Bib, compareBibs, type Origin } from '../units.ts';
import { type Arrivals, type Finisher, placesIn, withOfficialResult } from './finish.ts';
import type { StandingsInput } from './input.ts';

/** Finishers of a time trial by time; of a team time trial, team by team. */
export function timeTrialArrivals(input: StandingsInput, rules: Rules, classified: (bib: Bib) => boolean): Arrivals {
  const runs = (input.timeTrial?.runs ?? []).filter((run) => run.finishS !== null && classified(run.bib));
  const timed = input.sheet.info.type === 'time-trial' ? ridersByTime(runs) : teamsByTime(runs, input.sheet, rules);
  const finishers = withOfficialResult(input, timed, classified);
  return { finishers, placeOf: placesIn(finishers), companies: new Map(), firstMs: null, lastMs: null };
}

function ridersByTime(runs: readonly Run[]): Finisher[] {
  const arrivals = arrivalsOf(runs).sort((a, b) => a.timeS - b.timeS || compareBibs(a.bib, b.bib));
  const originOf = originsOf(runs);
  return arrivals.map((one) => finisher(one, arrivals[0]!.timeS, originOf(one.bib)));
}

function teamsByTime(runs: readonly Run[], sheet: Sheet, rules: Rules): Finisher[] {
  const times = sheet.teams
    .map(({ code }) => runs.filter((run) => sheet.riders.get(run.bib)?.team === code))
    .map((ofTeam) => teamTimes(arrivalsOf(ofTeam), rules.teamTimeTrial, rules.splitS['team-time-trial']))
    .filter(({ timeS }) => timeS !== null)
    .sort((a, b) => a.timeS! - b.timeS! || compareBibs(a.clockBib!, b.clockBib!));
  const bestS = Math.min(...times.flatMap(({ riders }) => riders.map(({ timeS }) => timeS)));
  const originOf = originsOf(runs);
  return times.flatMap(({ riders }) => riders.map((one) => finisher(one, bestS, originOf(one.bib))));
}

const arrivalsOf = (runs: readonly Run[]): Arrival[] => runs.map(({ bib, finishS }) => ({ bib, timeS: finishS! }));

/** A time is no better known than the rider's own. */
function originsOf(runs: readonly Run[]): (bib: Bib) => Origin {
  const origins = new Map(runs.map(({ bib, finishOrigin }) => [bib, finishOrigin]));
  return (bib) => origins.get(bib) ?? 'estimated';
}

/** Fractions count for the stage, and for the general classification only where whole seconds are equal. */
const finisher = ({ bib, timeS }: Arrival, bestS: number, origin: Origin): Finisher => ({
  bib,
  gapS: Math.floor(timeS) - Math.floor(bestS),
  rawGapS: timeS - bestS,
  origin,
  state: 'unofficial',
});
