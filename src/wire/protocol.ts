import type { CameraEvent, GroupNameEvent } from '../race/event.ts';
import type { Race } from '../race/race.ts';
import type { Ask } from '../show/command.ts';
import type { Show } from '../show/show.ts';
import type { RaceDelta } from './sections.ts';

/** Pages of another version are told to reload. Raise it with every change of shape below. */
export const PROTOCOL = 2;

/** What a page says when it comes in. */
export interface Hello {
  readonly protocol: number;
  /** "program", "preview", "control". */
  readonly role: string;
}

/** Everything, at one moment. */
export interface Snapshot {
  readonly protocol: number;
  /** Number of the newest delta that is in it. */
  readonly seq: number;
  readonly race: Race | null;
  readonly show: Show;
  readonly clock: RaceClock;
  readonly desk: DeskState;
}

/** What changed since the delta before. A page that misses a number asks for a snapshot. */
export interface Delta {
  readonly seq: number;
  readonly race?: RaceDelta;
  readonly show?: Show;
  readonly clock?: RaceClock;
  readonly desk?: DeskState;
}

/** As they travel: the race is bytes (see `sections`), the rest is JSON. */
export type Travelling<T extends Snapshot | Delta> = Omit<T, 'race'> & { readonly race?: Uint8Array };

/** The clock of the race: `atMs` when this was sent, then `rate` race seconds a second; 0 is paused. */
export interface RaceClock {
  readonly atMs: number;
  readonly rate: number;
}

/** What the producer must know of the desk. */
export interface DeskState {
  /** "the built-in race", "replay of stage-5.json.gz". */
  readonly feed: string;
  /** From first to last moment of a feed that can be sought, else null. */
  readonly span: { readonly fromMs: number; readonly toMs: number } | null;
  /** Newest first: one sentence each, what is wrong and what to do. */
  readonly notices: readonly Notice[];
  readonly pages: readonly { readonly role: string; readonly count: number }[];
}

export interface Notice {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  /** How often it happened. */
  readonly count: number;
}

/** What a feed that can be steered is asked. */
export type Transport =
  | { readonly do: 'pause' }
  | { readonly do: 'play' }
  | { readonly do: 'speed'; readonly rate: number }
  | { readonly do: 'seek'; readonly atMs: number };

/** A question answered: done, or one sentence on why not. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly error: string };

/** Names of what travels. `unknown` until parsed at the door. */
export interface FromDesk {
  snapshot: (snapshot: unknown) => void;
  delta: (delta: unknown) => void;
  refused: (why: string) => void;
}

export interface ToDesk {
  hello: (hello: Hello) => void;
  /** Asks for a snapshot. */
  resync: () => void;
  command: (ask: Ask, answer: (answer: Answer) => void) => void;
  transport: (transport: Transport, answer: (answer: Answer) => void) => void;
  /** Operator events on the race: the name of a group, the camera. */
  race: (event: OperatorEvent, answer: (answer: Answer) => void) => void;
}

/** What an operator can say about the race. */
export type OperatorEvent = GroupNameEvent | CameraEvent;
