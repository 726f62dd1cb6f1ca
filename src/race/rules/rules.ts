import type { ClimbCategory } from '../course/course.ts';
import type { JerseyLooks } from '../jersey-look.ts';
import type { StageType } from './stage-type.ts';

/**
 * The rules of a race as plain data: it travels as JSON, and a race's own file may replace any part of it
 * (`rulesFrom`). A scale lists what the first, the second, ... rider gets; an empty scale gives nothing.
 */
export interface Rules {
  /** "Tour de France 2025" */
  readonly name: string;
  /** What its jerseys look like; a sheet may say otherwise. */
  readonly looks: JerseyLooks;
  /** Seconds between two riders on the line that open a new time group; 3 where a bunch sprint is expected. */
  readonly splitS: ByType<number>;
  readonly protection: ProtectionRules;
  /** Seconds taken off the general classification. */
  readonly bonusS: LineScales;
  readonly points: LineScales;
  readonly mountain: MountainRules;
  readonly timeLimit: TimeLimitRules;
  /** Oldest age, reached in the year of the race, in the young rider classification. */
  readonly youngMaxAge: number;
  /** How many of a team's best times of the stage are added up. */
  readonly teamBest: ByType<number>;
  readonly teamTimeTrial: TeamTimeTrialRules;
}

export type ByType<T> = { readonly [type in StageType]: T };
export type Scale = readonly number[];

export interface LineScales {
  readonly finish: ByType<Scale>;
  readonly sprint: Scale;
  readonly bonusSprint: Scale;
}

/** Who has bad luck near the line keeps the time of the group that he was in. */
export interface ProtectionRules {
  /** Where the course marks no line of its own; 0 is no protection. Never on a summit finish. */
  readonly fromFinishM: ByType<number>;
  /** Whether a rider who crashes alone is protected. */
  readonly soloCrash: boolean;
}

export interface MountainRules {
  readonly summit: { readonly [category in ClimbCategory]: Scale };
  /** Where the stage finishes on the summit. */
  readonly summitFinish: { readonly [category in ClimbCategory]: Scale };
  /** The highest summit of the whole race: known to the race's own file, not to the stage. */
  readonly highest: {
    /** Id or name of the climb; null where it is not today. */
    readonly climb: string | null;
    /** Its own scale; empty where it has the category's, times `factor`. */
    readonly scale: Scale;
    readonly factor: number;
  };
}

export interface TimeLimitRules {
  /** The jury's own figure for today, in percent of the winner's time; wins over the tables. */
  readonly juryPct: number | null;
  /** Name of the table for each type of stage; null where no limit is known. */
  readonly table: ByType<string | null>;
  readonly tables: { readonly [name: string]: LimitTable };
}

/** In rising order: `pct` up to and with `uptoKph` of the winner's speed; null in the last band is any speed. */
export type LimitTable = readonly { readonly uptoKph: number | null; readonly pct: number }[];

export interface TeamTimeTrialRules {
  /** Which rider of the team stops the clock. */
  readonly clockOn: number;
  /** `team`: all who arrive with that rider get his time. `individual`: each his own. */
  readonly generalBy: 'team' | 'individual';
}
