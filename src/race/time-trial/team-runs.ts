import type { Place } from '../place.ts';
import type { Rules } from '../rules/rules.ts';
import { type Arrival, teamTimes } from '../rules/team-times.ts';
import type { Bib, Origin, Reading } from '../units.ts';
import type { TimeTrialInput } from './input.ts';
import type { RunStart, TeamRun } from './run.ts';
import { isOut } from './runs.ts';
import { type SplitTimes, splitsOf, timedMarks, timeSince } from './splits.ts';

/** A rider this close behind another rides with him: 3 s at 60 km/h. */
const TOGETHER_M = 50;

interface TeamStart {
  readonly team: string;
  readonly startMs: number;
  readonly recovered: boolean;
  /** Still in the race, from front to back of the road. */
  readonly places: readonly Place[];
}

/** One run for each team; its time everywhere is that of the rider on whom its clock stops. */
export function teamRuns(
  input: TimeTrialInput,
  starts: readonly RunStart[],
  crossed: SplitTimes,
  rules: Rules,
): TeamRun[] {
  const { clockOn } = rules.teamTimeTrial;
  const teams = teamStarts(input, starts);
  const marks = timedMarks(input.sheet.course.marks);
  const times = teams.map((team) => {
    const ofTeam = new Map<string, Came>();
    for (const { id } of marks) {
      const clock = arrivalsAt(id, team, crossed).sort((a, b) => a.timeS - b.timeS)[clockOn - 1];
      if (clock) ofTeam.set(id, clock);
    }
    return ofTeam;
  });
  const splits = splitsOf(marks, times);
  const finishId = marks.find(({ kind }) => kind === 'finish')?.id ?? '';
  return teams.map((team, i): TeamRun => {
    const finish = times[i]!.get(finishId) ?? null;
    const finishS = finish?.timeS ?? null;
    const finishOrigin = finish?.origin ?? null;
    const running = finishS === null && input.atMs >= team.startMs;
    const state =
      team.places.length < clockOn ? 'out' : finishS !== null ? 'finished' : running ? 'running' : 'waiting';
    const together =
      finishS === null
        ? onTheRoadTogether(team.places, clockOn)
        : teamTimes(arrivalsAt(finishId, team, crossed), rules.teamTimeTrial, rules.splitS['team-time-trial'])
            .riders.filter(({ timeS }) => timeS <= finishS)
            .map(({ bib }) => bib);
    const virtualGap = state === 'running' ? teamGap(team, input, clockOn) : null;
    return {
      team: team.team,
      startMs: team.startMs,
      state,
      together,
      splits: splits[i]!,
      virtualGap,
      finishS,
      finishOrigin,
    };
  });
}

function teamStarts({ sheet, places }: TimeTrialInput, starts: readonly RunStart[]): TeamStart[] {
  const startsByTeam = new Map<string, RunStart[]>();
  for (const start of starts) {
    const team = sheet.riders.get(start.bib)!.team;
    startsByTeam.set(team, [...(startsByTeam.get(team) ?? []), start]);
  }
  const byBib = new Map(places.map((place) => [place.bib, place]));
  return [...startsByTeam].map(([team, ofTeam]) => ({
    team,
    startMs: ofTeam[0]!.startMs,
    recovered: ofTeam[0]!.recovered,
    places: ofTeam
      .map(({ bib }) => byBib.get(bib))
      .filter((place): place is Place => place !== undefined && !isOut(place))
      .sort((a, b) => roadM(b) - roadM(a)),
  }));
}

/** Never located counts as at the back. */
const roadM = ({ distanceM }: Place): number => (Number.isFinite(distanceM) ? distanceM : Number.NEGATIVE_INFINITY);

interface Came extends Arrival {
  readonly origin: Origin;
}

function arrivalsAt(mark: string, team: TeamStart, crossed: SplitTimes): Came[] {
  const arrivals: Came[] = [];
  for (const { bib } of team.places) {
    const time = timeSince(team, crossed.get(mark)?.get(bib));
    if (time) arrivals.push({ bib, ...time });
  }
  return arrivals;
}

/** All in front of the rider on whom the clock stops, and those behind who hold his wheel. */
function onTheRoadTogether(places: readonly Place[], clockOn: number): Bib[] {
  const located = places.filter(({ distanceM }) => Number.isFinite(distanceM));
  let last = Math.min(clockOn, located.length);
  while (last > 0 && last < located.length && located[last - 1]!.distanceM - located[last]!.distanceM <= TOGETHER_M) {
    last += 1;
  }
  return located.slice(0, last).map(({ bib }) => bib);
}

/** When the rider on whom the clock stops passed a point: the fourth of the team to do so, where four count. */
function passedMs(
  { places }: TeamStart,
  distanceM: number,
  { timeAt }: TimeTrialInput,
  clockOn: number,
): number | null {
  const passed = places.map(({ bib }) => timeAt(bib, distanceM)).filter((atMs) => atMs !== null);
  return passed.sort((a, b) => a - b)[clockOn - 1] ?? null;
}

/** Enters how far every team has come into the records. */
export function noteTeams(input: TimeTrialInput, starts: readonly RunStart[], { teamTimeTrial }: Rules): void {
  for (const team of teamStarts(input, starts)) noteTeam(team, input, teamTimeTrial.clockOn);
}

function noteTeam(team: TeamStart, input: TimeTrialInput, clockOn: number): void {
  const clock = team.places[clockOn - 1];
  if (!clock || !(clock.distanceM > 0) || input.atMs <= team.startMs) return;
  input.records.note(team.team, team.startMs, clock.distanceM, (_, distanceM) =>
    passedMs(team, distanceM, input, clockOn),
  );
}

function teamGap(team: TeamStart, input: TimeTrialInput, clockOn: number): Reading | null {
  const clock = team.places[clockOn - 1];
  if (!clock || (clock.tracker !== 'live' && clock.tracker !== 'late')) return null;
  const bestMs = input.records.bestOfOthersMs(team.team, clock.distanceM);
  const atMs = passedMs(team, clock.distanceM, input, clockOn) ?? clock.atMs;
  if (bestMs === null || atMs <= team.startMs) return null;
  return { value: (atMs - team.startMs - bestMs) / 1000, atMs, origin: team.recovered ? 'estimated' : 'gps' };
}
