import type { Ripeness } from '../../race/event.ts';
import type { GroupKind } from '../../race/groups/group.ts';
import type { JerseyLook } from '../../race/jersey-look.ts';
import type { JerseyKind } from '../../race/sheet.ts';

/** Every word that goes on air, in one language. Figures and names are `format.ts` and `names.ts`. */
export interface Words {
  readonly decimalMark: '.' | ',';
  /** As results print it: "s.t.", "m.t.", "z.t.". */
  readonly sameTime: string;
  readonly group: Readonly<Record<Exclude<GroupKind, 'rest' | 'jersey'>, GroupWords>>;
  /** The group of who wears a jersey, by the name of that jersey: "Pink jersey group". */
  readonly jerseyGroup: (jersey: string) => string;
  /** "+2 groups" */
  readonly moreGroups: (count: number) => string;
  /** "+ 132 riders" */
  readonly moreRiders: (count: number) => string;
  /** `laps` null where nobody knows how many there are. */
  readonly lap: (lap: number, laps: number | null) => string;
  /** In place of a gap, of who was lapped: "+1 lap", "+2 laps". */
  readonly lapsBehind: (laps: number) => string;
  /** Of a climb: what is left to its foot or summit, how steep it is here, and on the whole. */
  readonly toFoot: string;
  readonly toSummit: string;
  readonly gradient: string;
  readonly averageGradient: string;
  /** "28 years" */
  readonly age: (years: number) => string;
  readonly last3Km: string;
  readonly lastKm: string;
  /** Of a break: "in front for 1h12". */
  readonly inFrontFor: (time: string) => string;
  readonly generalClassification: string;
  readonly toGo: string;
  /** After kilometres, where nobody knows how many there are to go. */
  readonly ridden: string;
  /** Of a man in front, where others have a gap. Who leads the race is another: he wears its jersey. */
  readonly leading: string;
  readonly gap: string;
  readonly interval: string;
  /** How far a result can be relied on. */
  readonly result: Readonly<Record<Ripeness, string>>;
  readonly timeTrial: string;
  /** Of a gap that is not at a line: as it would be now. */
  readonly virtual: string;
  readonly neutralStart: string;
  readonly finish: string;
  /** What is in the picture happened before. */
  readonly replay: string;
  readonly jerseyName: Readonly<Record<JerseyLook, string>>;
  /** What the chip of a jersey carries beside its colour: one letter. */
  readonly jerseyLetter: Readonly<Record<JerseyKind, string>>;
  readonly ordinal: (place: number) => string;
}

/** `short` is for narrow columns. */
export interface GroupWords {
  readonly one: string;
  readonly many: string;
  readonly short: string;
}
