import type { Course } from './course/course.ts';
import type { JerseyLooks } from './jersey-look.ts';
import type { Rules } from './rules/rules.ts';
import type { StageType } from './rules/stage-type.ts';
import type { Bib } from './units.ts';

/** What is known before the start: the road book, the start list, the standings of the day before. */
export interface Sheet {
  readonly info: RaceInfo;
  readonly course: Course;
  readonly teams: readonly Team[];
  readonly riders: ReadonlyMap<Bib, Rider>;
  /** Who wears what today. */
  readonly jerseys: readonly Jersey[];
  /** What those jerseys look like, where somebody says so: ask `lookOf`. */
  readonly jerseyLooks?: Partial<JerseyLooks>;
  /** General classification before the stage in order of rank, time behind its leader; empty on a first day. */
  readonly general: Classified['general'];
  /** Those of it who are young, with their time behind the best of them, where that is told: else ages tell. */
  readonly young?: Classified['young'];
  /** The other classifications before the stage; each is absent where not known, or on a first day. */
  readonly totals?: Totals;
  /** Absent: the neutral rules. */
  readonly rules?: Rules;
  /** Of a time trial, as planned; the riders of a team may share a time. */
  readonly starts?: readonly Start[];
  /** When the head of the race is expected along the road, in the order of the road; absent where nobody says. */
  readonly schedule?: readonly ScheduledPlace[];
  /** The weather as last told along the road, in the order of the road; absent where nobody says. */
  readonly weather?: readonly Weather[];
}

/** When the race is expected at a place: fast, as planned, slow. Where only some of it is told, the rest is the same. */
export interface ScheduledPlace {
  readonly name: string;
  readonly distanceM: number;
  readonly earliestMs: number;
  readonly expectedMs: number;
  readonly latestMs: number;
}

/** What a weather service said of a place of the road. */
export interface Weather {
  readonly name: string;
  readonly distanceM: number;
  /** When it was so; null where it does not say. */
  readonly atMs: number | null;
  readonly temperatureC: number | null;
  readonly windBeaufort: number | null;
  /** Where the wind comes from, clockwise from north. */
  readonly windFromDeg: number | null;
  /** In the words of the source: "overcast". */
  readonly sky: string;
}

export interface RaceInfo {
  readonly id: string;
  /** "Tour of the Two Valleys" */
  readonly race: string;
  /** "Stage 5 · Valbrun - Col des Aigles" */
  readonly stage: string;
  readonly type: StageType;
  /** When the riders leave km 0; null where nobody says. */
  readonly startMs: number | null;
  /** What to add to UTC for the clock on the church tower. */
  readonly utcOffsetMin: number;
}

export interface Team {
  /** Three letters. */
  readonly code: string;
  readonly name: string;
  /** IOC code. */
  readonly nation: string;
  /** Null where nobody says them. */
  readonly colors: KitColors | null;
}

/** The two halves of a kit, each `#rrggbb`; twice the same where only one is told. */
export type KitColors = readonly [string, string];

/** Names as the feed has them: never split a name into given and family by its spaces. */
export interface Rider {
  readonly bib: Bib;
  readonly given: string;
  readonly family: string;
  readonly team: string;
  /** IOC code, as the UCI writes it: GER, not DEU. */
  readonly nation: string;
  /** `YYYY-MM-DD`, where known: the young rider classification needs it. */
  readonly born: string | null;
}

export const jerseyKinds = ['general', 'points', 'mountain', 'young'] as const;
export type JerseyKind = (typeof jerseyKinds)[number];

export interface Jersey {
  readonly kind: JerseyKind;
  readonly bib: Bib;
}

export interface GeneralEntry {
  readonly bib: Bib;
  readonly behindS: number;
  /** For ties, where known: hundredths of a second of the time trials so far, and the sum of all stage places. */
  readonly hundredths?: number;
  readonly placesSum?: number;
}

/** The classifications before a stage, in order of rank. */
export interface Classified {
  readonly general: readonly GeneralEntry[];
  readonly young: readonly GeneralEntry[];
  readonly points: readonly PointsEntry[];
  readonly mountain: readonly PointsEntry[];
  /** Time behind the first team. */
  readonly teams: readonly TeamEntry[];
}

export type Totals = Partial<Pick<Classified, 'points' | 'mountain' | 'teams'>>;

interface TeamEntry {
  readonly team: string;
  readonly behindS: number;
}

export interface PointsEntry {
  readonly bib: Bib;
  readonly points: number;
  /** For ties, where known: how often first, by importance: stages, sprints; or summits of HC, 1, 2, 3, 4. */
  readonly firsts?: readonly number[];
}

/** A time trial is timed from here, whenever the rider really leaves the ramp. */
export interface Start {
  readonly bib: Bib;
  readonly startMs: number;
}

/** Riders start one by one, or team by team: nobody's place on the road is his place in the race. */
export const isAgainstClock = ({ info }: Pick<Sheet, 'info'>): boolean =>
  info.type === 'time-trial' || info.type === 'team-time-trial';
