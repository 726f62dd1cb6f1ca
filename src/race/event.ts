import type { ConfirmEvent, DismissEvent } from './confirm/word.ts';
import type { JerseyLooks } from './jersey-look.ts';
import type { OverridePath, OverrideUntil } from './overrides/override.ts';
import type { Classified, Jersey, JerseyKind, KitColors, Sheet } from './sheet.ts';
import type { SlateLine } from './slate/slate-line.ts';
import type { Bib } from './units.ts';

/** Everything that the engine can be told. A feed's `parse` makes these; nothing else enters. */
export type RaceEvent =
  | SheetEvent
  | BeforeStageEvent
  | KitsEvent
  | OverrideEvent
  | PositionsEvent
  | PassingsEvent
  | OfficialGroupsEvent
  | RiderStatusEvent
  | CameraEvent
  | SlateEvent
  | LapKnownEvent
  | ConfirmEvent
  | DismissEvent
  | LineResultEvent
  | ClassificationEvent
  | TimePenaltyEvent
  | IncidentEvent
  | StartOrderEvent
  | RaceRadioEvent
  | ClockMovedEvent;

/** A new or corrected start list or course. Places are kept where the road is the same, and the people always. */
export interface SheetEvent {
  readonly kind: 'sheet';
  readonly sheet: Sheet;
  /**
   * Riders who are known by what their trackers are called alone: for each the names under which a list of riders may
   * have the tracker, as in `Sample.device`. Only for the papers.
   */
  readonly devices?: ReadonlyMap<Bib, readonly string[]>;
  /** Its road was made up of how long a lap is: whoever knows a road has the better one. */
  readonly isRoadMade?: true;
  /** How many laps its source says the race has, of which only others may know the road; left out where nobody says. */
  readonly lapsTold?: number;
  /** Its road is another, and what was heard of the one before is told again behind it, from the beginning. */
  readonly isToldAgain?: true;
}

/** Who says so: a hand is believed before a file, a file before a feed. */
export type Teller = 'hand' | 'file' | 'feed';

/** How the race stood before the stage, and who wears what by the lists of a feed. Each part is told in full; null takes it back. */
export interface BeforeStageEvent {
  readonly kind: 'before-stage';
  readonly from: Teller;
  readonly parts: { readonly [Part in keyof Classified]?: Classified[Part] | null } & {
    readonly jerseys?: readonly Jersey[] | null;
  };
}

/** Kits of teams, who wears which jersey, and how those look: what a file says over the feed, told in full. */
export interface KitsEvent extends KitParts {
  readonly kind: 'kits';
}

export interface KitParts {
  /** By the code of the team. */
  readonly teams?: Readonly<Record<string, KitColors | null>>;
  /** "" where nobody wears it. */
  readonly jerseys?: Readonly<Partial<Record<JerseyKind, Bib | null>>>;
  readonly looks?: Readonly<{ [Kind in keyof JerseyLooks]?: JerseyLooks[Kind] | null }>;
}

/** A hand says something instead of the feed; null gives the feed its word back. */
export interface OverrideEvent {
  readonly kind: 'override';
  /** When it is said, on the clock of the race. */
  readonly atMs: number;
  readonly says: readonly { readonly path: OverridePath; readonly value: string | null }[];
  readonly until: OverrideUntil;
  /** The desk knows who speaks, and says so. */
  readonly author?: string;
}

/** What trackers sent. `atMs` is the time of the fix. */
export interface PositionsEvent {
  readonly kind: 'positions';
  readonly atMs: number;
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly bib: Bib;
  /**
   * What the tracker that sent it is called, the surest name first: the number that a list of riders has for one of
   * them is believed before `bib`. Only for the papers, which take it away.
   */
  readonly device?: readonly string[];
  readonly lat: number;
  readonly lon: number;
  /** As the tracker says; null where it does not. */
  readonly speedKph: number | null;
  /** Where one event carries fixes of different moments; else the event's. */
  readonly atMs?: number;
  /** Since his start, as the source reckons it, often rounded to a tenth. */
  readonly averageKph?: number;
  /** Seconds behind the first, as the source reckons it: for a road of which we have no history. */
  readonly gapS?: number;
  readonly windKph?: number;
  /** Relative to the way he rides, 0 to 360; the organiser does not say from where it counts. */
  readonly windDirDeg?: number;
  readonly temperatureC?: number;
  /** Above the sea, as its receiver has it: good to some ten metres. */
  readonly altitudeM?: number;
  /** Within so many metres of the truth, as its receiver guesses. */
  readonly accuracyM?: number;
  /** What is left in the battery of the device that sent it, 0 to 100. */
  readonly batteryPct?: number;
}

/**
 * A line was crossed: a transponder loop, a timekeeper, a hand. `mark` is the id of a mark of the course. What a hand
 * says stands before all else until it is taken back.
 */
