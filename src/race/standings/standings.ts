import type { ClassificationEvent } from '../event.ts';
import type { Place } from '../place.ts';
import { neutral } from '../rules/presets/neutral.ts';
import type { Bib } from '../units.ts';
import { byBib } from './by-bib.ts';
import { crossingsOf } from './crossings.ts';
import { roadArrivals } from './finish.ts';
import { roadGaps, timeTrialGaps } from './gaps.ts';
import { generalRows, youngRows } from './general.ts';
import type { StandingsInput } from './input.ts';
import { virtualLeader } from './leader.ts';
import { lineResults, wonToday } from './lines.ts';
import type { Official } from './official.ts';
import { pointsRows } from './points.ts';
import { stageRows } from './stage.ts';
import type { ResultState, Standings } from './tables.ts';
import { teamRows } from './teams.ts';
import { timeTrialArrivals } from './time-trial-arrivals.ts';

/** Costs a fraction of a millisecond for a field of 176, so it may be called for each race given out. */
export function standings(input: StandingsInput): Standings {
  const { sheet, places, atMs, official, previous } = input;
  const rules = sheet.rules ?? neutral;
  const againstClock = sheet.info.type === 'time-trial' || sheet.info.type === 'team-time-trial';
  const racing = bibsWith(places, (status) => status === 'racing' || status === 'finished');
  const notDisqualified = bibsWith(places, (status) => status !== 'disqualified');
  const inRace = (bib: Bib): boolean => racing.has(bib);

  const crossings = crossingsOf(sheet.course, input.passages);
  const arrivals = againstClock
    ? timeTrialArrivals(input, rules, inRace)
    : roadArrivals(input, crossings, rules, inRace);
  const gaps = againstClock ? timeTrialGaps(input, arrivals) : roadGaps(input, arrivals, rules);
  const stage = stageRows(input, arrivals);
  const stageOf = byBib(stage);
  const lines = lineResults(input, crossings, arrivals, rules, (bib) => notDisqualified.has(bib));
  const general = generalRows(input, gaps, wonToday(lines.results, 'bonusS'), stageOf);
  const generalOf = byBib(general);
  const finished = new Set(arrivals.finishers.map(({ bib }) => bib));
  return {
    stage,
    general,
    points: pointsRows('points', input, lines.results, generalOf, inRace),
    mountain: pointsRows('mountain', input, lines.results, generalOf, inRace),
    young: youngRows(general, input, rules.youngMaxAge),
    teams: teamRows(input, gaps, stageOf, rules),
    states: statesOf(official),
    leader: virtualLeader(general, atMs, previous?.leader ?? null, (bib) => finished.has(bib)),
    unplaced: places.filter(({ bib }) => inRace(bib) && !gaps.has(bib)).map(({ bib }) => bib),
    lines: lines.results,
    toWin: lines.toWin,
  };
}

function bibsWith(places: readonly Place[], wanted: (status: Place['status']) => boolean): ReadonlySet<Bib> {
  const bibs = new Set<Bib>();
  for (const { bib, status } of places) if (wanted(status)) bibs.add(bib);
  return bibs;
}

function statesOf({ classifications }: Official): Standings['states'] {
  const stateOf = (of: ClassificationEvent['of']): ResultState => classifications.get(of)?.state ?? 'live';
  return {
    general: stateOf('general'),
    young: stateOf('young'),
    points: stateOf('points'),
    mountain: stateOf('mountain'),
  };
}
