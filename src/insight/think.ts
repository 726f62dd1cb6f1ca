import type { Course } from '../race/course/course.ts';
import { isSameRoad } from '../race/course/same-road.ts';
import { positionsAgeS } from '../race/news.ts';
import type { Race } from '../race/race.ts';
import type { RoadTimes } from '../race/road-times.ts';
import type { Forecast, Silence } from './forecast.ts';
import { type Front, moveFronts } from './front.ts';
import { type GapToHead, moveGapsPast } from './gaps-past.ts';
import { type Given, moveGiven, nothingGiven } from './given.ts';
import { type HindsightBook, newHindsightBook } from './hindsight-book.ts';
import { type Insight, noInsight } from './insight.ts';
import type { Outcome } from './outcome.ts';
import type { Forecaster, Outlook } from './outlook.ts';
import type { PastRaces } from './past.ts';
import { catches } from './predict/catch.ts';
import { etas } from './predict/eta.ts';
import { gapsAhead } from './predict/gap.ts';
import { newJerseyHopes } from './predict/jerseys.ts';
import { limits } from './predict/limits.ts';
import { type PacedRoad, pacedRoad } from './predict/pace.ts';
import { newTrialTimes } from './predict/trial.ts';
import { createStories, type Stories } from './story/stories.ts';

/** What is forecast at each look; of riders against the clock and of jerseys is remembered what was said. */
const forecasters: readonly Forecaster[] = [etas, gapsAhead, catches, limits];

/** Thinks about the race. It remembers, so it is an object; the same races in the same order give the same insight. */
export interface Thinker {
  /**
   * What follows from the race, thought of four times a minute of its clock and held till the next. The same object, and the
   * same forecasts in it, while nothing changes.
   */
  think(race: Race, times: RoadTimes | null): Insight;
}

/** He thinks at these moments of the race's clock, and at no others: multiples of it. */
export const THINKS_EACH_MS = 15_000;
export const thinkingMoment = (atMs: number): number => Math.floor(atMs / THINKS_EACH_MS) * THINKS_EACH_MS;

/** A clock that is set back by less is the same race, and is waited for. */
export const SET_BACK_MS = 60_000;
/** Of so old positions nothing is said. */
const OLD_S = 60;
/** Slower than all groups together never are on the steepest road. */
const STANDING_KPH = 4;

/** `note` is told what became of each forecast of a place 5, 10, 20 or 40 km ahead, made each minute. */
export function createThinker(past: PastRaces, note: (outcome: Outcome) => void = () => {}): Thinker {
  let mind: Mind | null = null;
  const stories = createStories(past.climbs);
  return {
    think(race, times) {
      mind = mind && knows(mind, race) ? mind : newMind(past, race, stories, note);
      if (thinkingMoment(race.atMs) > thinkingMoment(mind.atMs)) mind = moveMind(onRoadOf(mind, race), race, times);
      return mind.insight;
    },
  };
}

/** It is the race that it thinks of, and that goes on. */
const knows = ({ race, course, atMs }: Mind, { sheet, atMs: nowMs }: Race): boolean =>
  nowMs >= atMs - SET_BACK_MS &&
  sheet.info.id === race &&
  (sheet.course === course || isSameRoad(course, sheet.course));

/** The same road may be told anew. */
const onRoadOf = (mind: Mind, { sheet: { course } }: Race): Mind =>
  course === mind.course ? mind : { ...mind, course, road: pacedRoad(course, mind.past) };

interface Mind {
  readonly atMs: number;
  /** Of the newest positions that were thought of. */
  readonly heardMs: number;
  readonly past: PastRaces;
  readonly race: string;
  readonly course: Course;
  readonly road: PacedRoad;
  readonly book: HindsightBook;
  readonly stories: Stories;
  readonly trialTimes: ReturnType<typeof newTrialTimes>;
  readonly jerseyHopes: ReturnType<typeof newJerseyHopes>;
  readonly fronts: readonly Front[];
  readonly gapsPast: readonly GapToHead[];
  readonly given: Given;
  readonly insight: Insight;
}

const newMind = (
  past: PastRaces,
  { sheet: { info, course } }: Race,
  stories: Stories,
  note: (outcome: Outcome) => void,
): Mind => ({
  atMs: Number.NEGATIVE_INFINITY,
  heardMs: Number.NEGATIVE_INFINITY,
  past,
  race: info.id,
  course,
  road: pacedRoad(course, past),
  book: newHindsightBook(note),
  stories,
  trialTimes: newTrialTimes(),
  jerseyHopes: newJerseyHopes(),
  fronts: [],
  gapsPast: [],
  given: nothingGiven,
  insight: noInsight,
});

function moveMind(mind: Mind, race: Race, times: RoadTimes | null): Mind {
  const { atMs } = race;
  const silence = silenceOf(race);
  // In a hole of the news what was said stands.
  const heardMs = atMs - 1000 * (positionsAgeS(race, atMs, 0) ?? 0);
  if (silence === null && heardMs <= mind.heardMs) return { ...mind, atMs };
  if (silence) mind.book.drop();
  const fronts = silence === null ? moveFronts(mind.fronts, race) : silence === 'old news' ? mind.fronts : [];
  const gapsPast = silence ? mind.gapsPast : moveGapsPast(mind.gapsPast, race);
  const { past, road, book } = mind;
  const stands = (id: string) => mind.given.known.get(id);
  const outlook: Outlook = { race, times, past, road, fronts, gapsPast, hindsight: book, stands };
  if (!silence) book.look(outlook);
  const thought = silence
    ? mind.given.forecasts.map((one) => silenced(one, silence, atMs)).filter(({ kind }) => kind !== 'jersey')
    : [...forecasters.flatMap((forecaster) => forecaster(outlook)), ...mind.trialTimes(outlook)];
  // They follow from the rules, and hold whether or not anybody is heard.
  const hopes = race.phase === 'racing' || race.phase === 'finished' ? mind.jerseyHopes(outlook) : [];
  const given = moveGiven(mind.given, [...thought, ...hopes], atMs);
  const stories = mind.stories.look(race, times, given.forecasts);
  const insight = insightOf(mind.insight, { forecasts: given.forecasts, stories, gapsPast });
  return { ...mind, atMs, heardMs, fronts, gapsPast, given, insight };
}

/** Why nothing is said of anything; null where there is no such reason. */
function silenceOf(race: Race): Silence | null {
  const { groups, phase } = race;
  if (phase !== 'racing') return 'not racing';
  if ((positionsAgeS(race, race.atMs, 0) ?? 0) > OLD_S) return 'old news';
  return groups.length > 0 && groups.every(({ speedKph }) => speedKph < STANDING_KPH) ? 'stopped' : null;
}

/** The same, without what it said. */
function silenced(forecast: Forecast, silent: Silence, madeMs: number): Forecast {
  if (forecast.silent === silent) return forecast;
  const { kind } = forecast;
  if (kind === 'catch') return { ...forecast, madeMs, silent, word: null, whereM: null };
  if (kind === 'chase') return { ...forecast, madeMs, silent, fasterPct: null };
  return kind === 'jersey' ? forecast : { ...forecast, madeMs, silent, estimate: null };
}

/** The same object where nothing has changed. */
function insightOf(before: Insight, now: Insight): Insight {
  const keys = ['forecasts', 'stories', 'gapsPast'] as const;
  return keys.every((key) => before[key] === now[key]) ? before : now;
}