export interface PassingsEvent {
  readonly kind: 'passings';
  readonly passings: readonly {
    readonly bib: Bib;
    readonly mark: string;
    /** Null takes back what this origin has said of the crossing. */
    readonly atMs: number | null;
    /** On a circuit, from 1; 0 where his first lap begins. */
    readonly lap?: number;
  }[];
  readonly origin: 'timed' | 'manual';
  /** Whoever tells of lines was heard at this moment, though nobody may have crossed one. */
  readonly heardMs?: number;
}

/** The organiser's own groups, head to back. They win over ours until they are `freshS` seconds old. */
export interface OfficialGroupsEvent {
  readonly kind: 'official-groups';
  readonly atMs: number;
  readonly freshS: number;
  readonly groups: readonly {
    readonly name: string | null;
    readonly bibs: readonly Bib[];
    readonly gapS: number | null;
  }[];
}

export const riderStatuses = ['racing', 'not-started', 'abandoned', 'outside-limit', 'disqualified'] as const;
export type RiderStatus = (typeof riderStatuses)[number];

export interface RiderStatusEvent {
  readonly kind: 'rider-status';
  /** When it was so: an older word never wins. */
  readonly atMs: number;
  /** A commissaire or an operator says it: no feed says otherwise. */
  readonly byHand?: boolean;
  readonly bib: Bib;
  readonly status: RiderStatus;
}

/** The group that the picture shows. */
export interface CameraEvent {
  readonly kind: 'camera';
  readonly group: string | null;
}

/** A hand tells of a group on the road; `told` null takes the group with that id back, or all where `id` is null. */
export interface SlateEvent {
  readonly kind: 'slate-line';
  /** When it was so, on the clock of the race. */
  readonly atMs: number;
  readonly id: string | null;
  readonly told: SlateLine | null;
  /** Left out, it holds as a word of the radio does: for five minutes where trackers follow the race, else until the next. */
  readonly until?: Exclude<OverrideUntil, 'feed'>;
  /** The desk knows who speaks, and says so. */
  readonly author?: string;
}

/** The operator says on which lap somebody rides, or the bunch (null), while nothing else proves it. */
export interface LapKnownEvent {
  readonly kind: 'lap-known';
  readonly bib: Bib | null;
  /** From 1. */
  readonly lap: number;
}

/** Results ripen in this order; a riper one is never replaced by one less ripe. */
export type Ripeness = 'unofficial' | 'provisional' | 'official';

/** What timekeepers or commissaires say of a line: a sprint, a summit, the finish. Tells all again, so it may be sent twice. */
export interface LineResultEvent {
  readonly kind: 'line-result';
  readonly atMs: number;
  /** Id of a mark of the course; the finish gives the stage. */
  readonly mark: string;
  readonly state: Ripeness;
  /** In order of rank, as many as are known. `behindS` as given, to the first; null where only the order is known. */
  readonly rows: readonly { readonly bib: Bib; readonly behindS: number | null }[];
}

/** A classification after the stage, as it will be printed. */
export interface ClassificationEvent {
  readonly kind: 'classification';
  readonly atMs: number;
  readonly of: 'general' | 'young' | 'points' | 'mountain';
  readonly state: Ripeness;
  /** In order of rank: seconds behind the leader, or points. */
  readonly rows: readonly { readonly bib: Bib; readonly value: number }[];
  /** The source does not say of which evening it is: until somebody has finished, it is how the race stood before. */
  readonly isUndated?: true;
}

/** Seconds that the jury has given a rider today, in all: the newest counts. */
export interface TimePenaltyEvent {
  readonly kind: 'time-penalty';
  readonly atMs: number;
  readonly bib: Bib;
  readonly seconds: number;
}

export const incidentCauses = ['crash', 'solo-crash', 'puncture', 'mechanical'] as const;
export type IncidentCause = (typeof incidentCauses)[number];

/** Bad luck, as commissaires confirm it: near the finish the rider may keep the time of his group. */
export interface IncidentEvent {
  readonly kind: 'incident';
  readonly atMs: number;
  readonly bib: Bib;
  readonly cause: IncidentCause;
  /** Nobody has confirmed it: it is noted as it is on the road now, and nothing follows from it yet. */
  readonly waits?: true;
}

/**
 * Start times of a time trial. A feed's list, and a file's, is told in full and takes the place of the one before; a
 * hand tells of the riders that it names, and null takes its word back; nobody named takes back all.
 */
export interface StartOrderEvent {
  readonly kind: 'start-order';
  readonly from: Teller;
  readonly starts: readonly { readonly bib: Bib; readonly startMs: number | null }[];
}

/** The voice of the race, as text: for the crew, nothing follows from it. */
export interface RaceRadioEvent {
  readonly kind: 'race-radio';
  readonly atMs: number;
  readonly text: string;
}

/** The clock of the source was set: all that it has told so far happened so much later (or earlier) than it said. */
export interface ClockMovedEvent {
  readonly kind: 'clock-moved';
  readonly byMs: number;
}
