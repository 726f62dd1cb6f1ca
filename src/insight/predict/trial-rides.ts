import type { Course, Mark } from '../../race/course/course.ts';
import { isInRace, type Place } from '../../race/place.ts';
import type { Race } from '../../race/race.ts';
import type { RoadTimes } from '../../race/road-times.ts';
import { neutral } from '../../race/rules/presets/neutral.ts';
import type { RunState, TimeTrial } from '../../race/time-trial/run.ts';
import { splitTimes, timedMarks } from '../../race/time-trial/splits.ts';
import type { Bib } from '../../race/units.ts';

/** One who rides against the clock: a rider, or a team by the rider on whom its clock stops. */
export interface TrialRide {
  /** The bib of the rider, or the code of the team. */
  readonly who: string;
  /** Who stops the clock, as they ride now. */
  readonly bib: Bib;
  readonly startMs: number;
  readonly state: RunState;
  /** How far he has come; NaN where nobody knows. */
  readonly distanceM: number;
  /** When that was. */
  readonly atMs: number;
  /** When he passed a place of the road, in ms; null where that was not measured. */
  passedMs(distanceM: number): number | null;
  /** When he crossed a line where a time is taken, in ms; null where that was not measured. */
  crossedMs(mark: Mark): number | null;
}

/** Everybody who has started and is in the race, in the order of the start. */
export function trialRides(race: Race, trial: TimeTrial, times: RoadTimes): TrialRide[] {
  const { course, info, riders, rules = neutral } = race.sheet;
  const crossed = splitTimes(course, race.passages, race.places);
  const measured = (bib: Bib, distanceM: number): number | null => {
    const passed = times.passedAt(bib, distanceM);
    return passed && !passed.estimated ? passed.atMs : null;
  };
  const atLine = (bib: Bib, { id }: Mark): number | null => {
    const one = crossed.get(id)?.get(bib);
    return one && one.origin !== 'estimated' ? one.atMs : null;
  };
  const isTeams = info.type === 'team-time-trial';
  const clockOn = isTeams ? rules.teamTimeTrial.clockOn : 1;
  const runs = isTeams
    ? trial.teams.map((run) => ({ ...run, who: run.team }))
    : trial.runs.map((run) => ({ ...run, who: run.bib }));
  const ofWho = placesBy(race.places, (bib) => (isTeams ? (riders.get(bib)?.team ?? '') : bib));
  return runs.flatMap(({ who, startMs, state }): TrialRide[] => {
    const places = ofWho.get(who) ?? [];
    const clock = places[clockOn - 1];
    if (!clock || state === 'waiting' || state === 'out') return [];
    const onClock = (timeOf: (bib: Bib) => number | null) =>
      places
        .map(({ bib }) => timeOf(bib))
        .filter((ms) => ms !== null)
        .sort((a, b) => a - b)[clockOn - 1] ?? null;
    return [
      {
        who,
        bib: clock.bib,
        startMs,
        state,
        distanceM: clock.distanceM,
        atMs: clock.atMs,
        passedMs: (distanceM) => onClock((bib) => measured(bib, distanceM)),
        crossedMs: (mark) => onClock((bib) => atLine(bib, mark)),
      },
    ];
  });
}

/** Those in the race, by whom they ride for, from front to back of the road. */
function placesBy(places: readonly Place[], whoOf: (bib: Bib) => string): ReadonlyMap<string, readonly Place[]> {
  const ofWho = new Map<string, Place[]>();
  for (const place of places.filter(isInRace)) {
    const known = ofWho.get(whoOf(place.bib));
    if (known) known.push(place);
    else ofWho.set(whoOf(place.bib), [place]);
  }
  for (const own of ofWho.values()) own.sort((a, b) => roadM(b) - roadM(a));
  return ofWho;
}

/** Never located counts as at the back. */
const roadM = ({ distanceM }: Place): number => (Number.isFinite(distanceM) ? distanceM : Number.NEGATIVE_INFINITY);

/** Times on the road are known at each multiple of this. */
export const GRID_M = 50;

/**
 * The farthest place that he has passed and of which the time was measured: on the road, or the last line before him. Null
 * where there is none.
 */
export function lastMeasured(
  ride: TrialRide,
  course: Course,
): { readonly distanceM: number; readonly atMs: number } | null {
  const gridM = Math.floor(ride.distanceM / GRID_M) * GRID_M;
  const onRoadMs = gridM > 0 ? ride.passedMs(gridM) : null;
  if (onRoadMs !== null) return { distanceM: gridM, atMs: onRoadMs };
  for (const mark of [...timedMarks(course.marks)].reverse()) {
    const crossedMs = ride.crossedMs(mark);
    if (crossedMs !== null) return { distanceM: mark.distanceM, atMs: crossedMs };
  }
  return null;
}
