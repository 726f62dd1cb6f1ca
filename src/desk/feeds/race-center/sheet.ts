import type { StageType } from '../../../race/rules/stage-type.ts';
import type { Jersey, RaceInfo, Sheet } from '../../../race/sheet.ts';
import { courseFrom } from '../../course/course-from.ts';
import { type Json, numberOf, recordOf, textOf } from '../json.ts';
import { legible } from './encoding.ts';
import { localMoment, offsetOf, zoneOffsetMin } from './local-time.ts';
import { courseSourceOf, entriesOf } from './road-book.ts';
import { scheduleOf, weatherOf } from './road-times.ts';
import { type ClockWitness, stageTypeOf } from './stage-kind.ts';
import { isTeam, startListOf, teamOf, teamsOf } from './start-list.ts';

/** What the organiser publishes before the start, as it came; null until it comes. */
export interface Papers {
  readonly riders: readonly Json[] | null;
  readonly teams: readonly Json[] | null;
  readonly stage: Json | null;
  readonly trace: Json | null;
  readonly checkpoints: unknown;
  /** The same places again, with times and weather. */
  readonly checkpointList?: unknown;
}

/** A road that cannot be ridden makes no sheet; the one before it stays. */
export interface Made {
  readonly sheet: Sheet | null;
  readonly faults: readonly string[];
}

/** The sheet, once there are a road, a stage and a start list; teams and road book make it richer. */
export function sheetOf(papers: Papers, jerseys: readonly Jersey[], witness: ClockWitness | null): Made | null {
  const { riders, stage, trace } = papers;
  if (!riders || !stage || !trace) return null;
  const teams = [...riders.filter(isTeam), ...(papers.teams ?? [])].map(teamOf);
  const list = startListOf(riders, teams);
  const type = stageTypeOf(stage, papers.checkpoints, witness);
  const source = courseSourceOf(trace, papers.checkpoints, type.endsWith('time-trial'));
  const course = courseFrom(source);
  if (!course.ok)
    return { sheet: null, faults: [`trace: ${course.error}; it was left out; check the papers of the stage.`] };
  const { info, faults } = infoOf(stage, type);
  const sheet: Sheet = {
    info,
    course: course.value.course,
    teams: teamsOf(teams),
    riders: list.riders,
    jerseys,
    general: [],
    ...roadTimes(papers, textOf(stage.date), info.utcOffsetMin),
  };
  return { sheet, faults: [...course.value.doubts.map((doubt) => `trace: ${doubt}.`), ...faults, ...list.faults] };
}

function roadTimes({ checkpoints, checkpointList }: Papers, date: string, utcOffsetMin: number) {
  const entries = [...entriesOf(checkpoints), ...entriesOf(checkpointList)];
  const schedule = scheduleOf(entries, date, utcOffsetMin);
  const weather = weatherOf(entries);
  return { ...(schedule.length > 0 && { schedule }), ...(weather.length > 0 && { weather }) };
}

function infoOf(stage: Json, type: StageType): { info: RaceInfo; faults: string[] } {
  const date = textOf(stage.date);
  const noonMs = Date.parse(`${date.slice(0, 10)}T12:00:00Z`);
  const utcOffsetMin = zoneOffsetMin(textOf(stage.timezone) || 'unknown', noonMs) ?? offsetOf(date);
  const startMs = localMoment(date, textOf(stage.startTime), utcOffsetMin ?? 0);
  const faults: string[] = [];
  if (utcOffsetMin === null) faults.push('stage: no time zone that is known; local times are shown in UTC.');
  if (startMs === null)
    faults.push(
      'stage: no date and start time that can be read; the race starts with its first data, and no race times are shown.',
    );
  const number = numberOf(stage.stage);
  const route = [stage.departureCity, stage.arrivalCity].map((city) => legible(textOf(recordOf(city)?.label)));
  const name = [number === null ? '' : `Stage ${number}`, route.filter(Boolean).join(' - ')]
    .filter(Boolean)
    .join(' · ');
  return {
    info: {
      id: `race-center-${date.slice(0, 10)}-${number ?? 0}`,
      // No paper of the organiser says the name of the race.
      race: '',
      stage: name || legible(textOf(stage.name)),
      type,
      startMs,
      utcOffsetMin: utcOffsetMin ?? 0,
    },
    faults,
  };
}
