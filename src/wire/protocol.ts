import type { ConfirmEvent, DismissEvent } from '../race/confirm/word.ts';
import type {
  BeforeStageEvent,
  CameraEvent,
  LapKnownEvent,
  OverrideEvent,
  RiderStatusEvent,
  SlateEvent,
  StartOrderEvent,
} from '../race/event.ts';
import type { Ask } from '../show/command.ts';
import type { RundownEdit } from '../show/rundown-edit.ts';
import type { Report, StillHead, WordsTold } from './crew/report.ts';
import type { Trust } from './trust.ts';

/** Pages of another version are told to reload, and do. Raise it with every change of shape on either half. */
export const PROTOCOL = 11;

/** What a page says when it comes in: with the opening of its socket, so that the desk's first word is the snapshot. */
export interface Hello {
  readonly protocol: number;
  /** "program", "preview", "control", "buttons", "overlay gap-ticker". */
  readonly role: string;
  /** One of control's own monitors: it is counted apart, because nobody airs it. */
  readonly monitor?: boolean;
  /** A name of its own that outlives its sockets, so that a page which was lost is known again. */
  readonly page?: string;
  /** Of a program page: the name of its output. It is greeted with the past, from before it is late. */
  readonly output?: string;
  /** How late it shows what it hears, or will: in seconds. Where the desk says more of its output, that counts. */
  readonly lateS?: number;
}

/** Pages from which a hand commands, and which draw nothing. */
export const isOperator = (role: string): boolean => role === 'control' || role === 'buttons';

/** Who is given the crew's half as well: who decides, and who looks at what is cued. */
export const isCrew = (role: string): boolean => isOperator(role) || role === 'preview';

/** How far the desk trusts a page. */
export interface Admitted {
  readonly trust: Trust;
  /** Who signs what this page asks. */
  readonly author: string;
  /** What is wrong with its token, in one sentence; null where nothing is. */
  readonly why: string | null;
}

/** What a feed that can be steered is asked. */
export type Transport =
  | { readonly do: 'pause' }
  | { readonly do: 'play' }
  | { readonly do: 'speed'; readonly rate: number }
  /** `rough` while a hand still drags: more will follow at once, and a rough picture will do. */
  | { readonly do: 'seek'; readonly atMs: number; readonly rough?: boolean };

/** A question answered: done, with one sentence where that is not all; or one sentence on why not. */
export type Answer = { readonly ok: true; readonly note?: string } | { readonly ok: false; readonly error: string };

/** Names of what travels to a page. `unknown` until parsed at its door. */
export interface FromDesk {
  /** Before the clock and the snapshot of an output. */
  past: (past: unknown) => void;
  /** The clock of the race now: with each snapshot. */
  clock: (clock: unknown) => void;
  /** The themes of the desk's user: before each snapshot, and at each change. */
  themes: (themes: unknown) => void;
  snapshot: (snapshot: unknown) => void;
  delta: (delta: unknown) => void;
  crew: (snapshot: unknown) => void;
  'crew-delta': (delta: unknown) => void;
  /** What was done: to control pages only. */
  log: (news: unknown) => void;
  /** How far this page is trusted: to control and buttons only, before all else. */
  admitted: (admitted: unknown) => void;
  /** To one program page: it is the one that tells what is to be read in its graphics, or is it no longer. */
  witness: (isWitness: unknown) => void;
  /** To that page: a still is wanted, for the row of this number in the log of what was on air. */
  still: (n: unknown) => void;
  /** One sentence, and the protocol that the desk speaks. */
  refused: (why: unknown, protocol: unknown) => void;
}

/** Names of what travels to the desk. `unknown` until parsed at its door; what is answered may be asked without. */
export interface ToDesk {
  /** What `auth.hello` says when the socket is opened, for who did not say it there. */
  hello: (hello: Hello) => void;
  /** Asks for snapshots; an output says how late it is now. */
  resync: (lateS?: number) => void;
  report: (report: Report) => void;
  /** Of the page that was asked, at each change and now and then. */
  words: (words: WordsTold) => void;
  /** What was asked, with its bytes. */
  still: (still: StillHead, bytes: Uint8Array) => void;
  command: (ask: Ask, answer: (answer: Answer) => void) => void;
  transport: (transport: Transport, answer: (answer: Answer) => void) => void;
  /** Operator events on the race: the name of a group, the camera, a lap, who has left it, what is worn. */
  race: (event: OperatorEvent, answer: (answer: Answer) => void) => void;
  rundown: (edit: RundownEdit, answer: (answer: Answer) => void) => void;
}

/** The same names as the desk hears them: nothing is known of what comes with them. */
export type Heard = { readonly [Event in keyof ToDesk]: (input?: unknown, answer?: unknown) => void };

/** What an operator can say about the race. */
export type OperatorEvent =
  | CameraEvent
  | SlateEvent
  | LapKnownEvent
  | ConfirmEvent
  | DismissEvent
  | OverrideEvent
  | (RiderStatusEvent & { readonly byHand: true })
  | (BeforeStageEvent & { readonly from: 'hand' })
  | (StartOrderEvent & { readonly from: 'hand' });
