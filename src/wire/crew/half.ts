import type { Waiting } from '../../race/confirm/waiting.ts';
import type { Quarantined } from '../../race/health.ts';
import type { Bib } from '../../race/units.ts';
import type { ChangeBrief } from '../../show/change-words.ts';
import type { Rundown } from '../../show/rundown.ts';
import type { Items, Owners } from '../../show/show.ts';
import type { Report, ShownLife } from './report.ts';

/* The crew's half: what the producer must know, and nobody else. */

/** What the crew is told, part by part. */
export interface Crew {
  readonly preview: Items;
  readonly owners: Owners;
  readonly changes: Changes;
  readonly rundowns: RundownsView;
  /** What is on air and leaves by itself, the one that was taken last at the end. */
  readonly leaving: readonly Countdown[];
  readonly desk: DeskState;
  readonly shown: AllShown;
  readonly pages: Pages;
  /** What the race did not believe. */
  readonly quarantine: readonly Quarantined[];
  /** The last words of race radio, newest first. */
  readonly radio: readonly RadioMessage[];
  /** Phones and trackers that tell how they are, by the number of their rider. */
  readonly devices: readonly DeviceState[];
  /** Who said what stands instead of the feed: by the path of an override, or the id of a group of the slate. */
  readonly authors: Readonly<Record<string, string>>;
  /** What waits for a hand before it is shown, newest first. */
  readonly waiting: readonly Waiting[];
}

/** What control shows of the rundowns: all of the chosen one, of the others their names. */
export interface RundownsView {
  readonly names: readonly string[];
  readonly chosen: Rundown;
  /** The title of what was removed last and can be put back, or null. */
  readonly removed: string | null;
}

/** Told anew with each second. */
export interface Countdown {
  readonly overlay: string;
  /** So many seconds it was to stay. */
  readonly outS: number;
  /** So many are left, rounded up. */
  readonly leftS: number;
}

/** Which change of what is on air undo would take back, and which one redo would bring again; null where there is none. */
export interface Changes {
  readonly undo: ChangeBrief | null;
  readonly redo: ChangeBrief | null;
}

export interface RadioMessage {
  readonly atMs: number;
  readonly text: string;
}

/** How a phone or a tracker was when it was heard last. */
export interface DeviceState {
  readonly bib: Bib;
  /** Through which feed. */
  readonly feed: string;
  /** Of its newest fix, on the clock of the race. */
  readonly fixMs: number;
  /** Null where it does not say. */
  readonly batteryPct: number | null;
  readonly accuracyM: number | null;
}

/** All of it, with the number of the newest change. */
export type CrewSnapshot = Crew & { readonly seq: number };
/** What changed since the number before. */
export type CrewDelta = Partial<Crew> & { readonly seq: number };

/** What the producer must know of the desk. */
export interface DeskState {
  /** "the built-in race", "replay of stage-5.json.gz". */
  readonly feed: string;
  /** From first to last moment of a feed that can be sought, else null. */
  readonly span: { readonly fromMs: number; readonly toMs: number } | null;
  /** The past is being folded: the race is shown roughly, or as it was, until it is done. */
  readonly busy: boolean;
  /** Riders join it with their phones: `/api/feed/phones` says how. */
  readonly joins: boolean;
  /** Newest first: one sentence each, what is wrong and what to do. */
  readonly notices: readonly Notice[];
}

export interface Notice {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  /** How often it has happened since it was last over. */
  readonly count: number;
  /** When it last happened, on the desk's own wall clock; null for what stands until it is cured. */
  readonly atMs: number | null;
  /** It has not happened again for a while. */
  readonly isOver: boolean;
}

/** What pages say they draw, not what anyone wished. Control's own monitors are on no air: they are told apart. */
export interface AllShown {
  readonly air: readonly Shown[];
  readonly monitors: readonly Shown[];
}

/** One graphic, over all program pages that are there. */
export interface Shown {
  readonly overlay: string;
  /** The operator wants it on air. */
  readonly wished: boolean;
  /** Where pages differ, what is seen wins: a graphic that one page still draws is on air. */
  readonly life: ShownLife;
  /** Why it is not seen, is old or goes, where a page says so. */
  readonly why: string | null;
  /** How many pages draw it, of how many. */
  readonly on: number;
  readonly of: number;
}

export interface Pages {
  /** All that are there or lost, by kind. */
  readonly counts: readonly PageCount[];
  /** Each by itself, those to be looked at first; a long list is cut. */
  readonly list: readonly PageState[];
}

export interface PageCount {
  readonly role: string;
  readonly monitor: boolean;
  /** Connected now. */
  readonly count: number;
  /** Fell silent without a goodbye. */
  readonly lost: number;
}

export interface PageState {
  readonly page: string;
  /** "program", "preview", "control", "overlay gap-ticker"; of a page that is not believed how far it is trusted: "viewer". */
  readonly role: string;
  /** One of control's own monitors. */
  readonly monitor: boolean;
  /** Of a program page, the name of its output; null for others, monitors too. */
  readonly output: string | null;
  /** From where: an address. */
  readonly address: string;
  /** Since when it is there, or lost, on the desk's own wall clock. */
  readonly sinceMs: number;
  readonly lost: boolean;
  /** The newest, with counts of the last two minutes; null for a page that has none, such as control. */
  readonly report: Report | null;
}
